import { fastify, type FastifyInstance } from 'fastify';
import type { WebhookCall } from '../ports/index.js';
import { serveWebhooks } from './webhooks.js';

const SOURCE = '0193a7c2-0000-7000-8000-000000000001';

describe('the addresses of webhooks', () => {
  let server: FastifyInstance;
  let origin: string;
  let calls: [string, string, WebhookCall][];

  beforeEach(async () => {
    calls = [];
    server = fastify();
    const deliver = async (platform: string, sourceId: string, call: WebhookCall) => {
      calls.push([platform, sourceId, call]);
      return { status: 200, type: 'application/json', body: '{"name":"Heard"}' };
    };
    const nothing = async (): Promise<undefined> => undefined;
    const webhooks = { deliver, forget: nothing, takeConsentBack: async () => false, erasure: nothing };
    await serveWebhooks(server, webhooks, { clock: { now: () => new Date() } });
    origin = await server.listen({ port: 0, host: '127.0.0.1' });
  });

  afterEach(() => server.close());

  const post = (path: string, body: string): Promise<Response> =>
    fetch(`${origin}${path}`, { method: 'POST', body, headers: { 'content-type': 'application/json' } });

  it.each([
    [`/hooks/yandex-market/${SOURCE}?secret=s`, { secret: 's' }],
    [`/hooks/yandex-market/${SOURCE}/notification?secret=s`, { secret: 's' }],
    [`/hooks/yandex-market/${SOURCE}?secret=s/notification`, { secret: 's/notification' }],
  ])('%s leads to its source, with the bytes as they came', async (path, query) => {
    const body = '{"feedbackId": 9007199254740993 }';
    const answer = await post(path, body);
    expect([answer.status, await answer.text()]).toEqual([200, '{"name":"Heard"}']);
    expect(calls).toMatchObject([['yandex-market', SOURCE, { query, body: Buffer.from(body) }]]);
  });

  it.each(['/hooks/yandex-market/1', `/hooks/yandex-market/${SOURCE}/other`])(
    '%s leads nowhere',
    async (path) => {
      expect([(await post(path, '{}')).status, calls]).toEqual([404, []]);
    },
  );
});
