import { Fault, isFault } from '@heard/core';
import { parseRetryAfter, redact } from '@heard/http';
import { countOf, textOf, type Wire } from '../wire.js';

/** An answer of Ozon that is not a success. */
export interface OzonFailure {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Wire;
}

const WHERE = 'seller.ozon.ru, «Настройки», «Seller API»';
const RECONNECT = `A living API key of this Client ID: this one was withdrawn, has expired (keys live about half a year) or was mistyped; make one at ${WHERE}`;
const NO_PLAN =
  'The subscription «Управление отзывами» or Premium Pro: without it Ozon shows no review through its API; it is bought at seller.ozon.ru, «Premium»';
const PAUSE_MS = 60_000;
/** Codes of gRPC. */
const UNAUTHENTICATED = 16;

const NO_QUESTION_PLAN =
  'Questions: the subscription Premium Plus or Premium Pro, without which Ozon shows no question through its API; it is bought at seller.ozon.ru, «Premium». Or choose that only reviews are read';

/** What a key lacks that may not read or answer questions. */
export const NO_QUESTION_ROLE = `Questions: the role for questions, or «Admin», for this key; choose it at ${WHERE} when making the key`;
/** What a key lacks that may not read reviews. */
export const NO_READING = `Reading: the role for reviews, or «Admin», for this key; choose it at ${WHERE} when making the key`;
/** What a key lacks that may not answer them. */
export const NO_ANSWERING = `Answering: the role for reviews that may write, or «Admin», for this key; choose it at ${WHERE} when making the key`;

/** Judges a failed answer by its status and says what to do next. */
export function ozonFault(
  { status, headers, body }: OzonFailure,
  now: Date,
  secrets: readonly string[],
): Fault {
  const words = textOf(body['message']) ?? 'no reason given';
  const message = `Ozon answered ${status}: ${redact(words, secrets).slice(0, 300)}`;
  if (status === 401 || countOf(body['code']) === UNAUTHENTICATED || (status === 403 && isAboutKey(words)))
    return new Fault('disconnected', message, { code: 'token_invalid', missing: [RECONNECT] });
  switch (status) {
    case 403:
      return /\brole\b/i.test(words)
        ? new Fault('disconnected', message, { code: 'permission_missing', missing: [NO_READING] })
        : new Fault('disconnected', message, { code: 'plan_missing', missing: [NO_PLAN] });
    case 404:
      return new Fault('missing', message);
    case 429:
      return new Fault('throttled', message, {
        retryAt: parseRetryAfter(headers['retry-after'], now) ?? new Date(now.getTime() + PAUSE_MS),
      });
    case 409: // Two requests at once about the same thing.
      return new Fault('unavailable', message);
  }
  if (status >= 500 || status < 400) return new Fault('unavailable', message);
  return new Fault('bug', message, { code: 'bad_request' });
}

/** A refusal of the questions alone: what is missing for them, and that it is only for them. */
export function withoutQuestions(error: unknown): never {
  throw lackingQuestions(error, 'disconnected');
}

/** The same when an answer was refused: the answer is rejected, the source is not parked. */
export function withoutAnswers(error: unknown): never {
  throw lackingQuestions(error, 'rejected');
}

function lackingQuestions(error: unknown, kind: 'disconnected' | 'rejected'): unknown {
  if (!isFault(error, 'disconnected')) return error;
  const lacks: Readonly<Record<string, string>> = {
    plan_missing: NO_QUESTION_PLAN,
    permission_missing: NO_QUESTION_ROLE,
  };
  const missing = lacks[error.code];
  if (missing === undefined) return error;
  return new Fault(kind, error.message, { code: error.code, missing: [missing], cause: error });
}

/** Ozon says 403 both to a dead key and to one without the subscription. */
function isAboutKey(words: string): boolean {
  return /api-?key/i.test(words) && /deactivat|invalid|expired|not found|unknown/i.test(words);
}
