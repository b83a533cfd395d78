import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';

/** What is on the envelope of a letter that arrived. */
export interface Arrived {
  readonly messageId: string;
  readonly notificationId: string;
  readonly alertId: string;
}

/** A real mail server that keeps the headers of what it accepts. */
export async function openMailbox(): Promise<{ url: string; arrived: Arrived[]; close(): Promise<void> }> {
  const arrived: Arrived[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, _session, done) {
      let letter = '';
      stream.setEncoding('utf8');
      stream.on('data', (chunk: string) => (letter += chunk));
      stream.on('end', () => {
        arrived.push({
          messageId: header(letter, 'Message-ID'),
          notificationId: header(letter, 'X-Heard-Notification'),
          alertId: header(letter, 'References').replace(/^<(.*)@heard>$/, '$1'),
        });
        done();
      });
    },
  });
  // A client that is killed in the middle of a letter is what this server is for.
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('the mail server has no port');
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    arrived,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function header(letter: string, name: string): string {
  const unfolded = letter.split('\r\n\r\n', 1)[0]?.replaceAll(/\r\n[ \t]+/g, ' ') ?? '';
  return new RegExp(`^${name}: *(.*)$`, 'im').exec(unfolded)?.[1]?.trim() ?? '';
}
