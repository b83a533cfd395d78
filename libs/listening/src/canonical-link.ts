/** Hosts that show the same page to another kind of screen. */
const screens = new Set(['www', 'm', 'mobile', 'touch', 'amp']);
/** What links carry to say where a visitor came from. */
const tracker =
  /^(utm_.*|_openstat|(fb|g|y|d|tw|tt|ys)clid|gbraid|wbraid|msclkid|igshi?d?|mc_[ce]id|mibextid)$/iu;

/** A link as a person may keep it: without what says where they came from; absent when it is no link to a page. */
export function cleanLink(link: string): string | undefined {
  const url = webAddress(link);
  if (!url) return undefined;
  for (const name of [...url.searchParams.keys()]) if (tracker.test(name)) url.searchParams.delete(name);
  url.hash = url.hash.split(':~:')[0] ?? '';
  [url.username, url.password] = ['', ''];
  return url.href;
}

/** The same for two links that lead to the same page: by http or https, on a phone or not, from wherever one came. */
export function canonicalLink(link: string): string | undefined {
  const url = webAddress(cleanLink(link) ?? '');
  if (!url) return undefined;
  url.searchParams.sort();
  const labels = url.hostname.split('.');
  while (labels.length > 2 && screens.has(labels[0] ?? '')) labels.shift();
  const port = url.port === '' ? '' : `:${url.port}`;
  return `${labels.join('.')}${port}${url.pathname.replace(/\/+$/u, '')}${url.search}${url.hash}`;
}

function webAddress(link: string): URL | undefined {
  const url = URL.parse(link.trim());
  return url && /^https?:$/u.test(url.protocol) && url.hostname !== '' ? url : undefined;
}
