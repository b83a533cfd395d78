import { createHash } from 'node:crypto';
import { type CollectedMention, isFault } from '@heard/core';
import type { CheckResult, Cursor, Page, Source, UnreadLetter } from '../source.js';
import { inFolder, openMailCursor } from './mail.cursor.js';
import { type Letter, readLetter } from './mail.letter.js';
import { mentionOfLetter } from './mail.parse.js';
import { inMailbox, type MailWay, type StoredLetter } from './mail.session.js';
import type { MailSettings } from './mail.settings.js';

const PAGE = 50;

/** A mailbox of notifications: read only, nothing is marked, moved or deleted in it. */
export class MailSource implements Source {
  constructor(
    private readonly settings: MailSettings,
    private readonly way: MailWay,
    private readonly pageSize = PAGE,
  ) {}

  async collect(from: Cursor | undefined, signal: AbortSignal): Promise<Page> {
    const now = this.way.clock.now();
    const opened = openMailCursor(from, now, this.settings.backfillDays);
    return inMailbox(this.settings, this.way, signal, async (folder) => {
      const cursor = inFolder(opened, folder.uidValidity);
      const since = cursor.fromFloor ? new Date(cursor.floorAt) : undefined;
      const waiting = await folder.after(cursor.lastUid, since);
      const uids = waiting.slice(0, this.pageSize);
      const more = waiting.length > uids.length;
      const letters = uids.length === 0 ? [] : await folder.read(uids);
      const read = await Promise.all(letters.map((letter) => this.read(letter, now)));
      const handedOver = Math.max(cursor.lastUid, uids.at(-1) ?? 0);
      const lastUid = more ? handedOver : Math.max(handedOver, folder.uidNext - 1);
      return {
        mentions: read.flatMap((each) => ('mention' in each ? [each.mention] : [])),
        unread: read.flatMap((each) => ('unread' in each ? [each.unread] : [])),
        cursor: { ...cursor, lastUid, fromFloor: cursor.fromFloor && more },
        more,
      };
    });
  }

  async check(signal: AbortSignal): Promise<CheckResult> {
    try {
      await inMailbox(this.settings, this.way, signal, async () => undefined);
      return { ok: true };
    } catch (error) {
      if (!isFault(error, 'disconnected')) throw error;
      return { ok: false, missing: error.missing ?? [error.message] };
    }
  }

  /** What cannot be read as a review becomes a person's to read; nothing is dropped. */
  private async read(
    { bytes, receivedAt: told }: StoredLetter,
    now: Date,
  ): Promise<{ readonly mention: CollectedMention } | { readonly unread: UnreadLetter }> {
    const receivedAt = Number.isNaN(told.getTime()) ? now : told;
    const key = createHash('sha256').update(bytes).digest('hex');
    const letter = await readLetter(bytes).catch((): undefined => undefined);
    if (!letter) return { unread: { key, because: 'unreadable', subject: '', text: '', receivedAt } };
    const id = letter.messageId ?? key;
    const { authServer } = this.settings;
    const reading = mentionOfLetter(letter, { id, receivedAt, authServer });
    return 'mention' in reading ? reading : { unread: unreadOf(letter, reading.unread, { key, receivedAt }) };
  }
}

function unreadOf(
  { from, subject, text }: Letter,
  because: UnreadLetter['because'],
  known: { readonly key: string; readonly receivedAt: Date },
): UnreadLetter {
  return { ...known, because, ...(from !== undefined && { from }), subject, text };
}
