import { readFileSync } from 'node:fs';
import { listOf, wireOf } from '../wire.js';
import { parseReview } from './google-play.parse.js';

const page = wireOf(JSON.parse(readFileSync(new URL('fixtures/reviews.json', import.meta.url), 'utf8')));
const read = listOf(page['reviews'], 'list').map((wire) => parseReview(wire, 'ua.lihtar.books'));

describe('reading reviews of Google Play', () => {
  it('reads a review with its answer, seconds as text and all', () => {
    expect(read[0]).toMatchObject({
      kind: 'review',
      externalId: 'gp:AOqpTO-1',
      author: { displayName: 'Ігор М.', isBrand: false },
      text: 'Поддержка не отвечает',
      rating: { value: 1, scale: 5 },
      postedAt: new Date(1_795_255_331_120),
      url: 'https://play.google.com/store/apps/details?id=ua.lihtar.books&reviewId=gp%3AAOqpTO-1',
      brandReply: { text: 'Здравствуйте!', at: new Date(1_795_256_000_000), state: 'visible' },
    });
    expect(read[0]).not.toHaveProperty('title');
  });

  it('keeps the words the customer wrote, not a translation, and an author without a name', () => {
    expect(read[1]).toMatchObject({
      title: 'Погано',
      text: 'Не відкривається',
      author: { isBrand: false },
      postedAt: new Date(1_795_255_000_000),
    });
    expect(read[1]?.author).not.toHaveProperty('displayName');
  });

  it('leaves out what has no id', () => {
    expect(read[2]).toBeUndefined();
  });
});
