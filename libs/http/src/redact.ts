const MASK = '***';
const SECRET_PARAMETERS =
  /\b(access_token|input_token|fb_exchange_token|appsecret_proof|client_secret|refresh_token|id_token|api_key|password|token|secret|key|sig|signature)(["']?\s*[=:]\s*["']?)[^\s&"'<>,;}]+/gi;
const AUTHORIZATION = /\b(Bearer|Basic)\s+[\w\-.~+/|=]+/gi;
const BOT_TOKEN = /\bbot\d+:[\w-]+/g;

/** Names an address for people: origin and path, never the query, the fragment or a password. */
export function describeUrl(url: string): string {
  if (!URL.canParse(url)) return '(not an address)';
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`.replace(BOT_TOKEN, `bot${MASK}`);
}

/** Masks the given secrets, and whatever looks like one, in a text that people or logs will see. */
export function redact(text: string, secrets: readonly string[] = []): string {
  let masked = text;
  for (const secret of secrets) {
    if (secret.length > 0)
      masked = masked.replaceAll(secret, MASK).replaceAll(encodeURIComponent(secret), MASK);
  }
  return masked
    .replace(AUTHORIZATION, `$1 ${MASK}`)
    .replace(SECRET_PARAMETERS, `$1$2${MASK}`)
    .replace(BOT_TOKEN, `bot${MASK}`);
}
