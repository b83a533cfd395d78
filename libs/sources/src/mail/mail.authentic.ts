/** True when the name is this domain or lies under it. */
export function isUnder(name: string, domain: string): boolean {
  const lower = name.toLowerCase().replace(/\.$/u, '');
  return lower === domain || lower.endsWith(`.${domain}`);
}

/**
 * Whether our own mail server proved that a letter comes from the domain: by DKIM, SPF or DMARC (RFC 8601). Only the
 * topmost of the headers with our server's name counts, since anybody can write such a header into a letter.
 */
export function isFrom(domain: string, results: readonly string[], authServer: string): boolean {
  const ours = results.map(partsOf).find(([server = '']) => {
    return isUnder(server.trim().split(/\s/u)[0] ?? '', authServer.toLowerCase());
  });
  return ours?.slice(1).some((result) => proves(result, domain)) ?? false;
}

/** What each method names its sender by. */
const identities: readonly (readonly [method: RegExp, sender: RegExp])[] = [
  [/^\s*dkim\s*=\s*pass\b/iu, /\bheader\.(?:d|i)\s*=\s*(?:[^\s@;]*@)?([^\s;@]+)/giu],
  [/^\s*spf\s*=\s*pass\b/iu, /\bsmtp\.mailfrom\s*=\s*(?:[^\s@;]*@)?([^\s;@]+)/giu],
  [/^\s*dmarc\s*=\s*pass\b/iu, /\bheader\.from\s*=\s*([^\s;@]+)/giu],
];

function proves(result: string, domain: string): boolean {
  return identities.some(
    ([method, sender]) =>
      method.test(result) && [...result.matchAll(sender)].some(([, name = '']) => isUnder(name, domain)),
  );
}

/** The parts of the header, without comments and what is quoted: a sender may put words into both. */
function partsOf(header: string): string[] {
  let plain = '';
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < header.length; at += 1) {
    const sign = header.charAt(at);
    if (sign === '\\' && (quoted || depth > 0)) at += 1;
    else if (sign === '"' && depth === 0) quoted = !quoted;
    else if (quoted) continue;
    else if (sign === '(') depth += 1;
    else if (sign === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0) plain += sign;
  }
  return plain.split(';');
}
