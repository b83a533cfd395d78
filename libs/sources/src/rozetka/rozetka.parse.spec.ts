import { readFileSync } from 'node:fs';
import { listOf, wireOf, type Wire } from '../wire.js';
import { childState, parseGoodsThread, parseShopReply, parseShopReview, rozetkaId } from './rozetka.parse.js';
import { kyivTime } from './rozetka.time.js';

function fixture(file: string, list: string): Wire[] {
  const answer: unknown = JSON.parse(readFileSync(new URL(`./fixtures/${file}`, import.meta.url), 'utf8'));
  return listOf(wireOf(wireOf(answer)['content'])[list], list);
}

const [review = {}, answered = {}] = fixture('market-reviews.json', 'marketReviews');
const [comment = {}, question = {}] = fixture('item-comments.json', 'itemComments');

describe('reading Rozetka', () => {
  it('keeps what was said of the shop, in all its fields', () => {
    expect(parseShopReview(review)).toMatchObject({
      kind: 'review',
      externalId: 'shop-9001',
      author: { displayName: 'Марія Приходько', isBrand: false },
      text: 'Замовлення скасували без пояснень\nНе передзвонили',
      rating: { value: 1, scale: 3 },
      postedAt: new Date('2026-11-20T07:00:00Z'),
      platformState: 'visible',
    });
    expect(parseShopReview(review)).not.toHaveProperty('brandReply');
  });

  it('takes a name in an object, a vote without words, and a blocked answer with its reason', () => {
    expect(parseShopReview(answered)).toMatchObject({
      author: { displayName: 'Ігор' },
      text: '',
      rating: { value: 2, scale: 3 },
      postedAt: new Date('2026-07-20T06:00:00Z'),
      platformState: 'hidden',
      brandReply: { text: 'Дякуємо за відгук!', state: 'rejected', reason: 'Контакти в тексті' },
    });
  });

  it.each([
    [1, 'pending'],
    [2, 'pending'],
    [3, 'rejected'],
    [4, 'visible'],
    [5, 'rejected'],
  ])('an answer in state %i is %s', (status, expected) => {
    expect(parseShopReply({ reply: { comment: 'Дякуємо', status, user_type: 1 } })?.state).toBe(expected);
  });

  it("does not take the customer's own answer for ours", () => {
    expect(parseShopReply({ reply: { comment: 'Вирішили', status: 4, user_type: 2 } })).toBeUndefined();
  });

  it('keeps what was said of the goods, that it was changed, and the answers below', () => {
    const [root, ours, theirs] = parseGoodsThread(comment);
    expect(root).toMatchObject({
      kind: 'review',
      externalId: 'item-5551',
      author: { externalId: '635862', displayName: 'Ігор', isBrand: false },
      text: 'Брак, продавець не відповідає\n− Подряпини',
      title: 'Тіні зникають опівдні',
      rating: { value: 1, scale: 5 },
      url: 'https://rozetka.com.ua/334455/p334455',
      postedAt: new Date('2026-11-19T10:00:00Z'),
      editedAt: new Date('2026-11-19T10:30:00Z'),
    });
    expect(ours).toMatchObject({
      kind: 'comment',
      externalId: 'item-44815513',
      parentExternalId: 'item-5551',
      rootExternalId: 'item-5551',
      author: { isBrand: true },
      platformState: 'unknown',
    });
    expect(theirs).toMatchObject({ author: { isBrand: false }, platformState: 'hidden' });
  });

  it('takes a question for one, a guest for nobody, and no script for a link', () => {
    const [root] = parseGoodsThread(question);
    expect(root).toMatchObject({ kind: 'post', externalId: 'item-5552' });
    expect(root).not.toHaveProperty('rating');
    expect(root).not.toHaveProperty('url');
    expect(root).not.toHaveProperty('editedAt');
    expect(root?.author).toEqual({ displayName: 'Гість', isBrand: false });
  });

  it('keeps neither phone nor e-mail', () => {
    const kept = JSON.stringify([parseShopReview(review), parseGoodsThread(comment)]);
    expect(kept).not.toMatch(/380671234567|example\.com/);
    expect(kept).toContain('7700123');
  });

  it.each([
    ['unapproved', 'pending'],
    ['locked', 'rejected'],
    ['active', 'visible'],
    ['auto_activated', 'visible'],
  ])('an answer below a comment that is %s is %s', (status, expected) => {
    expect(childState({ status })).toBe(expected);
  });

  it.each([
    ['shop-9001', { of: 'shop', id: '9001' }],
    ['item-5551', { of: 'goods', id: '5551' }],
    ['9001', undefined],
    ['item-', undefined],
    ['shop-1/reply', undefined],
  ])('takes %s apart', (externalId, expected) => {
    expect(rozetkaId(externalId)).toEqual(expected);
  });

  it.each([
    ['2026-01-15 12:00:00', '2026-01-15T10:00:00.000Z'],
    ['2026-07-15 12:00:00', '2026-07-15T09:00:00.000Z'],
    ['2026-03-29 02:59:59', '2026-03-29T00:59:59.000Z'],
    ['2026-03-29 04:00:00', '2026-03-29T01:00:00.000Z'],
    ['2026-10-25 05:00:00', '2026-10-25T03:00:00.000Z'],
    ['2017-08-09 14:09:10.401746', '2017-08-09T11:09:10.401Z'],
  ])('takes %s for the time in Kyiv', (text, expected) => {
    expect(kyivTime(text)?.toISOString()).toBe(expected);
  });

  it.each([null, '', 'вчора'])('takes %j for no time', (text) => {
    expect(kyivTime(text)).toBeUndefined();
  });
});
