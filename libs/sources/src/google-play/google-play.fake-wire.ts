import type { SimAnswer } from '../sim-server.js';
import type { FakePlayReview } from './google-play.world.js';

/** A review as Google Play writes it; in translation it keeps the original beside it. */
export function reviewWire(review: FakePlayReview, translation: string | null): unknown {
  const { id, author, title = '', text, stars, language, changedAt, answer } = review;
  const original = `${title}\t${text}`;
  const userComment = {
    text: translation === null ? original : `[${translation}] ${original}`,
    ...(translation !== null && { originalText: original }),
    ...{ lastModified: wireTime(changedAt), starRating: stars, reviewerLanguage: language },
    ...{ device: 'a52q', androidOsVersion: 33, appVersionCode: 520, appVersionName: '5.2.0' },
    ...{ thumbsUpCount: 0, thumbsDownCount: 0 },
  };
  const developerComment = answer && { text: answer.text, lastModified: wireTime(answer.at) };
  return {
    reviewId: id,
    ...(author !== undefined && { authorName: author }),
    comments: [{ userComment }, ...(developerComment ? [{ developerComment }] : [])],
  };
}

/** The time as Google writes it: seconds as text, and nanoseconds. */
export function wireTime(at: string): unknown {
  const ms = Date.parse(at);
  return { seconds: String(Math.floor(ms / 1000)), nanos: (ms % 1000) * 1_000_000 };
}

const STATUSES: Readonly<Record<number, string>> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
};

/** The errors of Google Play's API. */
export function playError(code: number, reason: string, message: string): SimAnswer {
  const errors = [{ message, domain: 'androidpublisher', reason }];
  return { status: code, json: { error: { code, message, status: STATUSES[code], errors } } };
}
