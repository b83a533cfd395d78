import { readFileSync } from 'node:fs';
import { parseJson } from '@heard/http';
import { listOf, wireOf, type Wire } from '../wire.js';
import { parseComment, parseReview } from './ozon.parse.js';

function fixture(file: string, list: string): Wire[] {
  const answer = parseJson(readFileSync(new URL(`./fixtures/${file}`, import.meta.url), 'utf8'));
  return listOf(wireOf(answer)[list], list);
}

const [review = {}, bare = {}] = fixture('reviews.json', 'reviews');
const [comment = {}, answer = {}] = fixture('comments.json', 'comments');
const REVIEW = '0189f9c0-aaaa-7bbb-8ccc-000000000001';

describe('reading Ozon', () => {
  it('keeps what was said and of which goods, and invents no author', () => {
    expect(parseReview(review)).toMatchObject({
      kind: 'review',
      externalId: REVIEW,
      author: { isBrand: false },
      text: 'Доставили не то',
      rating: { value: 1, scale: 5 },
      url: 'https://www.ozon.ru/product/1234567890/reviews/',
      postedAt: new Date('2026-11-20T10:00:00Z'),
    });
    expect(parseReview(review)?.author).toEqual({ isBrand: false });
  });

  it('takes a bare rating, and a sku that came as text', () => {
    expect(parseReview(bare)).toMatchObject({
      text: '',
      rating: { value: 5 },
      url: 'https://www.ozon.ru/product/9007199254740993/reviews/',
      postedAt: new Date('2026-11-19T10:00:00.123Z'),
    });
  });

  it('hangs comments below the review or the comment that they answer', () => {
    expect(parseComment(comment, REVIEW)).toMatchObject({
      parentExternalId: REVIEW,
      rootExternalId: REVIEW,
      author: { isBrand: false },
      platformState: 'visible',
    });
    expect(parseComment(answer, REVIEW)).toMatchObject({
      parentExternalId: '0189f9c0-aaaa-7bbb-8ccc-000000000003',
      author: { isBrand: true },
      platformState: 'unknown',
    });
  });
});
