import { type Clock, Fault, isFault } from '@heard/core';
import type { HttpClient } from '@heard/http';
import { ImapFlow } from 'imapflow';
import { mailFault } from './mail.faults.js';
import type { MailSettings } from './mail.settings.js';

/** A letter as it lies in the folder. */
export interface StoredLetter {
  readonly uid: number;
  readonly receivedAt: Date;
  readonly bytes: Buffer;
}

/** An open folder, for reading only. */
export interface OpenFolder {
  readonly uidValidity: string;
  /** The number that the next letter will have. */
  readonly uidNext: number;
  /** The numbers of letters after this one, lowest first; those that came since a day, where one is given. */
  after(uid: number, since?: Date): Promise<number[]>;
  read(uids: readonly number[]): Promise<StoredLetter[]>;
}

/** What a mailbox is reached with. */
export interface MailWay {
  readonly http: HttpClient;
  readonly clock: Clock;
  /** Certificates to believe beside the well-known ones. */
  readonly ca?: string;
  readonly totalMs?: number;
}

const TOTAL_MS = 60_000;
/** A notification is small; of a letter with attachments the beginning is enough. */
const LONGEST_LETTER = 1024 * 1024;

/** Opens the folder, does the work and leaves; encrypted, within a time limit, and past the guard of private addresses. */
export async function inMailbox<T>(
  settings: MailSettings,
  way: MailWay,
  signal: AbortSignal,
  work: (folder: OpenFolder) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  const { host, port } = settings;
  const address = await way.http.addressOf(host, port);
  const totalMs = way.totalMs ?? TOTAL_MS;
  const client = clientOf(settings, { address, ca: way.ca, proxy: way.http.proxy, totalMs });
  // Without a listener an error of the socket would end the process; whoever waits gets it as well.
  client.on('error', () => undefined);
  const stop = (): void => client.close();
  const timer = setTimeout(stop, totalMs);
  signal.addEventListener('abort', stop, { once: true });
  let at: 'connecting' | 'reading' = 'connecting';
  try {
    await client.connect();
    at = 'reading';
    const done = await work(await openFolder(client, settings.folder));
    await client.logout().catch(() => undefined);
    return done;
  } catch (error) {
    signal.throwIfAborted();
    throw isFault(error) ? error : mailFault(error, at, way.clock.now());
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
    client.close();
  }
}

interface ClientWay {
  readonly address: string;
  readonly ca: string | undefined;
  readonly proxy: string | undefined;
  readonly totalMs: number;
}

function clientOf(settings: MailSettings, { address, ca, proxy, totalMs }: ClientWay): ImapFlow {
  const { host, port, security, user, password } = settings;
  return new ImapFlow({
    host: address,
    servername: host,
    port,
    secure: security === 'tls',
    ...(proxy !== undefined && { proxy }),
    // Never a password in the clear: a server that does not offer encryption is not used.
    ...(security === 'starttls' && { doSTARTTLS: true }),
    auth: { user, pass: password },
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: true, ...(ca !== undefined && { ca }) },
    logger: false,
    disableAutoIdle: true,
    disableCompression: true,
    maxLiteralSize: LONGEST_LETTER + 1024,
    connectionTimeout: totalMs,
    greetingTimeout: totalMs,
    socketTimeout: totalMs,
  });
}

async function openFolder(client: ImapFlow, name: string): Promise<OpenFolder> {
  const { uidValidity, uidNext } = await client.mailboxOpen(name, { readOnly: true });
  return {
    uidValidity: String(uidValidity),
    uidNext,
    async after(uid, since) {
      const found = await client.search({ uid: `${uid + 1}:*`, ...(since && { since }) }, { uid: true });
      if (found === false || found === undefined) throw brokenAnswer();
      // `7:*` names the last letter even where it is the sixth.
      return [...found].filter((each) => each > uid).toSorted((a, b) => a - b);
    },
    async read(uids) {
      const query = { uid: true, internalDate: true, source: { start: 0, maxLength: LONGEST_LETTER } };
      const letters: StoredLetter[] = [];
      for (const { uid, internalDate, source } of await client.fetchAll([...uids].join(','), query, {
        uid: true,
      })) {
        if (!source) throw brokenAnswer();
        letters.push({ uid, receivedAt: new Date(internalDate ?? Number.NaN), bytes: source });
      }
      return letters.toSorted((a, b) => a.uid - b.uid);
    },
  };
}

function brokenAnswer(): Fault {
  return new Fault('unavailable', 'The mail server answered half of what it was asked', {
    code: 'unexpected_shape',
  });
}
