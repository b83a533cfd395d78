import type { SimAnswer } from '../sim-server.js';
import type { FakeAppReview } from './app-store.world.js';

/** The most reviews a page holds. */
export const MAX_LIMIT = 200;

/** A review as App Store Connect writes it; its answer is named only where it is included. */
export function reviewWire(review: FakeAppReview, isIncluded: boolean, origin: string): unknown {
  const { id, stars, title, body, nickname, createdAt, territory, answer } = review;
  const link = `${origin}/v1/customerReviews/${id}`;
  const data = answer === undefined ? null : { type: 'customerReviewResponses', id: answer.id };
  return {
    type: 'customerReviews',
    id,
    attributes: {
      ...{ rating: stars, title, body, reviewerNickname: nickname },
      ...{ createdDate: pacific(createdAt), territory },
    },
    relationships: { response: { ...(isIncluded && { data }), links: { related: `${link}/response` } } },
    links: { self: link },
  };
}

/** The answers of these reviews, beside them. */
export function includedFor(reviews: readonly FakeAppReview[]): { included: unknown[] } {
  const included = reviews.flatMap(({ answer }) =>
    answer === undefined
      ? []
      : [
          {
            type: 'customerReviewResponses',
            id: answer.id,
            attributes: {
              ...{ responseBody: answer.text, lastModifiedDate: pacific(answer.at), state: answer.state },
            },
          },
        ],
  );
  return { included };
}

/** The errors of App Store Connect. */
export function appStoreError(status: number, code: string, detail: string, parameter?: string): SimAnswer {
  const id = `00000000-0000-4000-8000-${String(status).padStart(12, '0')}`;
  const source = parameter === undefined ? {} : { source: { parameter } };
  return {
    status,
    json: { errors: [{ id, status: String(status), code, title: 'The request failed', detail, ...source }] },
  };
}

/** The time as Apple writes it: with the offset of California, and without fractions. */
function pacific(at: string): string {
  const shifted = new Date(Date.parse(at) - 8 * 3_600_000).toISOString();
  return `${shifted.slice(0, 19)}-08:00`;
}
