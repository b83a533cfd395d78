import type { FastifyRequest } from 'fastify';
import { HttpProblem } from '../http/problem.js';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Where an unsafe request comes from, as the browser says it: our own page, another site, or nobody said.
 * Browsers always send Sec-Fetch-Site to trustworthy origins and Origin with unsafe methods; pages can forge neither.
 */
export function comesFrom(request: FastifyRequest, publicUrl: URL): 'own' | 'other' | 'unsaid' {
  const fetchSite = request.headers['sec-fetch-site'];
  if (fetchSite !== undefined) return fetchSite === 'same-origin' ? 'own' : 'other';
  const { origin } = request.headers;
  if (origin === undefined) return 'unsaid';
  const own = origin === publicUrl.origin || origin === `${request.protocol}://${request.host}`;
  return own ? 'own' : 'other';
}

/** Refuses what another site makes a browser do; with a cookie, saying nothing is not enough. */
export function refuseCrossSite(
  request: FastifyRequest,
  publicUrl: URL,
  withCookie: { cookie: boolean },
): void {
  if (safeMethods.has(request.method)) return;
  const from = comesFrom(request, publicUrl);
  if (from === 'own' || (from === 'unsaid' && !withCookie.cookie)) return;
  throw new HttpProblem(
    403,
    'cross_site',
    'This came from another site. Use the dashboard at its own address, or an API key from a program.',
  );
}
