import { Fault } from '@heard/core';
import { parseRetryAfter, redact } from '@heard/http';
import { textOf, type Wire } from '../wire.js';

/** An answer of Wildberries that is not a success. */
export interface WildberriesFailure {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Wire;
}

const WHERE = 'seller.wildberries.ru, «Настройки», «Доступ к API»';
const RECONNECT = `A living token: this one was withdrawn, has expired (tokens live 180 days), or is not of the category «Вопросы и отзывы»; make one at ${WHERE}`;
const NO_ACCESS = `The category «Вопросы и отзывы» for this token: tick it at ${WHERE} when making the token`;
const PAUSE_SECONDS = 60;

/** What a token lacks that may only read. */
export const READ_ONLY_TOKEN = `Answering: this token is read-only; make one without «Только на чтение» at ${WHERE}`;

/** What a token lacks that may call too rarely. */
export const BASIC_TOKEN = `Answering: this basic token may call once in 12 minutes; make a personal one («Персональный токен») at ${WHERE}`;

/** What is wrong with a token of the sandbox in the real shop, and the other way round. */
export const WRONG_CONTOUR = {
  live: `A token of the real shop: this one is of the sandbox («Тестовый контур»); make another at ${WHERE}, or choose the contour «sandbox»`,
  sandbox: `A token of the sandbox: this one is of the real shop; make one with «Тестовый контур» at ${WHERE}, or choose the contour «live»`,
} as const;

const OR_NOT = 'or choose that only reviews and questions are read';

/** What a token lacks for which the rest goes on. */
export const WITHHELD = {
  chats: `Chats with buyers: the category «Чат с покупателями» for this token; tick it at ${WHERE} when making a token, ${OR_NOT}`,
  claims: `Claims for returns: the category «Возвраты покупателями» for this token; tick it at ${WHERE} when making a token, ${OR_NOT}`,
} as const;

/** Judges a failed answer by its status and says what to do next. */
export function wildberriesFault(
  { status, headers, body }: WildberriesFailure,
  now: Date,
  secrets: readonly string[],
): Fault {
  const words = textOf(body['detail']) ?? textOf(body['errorText']) ?? textOf(body['title']);
  const shown = redact(words ?? 'no reason given', secrets).slice(0, 300);
  const message = `Wildberries answered ${status}: ${shown}`;
  switch (status) {
    case 401:
      return new Fault('disconnected', message, { code: 'token_invalid', missing: [RECONNECT] });
    case 403:
      return new Fault('disconnected', message, { code: 'permission_missing', missing: [NO_ACCESS] });
    case 429:
      return new Fault('throttled', message, { retryAt: retryAt(headers, now) });
    case 404:
    case 422:
      return new Fault('missing', message);
  }
  // An error may come with status 200 too: the flag in the body counts.
  if (status >= 500 || status < 400) return new Fault('unavailable', message);
  return new Fault('bug', message, { code: 'bad_request' });
}

/** `X-Ratelimit-Retry` is when one call is free again, `X-Ratelimit-Reset` when all are; both in seconds. */
function retryAt(headers: Readonly<Record<string, string>>, now: Date): Date {
  const told = ['x-ratelimit-retry', 'x-ratelimit-reset', 'retry-after']
    .map((name) => parseRetryAfter(headers[name], now))
    .find((at) => at !== undefined);
  return told ?? new Date(now.getTime() + PAUSE_SECONDS * 1000);
}
