import { feedDate } from './feed.dates.js';
import { decodeFeed } from './feed.letters.js';
import { parseFeed } from './feed.parse.js';

const rss = (item: string): string => `<rss version="2.0"><channel><item>${item}</item></channel></rss>`;
const [one] = [(xml: string) => parseFeed(xml).mentions[0]];

/** "Ждём" in windows-1251. */
const cyrillic = Buffer.from([0xc6, 0xe4, 0xb8, 0xec]);

test.each([
  [
    'declares it in XML',
    Buffer.concat([Buffer.from('<?xml version="1.0" encoding="windows-1251"?><a>'), cyrillic]),
    undefined,
  ],
  ['declares it in its header', cyrillic, 'text/xml; charset=windows-1251'],
  ['says nothing about it', cyrillic, undefined],
  ['declares what nobody knows', cyrillic, 'text/xml; charset=x-nobody'],
])('a feed in windows-1251 that %s is read', (_name, bytes, type) => {
  expect(decodeFeed(bytes, type)).toContain('Ждём');
});

test('a feed whose header declares another encoding than it has is read by what it is', () => {
  const xml = Buffer.concat([Buffer.from('<?xml version="1.0" encoding="windows-1251"?><a>'), cyrillic]);
  expect(decodeFeed(xml, 'text/xml; charset=utf-8')).toContain('Ждём');
  expect(decodeFeed(cyrillic, 'text/xml; charset=utf-8')).toBe('Ждём');
});

test('a letter that was cut in two spoils nothing but itself', () => {
  const cut = Buffer.concat([Buffer.from('Ждём уже'), Buffer.from([0xd0])]);
  expect(decodeFeed(cut, 'text/xml; charset=utf-8')).toBe('Ждём уже\ufffd');
});

test('a feed in UTF-8 is read without a word about it', () => {
  expect(decodeFeed(Buffer.from('Ждём'), undefined)).toBe('Ждём');
});

test.each([
  ['Sun, 22 Nov 2026 12:00:00 +0200', '2026-11-22T10:00:00.000Z'],
  ['22 Nov 2026 13:00 MSK', '2026-11-22T10:00:00.000Z'],
  ['Sun, 22 Nov 26 12:00:00 EET', '2026-11-22T10:00:00.000Z'],
  ['Sun, 22 Nov 2026 10:00:00 GMT', '2026-11-22T10:00:00.000Z'],
  ['2026-11-22T12:00:00+02:00', '2026-11-22T10:00:00.000Z'],
])('the date %s is read', (text, expected) => {
  expect(feedDate(text)?.toISOString()).toBe(expected);
});

test.each(['yesterday', '', '32 Nov 2026 10:00 GMT', '22 Nov 2026 10:00 XYZ', undefined])(
  '%s is no date',
  (text) => {
    expect(feedDate(text)).toBeUndefined();
  },
);

test('an item without an id has one that stays when its text is edited', () => {
  const item = (text: string): string =>
    rss(
      `<link>https://site.example/1</link><pubDate>22 Nov 2026 10:00 GMT</pubDate><description>${text}</description>`,
    );
  expect(one(item('Було'))?.externalId).toBe(one(item('Стало'))?.externalId);
});

test('an item of nothing but a text has an id of its text', () => {
  const [first, second] = [
    one(rss('<description>Раз</description>')),
    one(rss('<description>Два</description>')),
  ];
  expect(first?.externalId).not.toBe(second?.externalId);
  expect(first).not.toHaveProperty('postedAt');
});

test('HTML becomes plain text: no scripts, no addresses, lines kept', () => {
  const html =
    '<h2>Жах</h2><p>Перший<br>рядок &mdash; <a href="javascript:alert(1)">тут</a></p><script>alert(1)</script><img src=x>';
  expect(one(rss(`<description><![CDATA[${html}]]></description>`))?.text).toBe('Жах\n\nПерший\nрядок — тут');
});

test('a feed with entities of its own is not read (billion laughs)', () => {
  const bomb = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>';
  expect(() => parseFeed(`${bomb}${rss('<description>&b;</description>')}`)).toThrow(
    expect.objectContaining({ kind: 'unavailable', code: 'xml_doctype' }),
  );
});

test('what people paste into their words declares nothing', () => {
  const words = '<!DOCTYPE html><p>Жах</p><!ENTITY a "b">';
  expect(
    one(`<!-- <!DOCTYPE x> -->${rss(`<description><![CDATA[${words}]]></description>`)}`)?.text,
  ).toContain('Жах');
  expect(() => parseFeed(`<![CDATA[x]]><!doctype x [<!ENTITY a "ha">]>${rss('')}`)).toThrow(
    expect.objectContaining({ code: 'xml_doctype' }),
  );
});

test.each([
  '<html><body>Log in</body></html>',
  '<rss><channel><item>',
  '{"items":',
  '{"a":1}',
  'plain text',
  '',
])('%s is no feed, and never an empty one', (text) => {
  expect(() => parseFeed(text)).toThrow(expect.objectContaining({ kind: 'unavailable' }));
});

test('a feed of nothing is empty', () => {
  expect(parseFeed('<rss version="2.0"><channel></channel></rss>').mentions).toEqual([]);
  expect(parseFeed('<feed xmlns="http://www.w3.org/2005/Atom"/>').mentions).toEqual([]);
  expect(parseFeed('{"items":[]}').mentions).toEqual([]);
});
