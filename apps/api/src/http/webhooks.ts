import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ApiOptions } from '../options.js';
import type { WebhookCall, WebhooksPart } from '../ports/index.js';
import { erasurePage, languageAsked } from './erasure-page.js';
import { problemOf } from './problem.js';
import { sendProblem } from './problem.filter.js';

/** Meta sends up to a thousand changes at once. */
const mostBytes = 4 * 1024 * 1024;
const idShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
const platformShape = /^[a-z][a-z0-9-]{0,39}$/u;

const codeShape = /^[\w-]{32}$/u;

/** Yandex Market adds `/notification` to the address that was entered. */
const addresses = ['/hooks/:platform/:sourceId', '/hooks/:platform/:sourceId/notification'];

interface WebhookRoute {
  readonly Params: { readonly platform: string; readonly sourceId: string };
}

/**
 * Serves `/hooks/<platform>/<source>`: beside the api, because a signature is made over the very bytes, which no parser
 * may have touched.
 */
export async function serveWebhooks(
  server: FastifyInstance,
  webhooks: WebhooksPart,
  options: Pick<ApiOptions, 'clock'>,
): Promise<void> {
  await server.register(async (hooks) => {
    hooks.removeAllContentTypeParsers();
    hooks.addContentTypeParser(
      '*',
      { parseAs: 'buffer', bodyLimit: mostBytes },
      async (_request: FastifyRequest, body: Buffer) => body,
    );
    hooks.setErrorHandler((error: Error, _request, reply) =>
      sendProblem(reply, problemOf(error, options.clock.now())),
    );
    serveErasures(hooks, webhooks);
    for (const url of addresses) {
      hooks.route<WebhookRoute>({
        method: ['GET', 'POST'],
        url,
        handler: async (request, reply) => {
          const { platform, sourceId } = request.params;
          // No platform's webhook has such an address; whoever guesses learns nothing.
          if (!platformShape.test(platform) || !idShape.test(sourceId)) return reply.status(404).send();
          const answer = await webhooks.deliver(platform, sourceId, callOf(request));
          return answered(reply, answer);
        },
      });
    }
  });
}

/** Meta's callbacks about a person, and the page that the person is sent to. */
function serveErasures(hooks: FastifyInstance, webhooks: WebhooksPart): void {
  const asked = ({ body }: FastifyRequest): string =>
    Buffer.isBuffer(body) ? (new URLSearchParams(body.toString('utf8')).get('signed_request') ?? '') : '';
  hooks.post<WebhookRoute>('/hooks/:platform/:sourceId/deletion', async (request, reply) => {
    const { sourceId } = request.params;
    const made = idShape.test(sourceId) ? await webhooks.forget(sourceId, asked(request)) : undefined;
    if (!made) return reply.status(400).send();
    return reply.type('application/json').send({ url: made.url, confirmation_code: made.code });
  });
  hooks.post<WebhookRoute>('/hooks/:platform/:sourceId/deauthorize', async (request, reply) => {
    const { sourceId } = request.params;
    const genuine = idShape.test(sourceId) && (await webhooks.takeConsentBack(sourceId, asked(request)));
    return reply.status(genuine ? 200 : 400).send();
  });
  hooks.get<{ Params: { code: string } }>('/deletion/:code', async (request, reply) => {
    const { code } = request.params;
    const shown = codeShape.test(code) ? await webhooks.erasure(code) : undefined;
    const page = erasurePage(shown, languageAsked(request.headers['accept-language']));
    return reply
      .status(shown ? 200 : 404)
      .type('text/html; charset=utf-8')
      .headers({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex', vary: 'accept-language' })
      .send(page);
  });
}

function callOf(request: FastifyRequest): WebhookCall {
  const headers = Object.entries(request.headers).map(([name, value]) => [name, [value].flat().join(', ')]);
  const query = Object.entries(request.query as Record<string, unknown>).map(([name, value]) => [
    name,
    String(value),
  ]);
  return {
    method: request.method,
    query: Object.fromEntries(query) as Record<string, string>,
    headers: Object.fromEntries(headers) as Record<string, string>,
    body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
  };
}

function answered(
  reply: FastifyReply,
  { status, type = 'text/plain', body }: { status: number; type?: string; body: string },
): FastifyReply {
  // Whatever a platform asks us to repeat is text, never a page.
  return reply
    .status(status)
    .type(`${type === 'application/json' ? type : 'text/plain'}; charset=utf-8`)
    .header('cache-control', 'no-store')
    .send(body);
}
