import { Fault } from '@heard/core';
import { reasonsOf, type GoogleFailure, type GoogleWords } from '../google-faults.js';

/** What a person has to mend at YouTube. */
export const YOUTUBE_WORDS: GoogleWords = {
  reconnect: 'A living refresh token: this one was revoked or has expired; connect the channel again',
  permission: [
    'Permission youtube.force-ssl, given by the owner of the channel: connect with the account of the channel and tick the permission',
  ],
  closed: 'YouTube Data API v3: turn it on in Google Cloud → APIs and services, in the project of the key',
};

const NEW_KEY =
  'A living API key: this one is not known or has expired; see Google Cloud → APIs and services → Credentials';
const TO_ANSWER =
  'OAuth client id, client secret and refresh token with the permission youtube.force-ssl, to answer as the channel: fill them in at this source';
const SPENT = new Set(['quotaExceeded', 'dailyLimitExceeded']);
const BAD_KEY = new Set(['API_KEY_INVALID', 'keyInvalid', 'keyExpired']);
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** What is peculiar to YouTube: units that end at midnight in California, comments that are turned off, and keys. */
export function youtubeFault({ status, body }: GoogleFailure, now: Date): Fault | undefined {
  const reasons = reasonsOf(body);
  const has = (among: ReadonlySet<string>): boolean => reasons.some((reason) => among.has(reason));
  if (status === 403 && has(SPENT)) {
    const words = 'The units of this day are spent; YouTube counts anew from midnight in California';
    return new Fault('throttled', words, { code: 'quota_spent', retryAt: pacificMidnight(now) });
  }
  if (status === 403 && reasons.includes('commentsDisabled'))
    return new Fault('rejected', 'Comments are turned off there', { code: 'comments_disabled' });
  if (status === 400 && has(BAD_KEY))
    return new Fault('disconnected', 'YouTube does not know the API key', {
      code: 'key_invalid',
      missing: [NEW_KEY],
    });
  if (status === 400 && reasons.includes('processingFailure'))
    return new Fault('unavailable', 'YouTube could not process the request', { code: 'processing_failure' });
  return undefined;
}

/** An account that may not answer can still read: the answer is rejected, the source is not parked. So is a text that is not taken. */
export function whenAnswering(fault: Fault): Fault {
  if (fault.code === 'permission_missing')
    return new Fault('rejected', fault.message, { code: fault.code, missing: [TO_ANSWER], cause: fault });
  if (fault.code === 'bad_request')
    return new Fault('rejected', fault.message, { code: 'not_taken', cause: fault });
  return fault;
}

/** A key reads, and answers nothing. */
export function keyCannotAnswer(): Fault {
  const words = 'An API key can only read: YouTube takes answers from the owner of the channel';
  return new Fault('rejected', words, { code: 'permission_missing', missing: [TO_ANSWER] });
}

/** The channel is not there, or has its comments turned off: a person has to look. */
export function whenListing(fault: Fault): Fault {
  const isClosed = fault.code === 'comments_disabled';
  if (fault.kind !== 'missing' && !isClosed) return fault;
  const missing = [
    isClosed
      ? 'Comments of the channel: they are turned off in YouTube Studio → Settings → Community'
      : 'The channel: there is none with this id',
  ];
  return new Fault('disconnected', fault.message, { code: 'channel_missing', missing, cause: fault });
}

/** The next midnight in California, where YouTube's day ends. */
export function pacificMidnight(now: Date): Date {
  const passed = sincePacificMidnight(now);
  const guess = new Date(now.getTime() + DAY_MS - passed);
  // A day in which the clocks change is an hour longer or shorter.
  const off = sincePacificMidnight(guess);
  return new Date(guess.getTime() + (off > DAY_MS / 2 ? DAY_MS - off : -off));
}

const PACIFIC = new Intl.DateTimeFormat('en-US', {
  timeZone: 'America/Los_Angeles',
  hourCycle: 'h23',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

function sincePacificMidnight(at: Date): number {
  const parts = new Map(PACIFIC.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const [hours = 0, minutes = 0, seconds = 0] = (['hour', 'minute', 'second'] as const).map((part) =>
    parts.get(part),
  );
  return hours * HOUR_MS + minutes * 60_000 + seconds * 1_000 + at.getMilliseconds();
}

/** What is missing where comments that wait for a look are not told. */
export const OWNER =
  "The consent of the channel's own owner, with the scope https://www.googleapis.com/auth/youtube.force-ssl: comments that wait for a look are told to nobody else; connect again as the owner";
