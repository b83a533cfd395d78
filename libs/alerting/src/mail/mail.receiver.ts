import { createTransport, type Transporter } from 'nodemailer';
import { Fault } from '@heard/core';
import type { LetterLanguage } from '../ports.js';
import type { Notice, Receiver } from '../receiver.js';
import type { LetterCarrier } from '../letters/send-letter.js';
import { type Letter, writeLetter } from './letter.js';
import { faultOfSmtp, noMailServer, unusableAddress } from './mail.faults.js';

/** The mail server that letters go through. */
export interface MailSettings {
  /** `smtp://name:password@host:port` with STARTTLS where offered, or `smtps://...`. */
  readonly url: string;
  /** The sender, e.g. `Heard <heard@shop.example>`. */
  readonly from: string;
  /** The longest one letter may take, and the longest silence of the server. */
  readonly totalTimeoutMs?: number;
  readonly silenceTimeoutMs?: number;
}

/** A reader of letters. */
export interface MailTo {
  readonly name: string;
  readonly email: string;
  readonly language: LetterLanguage;
}

/** What only some letters have. */
interface MessageExtra {
  readonly references?: string[];
  readonly priority?: 'high' | 'normal';
}

const usualTotalTimeoutMs = 20_000;
const usualSilenceTimeoutMs = 10_000;
/** Narrower than the standard on purpose: nothing that could be read as two addresses. */
const address = /^[^\s@<>,;:"()[\]\\\p{Cc}]+@[^\s@<>,;:"()[\]\\\p{Cc}]+$/u;

/**
 * Writes a letter to a person, by SMTP. The `Message-ID` is made of the notification's id, so that mail programs show a
 * letter once that was accepted twice, and letters of one alert stand together.
 */
export class MailReceiver implements Receiver<MailTo>, LetterCarrier {
  private readonly transport?: Transporter;

  /** Without settings every letter faults, and is tried again until a server is set. */
  constructor(private readonly settings: MailSettings | undefined) {
    if (!settings) return;
    const silenceTimeoutMs = settings.silenceTimeoutMs ?? usualSilenceTimeoutMs;
    this.transport = createTransport({
      url: settings.url,
      connectionTimeout: silenceTimeoutMs,
      greetingTimeout: silenceTimeoutMs,
      socketTimeout: silenceTimeoutMs,
      dnsTimeout: silenceTimeoutMs,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  async send(notice: Notice, to: MailTo): Promise<void> {
    await this.deliver(writeLetter(notice, to.language), notice.id, to, {
      references: [`<${notice.facts.alertId}@heard>`],
      priority: notice.facts.urgency === 'critical' ? 'high' : 'normal',
    });
  }

  /** Brings a letter that is no alert. */
  carry(letter: Letter, id: string, to: MailTo): Promise<void> {
    return this.deliver(letter, id, to, {});
  }

  private async deliver(letter: Letter, id: string, to: MailTo, extra: MessageExtra): Promise<void> {
    const { transport, settings } = this;
    if (!transport || !settings) throw noMailServer();
    if (!address.test(to.email)) throw unusableAddress();
    const sending = transport.sendMail({
      ...letter,
      ...extra,
      from: settings.from,
      to: { name: to.name, address: to.email },
      messageId: `<${id}@heard>`,
      headers: { 'X-Heard-Notification': id, 'Auto-Submitted': 'auto-generated' },
    });
    await withinMs(settings.totalTimeoutMs ?? usualTotalTimeoutMs, sending);
  }
}

/** A server that drips would hold a worker for ever; the abandoned attempt ends by its own limits. */
async function withinMs(limitMs: number, sending: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(
      () => fail(new Fault('unavailable', 'the mail server is too slow', { code: 'mail_timeout' })),
      limitMs,
    );
  });
  try {
    await Promise.race([sending.catch((error: unknown) => Promise.reject(faultOfSmtp(error))), late]);
  } finally {
    clearTimeout(timer);
  }
}
