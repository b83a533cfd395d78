import { canonicalLink, cleanLink } from './canonical-link.js';

test.each([
  ['https://www.otzovik.example/review/17/', 'http://otzovik.example/review/17'],
  [
    'https://m.facebook.example/story.php?id=1&story=2',
    'https://facebook.example/story.php?story=2&id=1&fbclid=Iw',
  ],
  ['https://2gis.example/firm/7?utm_source=tg&utm_medium=x', 'https://2gis.example/firm/7'],
  ['https://www.m.shop.example/a?gclid=1#review-5', 'https://shop.example/a#review-5'],
  ['https://отзывы.example/1', 'https://xn--b1ajuq0cb.example/1'],
  ['https://me:secret@shop.example/a#:~:text=bad', 'https://shop.example/a'],
])('%s leads where %s leads', (one, other) => {
  expect(canonicalLink(one)).toBe(canonicalLink(other));
});

test.each([
  ['https://shop.example/a?id=1', 'https://shop.example/a?id=2'],
  ['https://shop.example/a#review-1', 'https://shop.example/a#review-2'],
  ['https://shop.example/A', 'https://shop.example/a'],
  ['https://shop.example:8443/a', 'https://shop.example/a'],
  ['https://m.example/a', 'https://example/a'],
])('%s and %s are two pages', (one, other) => {
  expect(canonicalLink(one)).not.toBe(canonicalLink(other));
});

test('what is kept of a link opens the same page, and says nothing of where a person came from', () => {
  expect(cleanLink(' https://m.shop.example/a/?b=2&utm_campaign=w&a=1 ')).toBe(
    'https://m.shop.example/a/?b=2&a=1',
  );
});

test.each(['', 'shop.example/a', 'javascript:alert(1)', 'ftp://shop.example/a', 'https://'])(
  '%p is no link',
  (link) => {
    expect([cleanLink(link), canonicalLink(link)]).toEqual([undefined, undefined]);
  },
);
