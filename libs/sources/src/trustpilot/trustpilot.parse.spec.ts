import { readFileSync } from 'node:fs';
import { listOf, wireOf } from '../wire.js';
import { parseReview } from './trustpilot.parse.js';

const page = wireOf(JSON.parse(readFileSync(new URL('fixtures/reviews.json', import.meta.url), 'utf8')));
const read = listOf(page['reviews'], 'list').map((wire) => parseReview(wire));

describe('reading reviews of Trustpilot', () => {
  it('reads a review with its edit, its answer and the location it is about', () => {
    expect(read[0]).toMatchObject({
      kind: 'review',
      externalId: '65aa00bb11cc22dd33ee44ff',
      author: { externalId: '55aa', displayName: 'J. Smith', isBrand: false },
      title: 'No reply for 9 days',
      text: 'They promised a call back…',
      rating: { value: 1, scale: 5 },
      location: 'Lavka Podil',
      url: 'https://www.trustpilot.com/reviews/65aa00bb11cc22dd33ee44ff',
      postedAt: new Date('2026-11-20T07:00:00Z'),
      editedAt: new Date('2026-11-21T08:30:00Z'),
      platformState: 'visible',
      brandReply: { text: 'Sorry! We look into it.', at: new Date('2026-11-20T09:00:00Z'), state: 'visible' },
    });
  });

  it("keeps the order's number and not the reviewer's address", () => {
    expect(read[0]?.raw).toMatchObject({ referenceId: 'ORD-77' });
    expect(JSON.stringify(read)).not.toContain('@mail.example');
  });

  it('reads one that is out of sight, by nobody and without a title', () => {
    expect(read[1]).toMatchObject({ author: { isBrand: false }, platformState: 'hidden' });
    for (const absent of ['title', 'editedAt', 'brandReply', 'location'])
      expect(read[1]).not.toHaveProperty(absent);
  });

  it('leaves out what has no id', () => {
    expect(read[2]).toBeUndefined();
  });
});
