import { readFileSync } from 'node:fs';
import { listOf, wireOf } from '../wire.js';
import { parseReview } from './app-store.parse.js';

const page = wireOf(JSON.parse(readFileSync(new URL('fixtures/reviews.json', import.meta.url), 'utf8')));
const read = listOf(page['data'], 'list').map((wire) => parseReview(wire, listOf(page['included'], 'list')));

describe('reading reviews of the App Store', () => {
  it('reads a review with the answer that waits beside it', () => {
    expect(read[0]).toMatchObject({
      kind: 'review',
      externalId: '00000012-aaaa-bbbb-cccc-000000000001',
      author: { displayName: 'olga77', isBrand: false },
      title: 'Не открывается заказ',
      text: 'Поддержка молчит неделю',
      rating: { value: 1, scale: 5 },
      postedAt: new Date('2026-11-20T12:15:00Z'),
      brandReply: {
        text: 'Здравствуйте, Ольга! Уже ищем ваш заказ.',
        at: new Date('2026-11-20T18:00:00Z'),
        state: 'pending',
      },
    });
  });

  it('reads a bare rating by nobody, with fractions of a second', () => {
    expect(read[1]).toMatchObject({ text: '', author: { isBrand: false }, rating: { value: 4 } });
    expect(read[1]?.postedAt).toEqual(new Date('2026-11-20T07:00:00.250Z'));
    expect(read[1]).not.toHaveProperty('brandReply');
  });

  it('leaves out what has no id', () => {
    expect(read[2]).toBeUndefined();
  });
});
