import { Fault, isFault, type CollectedMention } from '@heard/core';
import type { GoneMention } from '../source.js';
import { countOf, dateOf, listOf, textOf, wireOf } from '../wire.js';
import type { TelegramApi } from './telegram.api.js';
import { afterPage, offsetOf, type TelegramCursor } from './telegram.cursor.js';
import { otherReceiver } from './telegram.faults.js';
import { WANTED_UPDATES } from './telegram.parse.js';
import type { TelegramSettings } from './telegram.settings.js';
import type { TelegramUpdates } from './telegram.updates.js';

/** What one step brought. */
export interface Received {
  readonly mentions: readonly CollectedMention[];
  readonly gone?: readonly GoneMention[];
  readonly refused?: true;
  readonly cursor: TelegramCursor;
  readonly more: boolean;
}

const PAGE = 100;
const MINUTE_MS = 60_000;
/** An error that old is of the past. */
const FRESH_ERROR_MS = 10 * MINUTE_MS;
/** For so long Telegram's own tries are waited for. */
const PATIENCE_MS = 5 * MINUTE_MS;
/** Requests of a rival that lie further apart are not one and the same trouble. */
const RIVAL_MS = 15 * MINUTE_MS;

/** Asks for updates, and looks after the webhook. */
export class TelegramReceiver {
  private asked = false;

  constructor(
    private readonly api: TelegramApi,
    private readonly settings: TelegramSettings,
    private readonly updates: TelegramUpdates,
  ) {}

  /**
   * One page of updates. Asking from an offset confirms all before it, and Telegram forgets them: they were stored
   * together with the cursor that holds this offset.
   */
  async poll(cursor: TelegramCursor, signal: AbortSignal): Promise<Received> {
    // Only the first request of a turn is held back until there is something.
    const timeout = this.asked || cursor.draining ? 0 : this.api.waitSeconds;
    this.asked = true;
    const params = {
      offset: offsetOf(cursor, this.api.now()),
      limit: PAGE,
      timeout,
      allowed_updates: WANTED_UPDATES,
    };
    try {
      const wires = listOf(await this.api.call('getUpdates', params, signal), 'list of updates');
      const ids = wires.map((wire) => textOf(wire['update_id'])).filter((id) => id !== undefined);
      const read = await this.updates.read(wires, signal);
      return { ...read, cursor: afterPage(cursor, ids, this.api.now()), more: wires.length > 0 };
    } catch (error) {
      if (isFault(error) && error.code === 'conflict') return this.meetRival(cursor);
      const isOurs = isFault(error) && error.code === 'webhook_set' && cursor.webhook !== undefined;
      if (!isOurs) throw error;
      const off = await this.takeOff(cursor, signal);
      return { ...off, cursor: { ...off.cursor, webhook: cursor.draining ? cursor.webhook : undefined } };
    }
  }

  /** Another request ended ours. Once, it is of a process that has just died; time and again, somebody else's. */
  private meetRival(cursor: TelegramCursor): Received {
    const now = this.api.now();
    const known = cursor.rival;
    const isKnown = known !== undefined && now.getTime() - Date.parse(known.last) < RIVAL_MS;
    const since = isKnown ? known.since : now.toISOString();
    if (now.getTime() - Date.parse(since) >= PATIENCE_MS) throw otherReceiver();
    return { mentions: [], cursor: { ...cursor, rival: { since, last: now.toISOString() } }, more: false };
  }

  /** What can be done while Telegram delivers by itself: the webhook is set, and what it cannot deliver is fetched. */
  async watchWebhook(cursor: TelegramCursor, signal: AbortSignal): Promise<Received> {
    if (cursor.draining) return this.drain(cursor, signal);
    const info = wireOf(await this.api.call('getWebhookInfo', {}, signal));
    const { webhookUrl } = this.settings;
    const url = textOf(info['url']);
    if (url !== webhookUrl) {
      // It was taken away to fetch what waits, and the process died before it could note that.
      if (url === undefined && cursor.failingSince !== undefined) return draining(cursor);
      if (url === undefined || url === cursor.webhook) return this.set(cursor, signal);
      throw new Fault('disconnected', 'This bot has a webhook at another address', {
        code: 'webhook_set',
        missing: [
          `The only receiver: this bot delivers to ${hostOf(url)}. Remove that webhook (deleteWebhook) first`,
        ],
      });
    }
    if (!isWhole(info)) return this.set(cursor, signal);
    if (!isFailing(info, this.api.now()))
      return { mentions: [], cursor: healthy(cursor, webhookUrl), more: false };
    const failingSince = cursor.failingSince ?? this.api.now().toISOString();
    if (this.api.now().getTime() - Date.parse(failingSince) < PATIENCE_MS) {
      return { mentions: [], cursor: { ...cursor, webhook: webhookUrl, failingSince }, more: false };
    }
    const off = await this.takeOff({ ...cursor, webhook: webhookUrl }, signal);
    return draining(off.cursor);
  }

  private async drain(cursor: TelegramCursor, signal: AbortSignal): Promise<Received> {
    const read = await this.poll(cursor, signal);
    if (read.more) return read;
    const set = await this.set(cursor, signal);
    return { ...read, cursor: { ...set.cursor, draining: undefined } };
  }

  private async set(cursor: TelegramCursor, signal: AbortSignal): Promise<Received> {
    const { webhookUrl, webhookSecret } = this.settings;
    const params = { url: webhookUrl, secret_token: webhookSecret, allowed_updates: WANTED_UPDATES };
    await this.api.call('setWebhook', params, signal);
    return { mentions: [], cursor: healthy(cursor, webhookUrl), more: false };
  }

  /** What waits at Telegram stays there. */
  private async takeOff(cursor: TelegramCursor, signal: AbortSignal): Promise<Received> {
    await this.api.call('deleteWebhook', { drop_pending_updates: false }, signal);
    const { failingSince: _since, ...rest } = cursor;
    return { mentions: [], cursor: rest, more: true };
  }
}

function draining(cursor: TelegramCursor): Received {
  const { failingSince: _since, ...rest } = cursor;
  return { mentions: [], cursor: { ...rest, draining: true }, more: true };
}

function healthy(cursor: TelegramCursor, webhook: string | undefined): TelegramCursor {
  const { failingSince: _since, ...rest } = cursor;
  return { ...rest, webhook };
}

/** True when updates wait because the last tries failed. */
export function isFailing(info: Readonly<Record<string, unknown>>, now: Date): boolean {
  const lastErrorAt = dateOf(info['last_error_date']);
  const isFresh = lastErrorAt !== undefined && now.getTime() - lastErrorAt.getTime() < FRESH_ERROR_MS;
  return countOf(info['pending_update_count']) > 0 && isFresh;
}

/** False when the webhook was set with a list of updates that lacks one we take; without a list Telegram sends most of them. */
function isWhole(info: Readonly<Record<string, unknown>>): boolean {
  const allowed = info['allowed_updates'];
  if (!Array.isArray(allowed)) return true;
  const names = allowed.map(textOf);
  return WANTED_UPDATES.every((name) => names.includes(name));
}

/** The address of a webhook may hold a secret: only its host is named. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : 'another address';
}
