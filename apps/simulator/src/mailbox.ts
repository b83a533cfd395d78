import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { Clock } from '@heard/core';
import PostalMime from 'postal-mime';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { Letter, StoredLetter } from './letter.js';

const mostLetterBytes = 1024 * 1024;
const mostLetters = 500;
/** So many characters are kept in all; the oldest letters go first. */
const mostCharacters = 5_000_000;
const mostClients = 20;
const closeWithinMs = 1_000;

/** Told of each letter as it comes. */
export type LetterListener = (letter: Letter) => void;

/** The made-up mailbox: a real SMTP server on the loopback that delivers to nobody and keeps what it was given. */
export class Mailbox {
  private readonly server: SMTPServer;
  private readonly listeners = new Set<LetterListener>();
  private port = 0;
  private kept: readonly Letter[];
  /** Grows with every letter, so that a reader can tell whether something came. */
  revision = 0;

  constructor(
    private readonly clock: Clock,
    stored: readonly StoredLetter[] = [],
  ) {
    this.kept = stored.map((letter) => ({ ...letter, receivedAt: new Date(letter.receivedAt) }));
    this.server = new SMTPServer({
      name: 'mailbox.demo.heard.example',
      banner: 'made-up mailbox',
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      size: mostLetterBytes,
      maxClients: mostClients,
      closeTimeout: closeWithinMs,
      onData: (stream, session, done) => {
        this.take(stream, session).then(
          () => done(),
          (error: unknown) => done(error instanceof Error ? error : new Error('not taken')),
        );
      },
    });
    // A client that breaks off must not end the process.
    this.server.on('error', () => undefined);
  }

  /** Takes a port, a free one when none is asked for, and returns it. */
  async listen(asked = 0): Promise<number> {
    await new Promise<void>((ready, failed) => {
      this.server.server.once('error', failed);
      this.server.listen(asked, '127.0.0.1', ready);
    });
    this.port = (this.server.server.address() as AddressInfo).port;
    return this.port;
  }

  /** What mail is sent to. */
  get smtpUrl(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  /** What came, the newest last. */
  letters(): readonly Letter[] {
    return this.kept;
  }

  /** Calls for every letter from now on; returns what ends it. */
  onLetter(listener: LetterListener): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Throws every letter away. */
  clear(): void {
    this.kept = [];
    this.revision += 1;
  }

  async close(): Promise<void> {
    await new Promise<void>((done) => this.server.close(() => done()));
  }

  private async take(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
    const chunks: Buffer[] = [];
    let bytes = 0;
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      // Read to the end, or the client never hears the answer.
      if (bytes <= mostLetterBytes) chunks.push(chunk);
    }
    if (stream.sizeExceeded || bytes > mostLetterBytes) {
      throw Object.assign(new Error('The letter is larger than 1 MB.'), { responseCode: 552 });
    }
    const parsed = await PostalMime.parse(Buffer.concat(chunks));
    const { mailFrom, rcptTo } = session.envelope;
    this.keep({
      id: randomUUID(),
      from: parsed.from?.address ?? (mailFrom === false ? '' : mailFrom.address),
      to: rcptTo.map(({ address }) => address),
      subject: parsed.subject ?? '',
      text: parsed.text ?? '',
      ...(parsed.html && { html: parsed.html }),
      receivedAt: this.clock.now(),
    });
  }

  private keep(letter: Letter): void {
    let room = mostCharacters;
    const newestFirst = [letter, ...this.kept.toReversed()].slice(0, mostLetters).filter((each) => {
      room -= each.text.length + (each.html?.length ?? 0);
      return room >= 0 || each === letter;
    });
    this.kept = newestFirst.reverse();
    this.revision += 1;
    for (const listener of this.listeners) listener(letter);
  }
}
