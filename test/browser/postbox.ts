import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A real mail server that keeps what it is given. */
export class Postbox {
  readonly letters: Email[] = [];

  private constructor(private readonly server: SMTPServer) {}

  static async open(): Promise<Postbox> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData(stream, _session, done) {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          void PostalMime.parse(Buffer.concat(chunks)).then((letter) => {
            postbox.letters.push(letter);
            done();
          });
        });
      },
    });
    // Heard that is stopped, or killed, in the middle of a letter is no fault of the mailbox.
    server.on('error', () => undefined);
    const postbox = new Postbox(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return postbox;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}
