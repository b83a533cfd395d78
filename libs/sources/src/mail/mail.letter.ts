import { htmlToText } from 'html-to-text';
import PostalMime, { type Email } from 'postal-mime';

/** A letter, as far as anybody looks at it. */
export interface Letter {
  /** The sender's address in lower case; absent when there is none, or more than one. */
  readonly from?: string;
  readonly subject: string;
  readonly messageId?: string;
  readonly date?: Date;
  readonly text: string;
  /** Every `Authentication-Results`, the topmost first. */
  readonly results: readonly string[];
}

const LONGEST = 100_000;

/** Reads a letter as it came. */
export async function readLetter(bytes: Uint8Array): Promise<Letter> {
  const email = await PostalMime.parse(bytes);
  const from = senderOf(email);
  const messageId = email.messageId?.trim().replace(/^<|>$/gu, '');
  const date = email.date === undefined ? undefined : new Date(email.date);
  return {
    ...(from !== undefined && { from }),
    ...(messageId !== undefined && messageId !== '' && { messageId }),
    ...(date !== undefined && !Number.isNaN(date.getTime()) && { date }),
    subject: (email.subject ?? '').trim().slice(0, 1_000),
    text: textOf(email).slice(0, LONGEST),
    results: email.headers.filter(({ key }) => key === 'authentication-results').map(({ value }) => value),
  };
}

/** Two senders are how forged letters look different to a filter and to a person. */
function senderOf(email: Email): string | undefined {
  const senders = email.headers.filter(({ key }) => key === 'from');
  const address = email.from?.address?.trim().toLowerCase();
  return senders.length === 1 && address !== undefined && /^[^\s@]+@[^\s@]+$/u.test(address)
    ? address
    : undefined;
}

/** As a person reads it: what is written with tags goes before the plain part, which senders neglect. */
function textOf({ html, text = '' }: Email): string {
  const plain =
    html === undefined || html.trim() === ''
      ? text
      : htmlToText(html, {
          wordwrap: false,
          selectors: [
            { selector: 'img', format: 'skip' },
            { selector: 'a', options: { hideLinkHrefIfSameAsText: true, linkBrackets: ['<', '>'] } },
            ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({
              selector,
              options: { uppercase: false },
            })),
          ],
        });
  return plain
    .replaceAll(/\r\n?/gu, '\n')
    .replaceAll(/[ \t\u00a0]+$/gmu, '')
    .trim();
}
