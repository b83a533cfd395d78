import { reviewText } from './review-text.js';

describe('a review in parts as one text', () => {
  it.each([
    [
      { comment: 'Ждал две недели', pros: 'Красивая', cons: 'Поддержка молчит' },
      'Ждал две недели\n+ Красивая\n− Поддержка молчит',
    ],
    [{ comment: '', pros: ' ', cons: 'Помятая обложка' }, '− Помятая обложка'],
    [{ comment: ' Дякую ' }, 'Дякую'],
    [{}, ''],
  ])('%j', (parts, expected) => {
    expect(reviewText(parts)).toBe(expected);
  });
});
