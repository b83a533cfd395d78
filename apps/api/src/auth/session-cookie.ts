import type { CookieSerializeOptions } from '@fastify/cookie';
import { sessionDays } from '@heard/staff';

/** The cookie that carries a session's token. */
export interface SessionCookie {
  readonly name: string;
  readonly options: CookieSerializeOptions;
}

/** `__Host-` binds the cookie to this host over TLS; without TLS a browser would not take that name. */
export function sessionCookieFor(publicUrl: URL): SessionCookie {
  const secure = publicUrl.protocol === 'https:';
  return {
    name: secure ? '__Host-heard' : 'heard',
    options: { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: sessionDays * 86_400 },
  };
}
