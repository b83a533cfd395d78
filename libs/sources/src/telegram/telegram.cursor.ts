import type { Cursor } from '../source.js';

/** Where reading of a bot's updates stands. */
export interface TelegramCursor {
  readonly v: 1;
  /** The first update that is not stored yet: asking from it tells Telegram to forget all before it. */
  readonly offset?: string;
  /** When that was; Telegram keeps updates for a day, and may count from anywhere after a week without any. */
  readonly offsetAt?: string;
  /** The webhook that we set, and may take away again. */
  readonly webhook?: string;
  /** Since when Telegram fails to deliver to it. */
  readonly failingSince?: string;
  /** Another program asked for the updates, first and last: it takes a part of them away. */
  readonly rival?: { readonly since: string; readonly last: string };
  /** The webhook is off for a moment, and what waits is asked for. */
  readonly draining?: boolean;
}

/** Reads a stored cursor, or starts one: Telegram keeps what nobody asked for, for a day. */
export function openCursor(from: Cursor | undefined): TelegramCursor {
  return from?.['v'] === 1 ? (from as unknown as TelegramCursor) : { v: 1 };
}

const DAY_MS = 86_400_000;

/** Where to ask from, while it is of any use. */
export function offsetOf({ offset, offsetAt }: TelegramCursor, now: Date): number | undefined {
  const isFresh = offsetAt !== undefined && now.getTime() - Date.parse(offsetAt) < DAY_MS;
  return offset !== undefined && isFresh ? Number(offset) : undefined;
}

/** The cursor after a page: an empty one says that all before it is confirmed, and nothing needs to be remembered. */
export function afterPage(cursor: TelegramCursor, updateIds: readonly string[], now: Date): TelegramCursor {
  const { offset: _offset, offsetAt: _at, ...rest } = cursor;
  if (updateIds.length === 0) return rest;
  const greatest = updateIds.map(BigInt).reduce((a, b) => (b > a ? b : a));
  return { ...rest, offset: String(greatest + 1n), offsetAt: now.toISOString() };
}
