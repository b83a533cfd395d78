import type { AddressInfo } from 'node:net';
import type { Clock } from '@heard/core';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A letter that was delivered, with the time of the story. */
export interface Letter {
  readonly at: Date;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  /** Everything that went over the wire. */
  readonly raw: string;
}

/** A real SMTP server on loopback that keeps what it is given. */
export class LetterBox {
  readonly letters: Letter[] = [];
  private readonly server: SMTPServer;

  private constructor(private readonly clock: Clock) {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      disableReverseLookup: true,
      logger: false,
      onData: (stream, session, done) => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        this.keep(stream, to).then(() => done(), done);
      },
    });
  }

  static async open(clock: Clock): Promise<LetterBox> {
    const box = new LetterBox(clock);
    await new Promise<void>((ready, failed) => {
      box.server.once('error', failed);
      box.server.listen(0, '127.0.0.1', ready);
    });
    return box;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  close(): Promise<void> {
    return new Promise((done) => this.server.close(done));
  }

  private async keep(stream: AsyncIterable<unknown>, to: readonly string[]): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of stream) parts.push(part as Buffer);
    const raw = Buffer.concat(parts);
    const { subject = '', text = '' } = await PostalMime.parse(raw);
    this.letters.push({ at: this.clock.now(), to, subject, text, raw: raw.toString('utf8') });
  }
}
