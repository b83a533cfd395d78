import { readFileSync } from 'node:fs';
import { parseJson } from '@heard/http';
import { listOf, wireOf, type Wire } from '../wire.js';
import { jsonWithBigInts, wireId } from './yandex-market.json.js';
import { parseComment, parseFeedback } from './yandex-market.parse.js';

function fixture(file: string, list: string): Wire[] {
  const answer = parseJson(readFileSync(new URL(`./fixtures/${file}`, import.meta.url), 'utf8'));
  return listOf(wireOf(wireOf(answer)['result'])[list], list);
}

const [review = {}, bare = {}] = fixture('goods-feedback.json', 'feedbacks');
const [comment = {}, answer = {}] = fixture('comments.json', 'comments');

describe('reading Yandex Market', () => {
  it('keeps what the customer said, and every digit of the id', () => {
    expect(parseFeedback(review)).toMatchObject({
      kind: 'review',
      externalId: '9007199254741993',
      author: { displayName: 'Мария', isBrand: false },
      text: 'Поддержка не ответила\n− Помятая обложка',
      rating: { value: 2, scale: 5 },
      postedAt: new Date('2026-11-20T11:02:11Z'),
      platformState: 'visible',
    });
  });

  it('takes a bare rating without an author', () => {
    const mention = parseFeedback(bare);
    expect(mention).toMatchObject({
      externalId: '551',
      text: '',
      rating: { value: 1 },
      author: { isBrand: false },
    });
    expect(mention?.author).not.toHaveProperty('displayName');
  });

  it('hangs comments below the review or the comment that they answer', () => {
    expect(parseComment(comment)).toMatchObject({
      kind: 'comment',
      externalId: '770',
      parentExternalId: '9007199254741993',
      rootExternalId: '9007199254741993',
      author: { displayName: 'Мария', isBrand: false },
      platformState: 'visible',
    });
    expect(parseComment(answer)).toMatchObject({
      externalId: '9007199254741995',
      parentExternalId: '770',
      author: { isBrand: true },
      platformState: 'unknown',
    });
    expect(parseComment(comment)).not.toHaveProperty('postedAt');
  });

  it.each([
    ['PUBLISHED', 'visible'],
    ['UNMODERATED', 'unknown'],
    ['BANNED', 'hidden'],
    ['DELETED', 'deleted'],
  ])('a comment that is %s is %s', (status, expected) => {
    expect(parseComment({ ...comment, status })?.platformState).toBe(expected);
  });

  it('writes ids as numbers without losing a digit, and leaves texts alone', () => {
    const written = jsonWithBigInts({ id: wireId('9007199254741993'), text: 'int64:5 "9"', none: undefined });
    expect(written).toBe('{"id":9007199254741993,"text":"int64:5 \\"9\\""}');
  });

  it.each(['', 'abc', '-1', '12345678901234567890', undefined])('takes %s for no id', (id) => {
    expect(wireId(id)).toBeUndefined();
  });
});
