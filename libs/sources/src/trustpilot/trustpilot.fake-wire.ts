import type { PushDelivery } from '../push.js';
import type { SimAnswer } from '../sim-server.js';
import type { FakeTrustReview, TrustpilotWorld } from './trustpilot.world.js';

/** A review as the private API writes it. */
export function reviewWire(
  review: FakeTrustReview,
  { businessUnitId, domain, title }: TrustpilotWorld,
): unknown {
  const { id, consumerId, name, reply, hidden } = review;
  const { stars, text, createdAt, updatedAt = null } = review;
  const unit = { id: businessUnitId, identifyingName: domain, displayName: title, links: [] };
  return {
    ...{ id, stars, title: review.title, text, language: 'uk', createdAt, updatedAt, experiencedAt: null },
    companyReply: reply ? { text: reply.text, createdAt: reply.at, updatedAt: null } : null,
    ...{ isVerified: true, numberOfLikes: 0, status: hidden ? 'reported' : 'active' },
    reportData: hidden ? { reasons: ['test'], createdAt, reviewVisibility: 'hidden' } : null,
    consumer: { id: consumerId, displayName: name, displayLocation: null, numberOfReviews: 1, links: [] },
    businessUnit: unit,
    ...{
      location: null,
      links: [],
      referenceId: null,
      referralEmail: `${consumerId}@mail.example`,
      tags: [],
    },
  };
}

/** A delivery of the webhook, to an address with the secret as its password. */
export function deliveryOf(
  kind: 'created' | 'updated' | 'deleted',
  review: FakeTrustReview,
  webhookSecret: string,
): PushDelivery {
  const { id, stars, text, createdAt, consumerId, name } = review;
  const said = {
    ...{
      id,
      language: 'uk',
      stars,
      title: review.title,
      text,
      locationId: null,
      referenceId: null,
      createdAt,
    },
    link: `https://api.trustpilot.com/v1/reviews/${id}`,
    isVerified: true,
    consumer: { id: consumerId, name, link: `https://api.trustpilot.com/v1/consumers/${consumerId}` },
    tags: [],
  };
  const eventData = kind === 'deleted' ? { id } : said;
  const events = [{ eventName: `service-review-${kind}`, version: '1', eventData }];
  const basic = Buffer.from(`heard:${webhookSecret}`).toString('base64');
  return {
    method: 'POST',
    query: {},
    headers: { authorization: `Basic ${basic}`, 'content-type': 'application/json' },
    body: Buffer.from(JSON.stringify({ events })),
  };
}

/** What the gateway before the API says. */
export function gatewayError(status: number, faultstring: string, errorcode: string): SimAnswer {
  return { status, json: { fault: { faultstring, detail: { errorcode } } } };
}

/** What the API itself says. */
export function serviceError(status: number, message: string): SimAnswer {
  return { status, json: { message, errorCode: status, details: message } };
}
