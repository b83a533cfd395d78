import { Fault } from '@heard/core';
import { parseRetryAfter, redact } from '@heard/http';
import { dateOf, textOf, wireOf, type Wire } from '../wire.js';

/** An answer of Yandex Market that is not a success. */
export interface YandexMarketFailure {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Wire;
}

const WHERE = 'partner.market.yandex.ru, «Настройки», «API и модули», «Токены авторизации»';
const RECONNECT = `A living Api-Key token: this one was withdrawn or mistyped; make one at ${WHERE}`;
const PAUSE_MS = 60_000;

/** What a token lacks that may neither read nor write reviews. */
export const NO_COMMUNICATION = `The access «Общение с покупателями» for this token: tick it at ${WHERE}`;
/** What a token lacks that may only read. */
export const READ_ONLY_KEY = `Answering: this token may only read; tick «Общение с покупателями» at ${WHERE}`;
/** The cabinet is not one of this token's. */
export const NO_BUSINESS =
  'The cabinet: there is none with this id, or the token is of another one; the id is shown beside the name of the cabinet at partner.market.yandex.ru';

/** Judges a failed answer by its status and says what to do next. */
export function yandexMarketFault(
  { status, headers, body }: YandexMarketFailure,
  now: Date,
  secrets: readonly string[],
): Fault {
  const [first] = Array.isArray(body['errors']) ? body['errors'].map(wireOf) : [];
  const words = [textOf(first?.['code']), textOf(first?.['message'])].filter((word) => word !== undefined);
  const shown = redact(words.join(': ') || 'no reason given', secrets).slice(0, 300);
  const message = `Yandex Market answered ${status}: ${shown}`;
  switch (status) {
    case 401:
      return new Fault('disconnected', message, { code: 'token_invalid', missing: [RECONNECT] });
    case 403:
      return new Fault('disconnected', message, { code: 'permission_missing', missing: [NO_COMMUNICATION] });
    case 404:
      return new Fault('missing', message);
    case 420: // Its own status for "too many"; 429 is not documented, and would mean the same.
    case 429:
      return new Fault('throttled', message, { retryAt: retryAt(headers, now) });
    case 423: // Another method holds what is asked for.
      return new Fault('unavailable', message);
  }
  if (status >= 500 || status < 400) return new Fault('unavailable', message);
  return new Fault('bug', message, { code: 'bad_request' });
}

function retryAt(headers: Readonly<Record<string, string>>, now: Date): Date {
  const until = headers['x-ratelimit-resource-until'];
  const told = dateOf(until) ?? parseRetryAfter(until, now) ?? parseRetryAfter(headers['retry-after'], now);
  return told !== undefined && told > now ? told : new Date(now.getTime() + PAUSE_MS);
}
