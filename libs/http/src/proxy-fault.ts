import { Fault } from '@heard/core';

/** With a proxy nothing else is connected to, and no other name looked up. */
const unreachable: ReadonlySet<string> = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'ETIMEDOUT',
]);

/** What the proxy of a connection did wrong; `undefined` where it is not to blame. */
export function proxyFault(what: string, messages: readonly string[], code?: string): Fault | undefined {
  const status = messages.map((message) => /^Bad response: (\d{3})$/u.exec(message)?.[1]).find(Boolean);
  if (status === '407') {
    return new Fault(
      'disconnected',
      'The proxy of this connection refuses its user name or password (407).',
      {
        code: 'proxy_refused',
      },
    );
  }
  if (status !== undefined) {
    return new Fault('unavailable', `${what}: the proxy of this connection answered ${status}`, {
      code: 'proxy_failed',
    });
  }
  const silent = messages.includes('Proxy timeout') ? 'ETIMEDOUT' : code;
  if (silent === undefined || !unreachable.has(silent)) return undefined;
  return new Fault('unavailable', `${what}: the proxy of this connection cannot be reached (${silent})`, {
    code: 'proxy_failed',
  });
}
