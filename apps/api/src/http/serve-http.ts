import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ApiOptions } from '../options.js';
import { InvalidRequest } from './problem.js';
import { mostBodyBytes, readBody } from './read-body.js';

/** Everything of HTTP that no handler has to think of: headers, cookies, bodies, queries and the request log. */
export async function prepareServer(server: FastifyInstance, options: ApiOptions): Promise<void> {
  await server.register(helmet, securityHeaders(options.publicUrl));
  await server.register(cookie);
  server.removeAllContentTypeParsers();
  server.addContentTypeParser<string>(
    'application/json',
    { parseAs: 'string', bodyLimit: mostBodyBytes },
    async (_request: FastifyRequest, body: string) => readBody(body),
  );
  server.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/api')) void reply.header('cache-control', 'no-store');
    refuseDoubled(request.query);
  });
  server.addHook('onResponse', async (request, reply) => {
    // The route and not the address: links in letters carry a token.
    const { method, routeOptions } = request;
    const ms = Math.round(reply.elapsedTime);
    options.log.info({ method, route: routeOptions.url, status: reply.statusCode, ms }, 'api request');
  });
}

function securityHeaders(publicUrl: URL) {
  const secure = publicUrl.protocol === 'https:';
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
      },
    },
    frameguard: { action: 'deny' as const },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
  };
}

/** Of two values for one name, a proxy and we might each believe another. */
function refuseDoubled(query: unknown): void {
  if (typeof query !== 'object' || query === null) return;
  const doubled = Object.entries(query).filter(([, value]) => Array.isArray(value));
  if (doubled.length === 0) return;
  throw new InvalidRequest(doubled.map(([field]) => ({ field, message: 'Must be given once.' })));
}
