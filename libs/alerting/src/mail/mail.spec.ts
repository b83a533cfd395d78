import { isFault } from '@heard/core';
import { notice } from '../fixtures/notices.spec-suite.js';
import { startMailServer, type TestMailServer } from '../fixtures/mail-server.spec-suite.js';
import { describeReceiver } from '../receiver.spec-suite.js';
import { MailReceiver, type MailTo } from './mail.receiver.js';

const password = 'пароль-із-сімнадцяти';
const olha: MailTo = { name: 'Ольга Черненко', email: 'olha@kashtan.example', language: 'uk' };
/** Short enough to be waited for, long enough for an honest server on a busy machine. */
const limits = { silenceTimeoutMs: 1_500, totalTimeoutMs: 4_000 };

function receiverFor(server: TestMailServer, extra = ''): MailReceiver {
  const user = `heard:${encodeURIComponent(password)}`;
  const url = `smtp://${user}@127.0.0.1:${server.port}/?tls.rejectUnauthorized=false${extra}`;
  return new MailReceiver({ url, from: 'Heard <heard@kashtan.example>', ...limits });
}

describeReceiver('mail', async () => {
  const server = await startMailServer({ password });
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopped ??= server.stop());
  const receiver = receiverFor(server);
  return {
    send: (sent) => receiver.send(sent, olha),
    delivered: () =>
      server.letters.map((letter) => ({
        id: letter.messageId?.replace(/^<(.*)@heard>$/u, '$1') ?? '',
        content: `${letter.subject} ${letter.text}`,
      })),
    become: (mood) => {
      server.mood = mood;
    },
    stop,
    secrets: [password, encodeURIComponent(password), olha.email],
    close: stop,
  };
});

describe('a letter on its way', () => {
  let server: TestMailServer;
  beforeEach(async () => {
    server = await startMailServer({ password });
  });
  afterEach(() => server.stop());

  test('goes encrypted where the server offers it, and not at all to a server whose certificate nobody vouches for', async () => {
    await receiverFor(server).send(notice(), olha);
    expect(server.sessions).toEqual([{ secure: true, recipients: [olha.email] }]);
    const strict = new MailReceiver({
      url: `smtp://heard:x@127.0.0.1:${server.port}`,
      from: 'heard@kashtan.example',
      ...limits,
    });
    await expect(strict.send(notice(), olha)).rejects.toThrow('no secure connection with the mail server');
    expect(server.letters).toHaveLength(1);
  });

  test('carries its id in two headers and stands in the thread of its alert', async () => {
    await receiverFor(server).send(notice(), olha);
    const [letter] = server.letters;
    const header = (key: string): string | undefined =>
      letter?.headers.find((each) => each.key === key)?.value;
    expect(letter?.messageId).toBe(`<${notice().id}@heard>`);
    expect(header('x-heard-notification')).toBe(notice().id);
    expect(letter?.references).toBe(`<${notice().facts.alertId}@heard>`);
    expect(header('auto-submitted')).toBe('auto-generated');
  });

  test('has one recipient and no header of the attacker, whatever the names hold', async () => {
    const hostile = 'Марта\r\nBcc: spy@evil.example\r\n\r\n<script>';
    const { facts } = notice();
    const sent = notice({
      facts: { ...facts, customer: hostile, source: facts.source && { ...facts.source, name: hostile } },
    });
    await receiverFor(server).send(sent, { ...olha, name: hostile });
    const [letter] = server.letters;
    expect(server.sessions).toEqual([{ secure: true, recipients: [olha.email] }]);
    expect(letter?.bcc).toBeUndefined();
    expect(letter?.headers.map((each) => each.key)).not.toContain('bcc');
    expect(letter?.subject).toContain('Марта Bcc: spy@evil.example <script>');
  });

  test.each([
    'a@x.example, b@y.example',
    'a@x.example\r\nRCPT TO:<b@y.example>',
    '<a@x.example>',
    'nobody',
    '',
  ])('is not sent to %j, which is no single address', async (email) => {
    const sending = receiverFor(server).send(notice(), { ...olha, email });
    await expect(sending.catch((error: unknown) => isFault(error, 'rejected'))).resolves.toBe(true);
    expect(server.sessions).toEqual([]);
  });

  test('says so when no mail server is set', async () => {
    const sending = new MailReceiver(undefined).send(notice(), olha);
    await expect(sending).rejects.toMatchObject({
      kind: 'unavailable',
      message: 'no mail server is set (HEARD_SMTP_URL)',
    });
  });
});
