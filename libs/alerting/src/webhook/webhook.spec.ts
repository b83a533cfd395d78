import { createHttpClient } from '@heard/http';
import { Webhook } from 'standardwebhooks';
import { facts, notice } from '../fixtures/notices.spec-suite.js';
import { startWebhookServer, type TestWebhookServer } from '../fixtures/webhook-server.spec-suite.js';
import { describeReceiver } from '../receiver.spec-suite.js';
import { WebhookReceiver } from './webhook.receiver.js';

const secret = `whsec_${Buffer.from('thirty-two bytes of an old secret').toString('base64')}`;
const clock = { now: () => new Date() };
const statusOf = { well: 204, busy: 503, gone: 410, silent: 0, refuses_sign_in: 401 };

describeReceiver('webhook', async () => {
  const server = await startWebhookServer();
  const http = createHttpClient({ allowPrivateAddresses: [server.origin] });
  const receiver = new WebhookReceiver(http, clock, 300);
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopped ??= server.stop());
  return {
    send: (sent) => receiver.send(sent, { url: `${server.origin}/hooks/T0p-s3cret-path?key=a1b2`, secret }),
    delivered: () =>
      server.calls.map((call) => ({ id: call.headers['webhook-id'] ?? '', content: call.body })),
    become: (mood) => {
      server.status = statusOf[mood];
    },
    stop,
    secrets: [secret, 'T0p-s3cret-path', 'a1b2'],
    close: async () => {
      http.close();
      await stop();
    },
  };
});

describe('a call of a program', () => {
  let server: TestWebhookServer;
  beforeEach(async () => {
    server = await startWebhookServer();
  });
  afterEach(() => server.stop());

  test('verifies with its secret, and not after a change or with another secret', async () => {
    const http = createHttpClient({ allowPrivateAddresses: [server.origin] });
    await new WebhookReceiver(http, clock).send(notice(), { url: server.origin, secret });
    http.close();
    const { body = '', headers = {} } = server.calls[0] ?? {};
    expect(new Webhook(secret).verify(body, headers)).toMatchObject({ type: 'alert.raised', v: 1 });
    expect(() => new Webhook(secret).verify(body.replace('critical', 'normal'), headers)).toThrow(
      'signature',
    );
    expect(() => new Webhook(`whsec_${'b'.repeat(43)}=`).verify(body, headers)).toThrow('signature');
  });

  test('is refused when the address is a private one that was not allowed', async () => {
    const http = createHttpClient();
    const sending = new WebhookReceiver(http, clock).send(notice(), { url: server.origin, secret });
    await expect(sending).rejects.toMatchObject({ code: 'private_address' });
    http.close();
    expect(server.calls).toEqual([]);
  });

  test('has an excerpt of at most 300 characters of a text of a megabyte, and never the link to take it', async () => {
    const http = createHttpClient({ allowPrivateAddresses: [server.origin] });
    const mention = { text: 'ї\u202E'.repeat(500_000), url: 'javascript:alert(1)', postedAt: new Date(0) };
    const sent = notice({ escalated: true, facts: facts({ mention }) });
    await new WebhookReceiver(http, clock).send(sent, { url: server.origin, secret });
    http.close();
    const payload = JSON.parse(server.calls[0]?.body ?? '{}') as {
      type: string;
      data: Record<string, string>;
    };
    expect(payload.type).toBe('alert.escalated');
    expect([...(payload.data['excerpt'] ?? '')]).toHaveLength(300);
    expect(payload.data['postUrl']).toBeUndefined();
    expect(server.calls[0]?.body).not.toContain('/take/');
  });
});
