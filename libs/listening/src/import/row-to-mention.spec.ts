import { fieldsOfColumns, parseColumnMap } from './fields.js';
import { momentOf } from './moments.js';
import { mentionOf } from './row-to-mention.js';

function rejected(record: Parameters<typeof mentionOf>[0]): string | undefined {
  const read = mentionOf(record, {});
  return 'rejected' in read ? read.rejected : undefined;
}

function mention(record: Parameters<typeof mentionOf>[0]) {
  const read = mentionOf(record, record);
  if ('rejected' in read) throw new Error(read.rejected);
  return read.mention;
}

describe('reading a moment', () => {
  it.each([
    ['2026-11-21T10:02:11+02:00', '2026-11-21T08:02:11.000Z'],
    ['2026-11-21T10:02:11Z', '2026-11-21T10:02:11.000Z'],
    ['2026-11-21 10:02', '2026-11-21T10:02:00.000Z'],
    ['2026-11-21', '2026-11-21T00:00:00.000Z'],
    ['21.11.2026 10:02', '2026-11-21T10:02:00.000Z'],
    ['21.11.2026', '2026-11-21T00:00:00.000Z'],
    ['21/11/2026', '2026-11-21T00:00:00.000Z'],
    ['Sat, 21 Nov 2026 10:02:11 +0200', '2026-11-21T08:02:11.000Z'],
    ['1795255331', '2026-11-21T10:02:11.000Z'],
    [1_795_255_331_000, '2026-11-21T10:02:11.000Z'],
  ])('%s', (given, expected) => {
    expect(momentOf(given)?.toISOString()).toBe(expected);
  });

  it.each(['03/04/2026', '2026-02-30', '31.02.2026', 'yesterday', '2026', '', '2026-13-01', '12:30', {}])(
    'refuses %j',
    (given) => {
      expect(momentOf(given)).toBeUndefined();
    },
  );
});

describe('a row as a mention', () => {
  it.each([
    ['4', { value: 4, scale: 5 }],
    ['4,5', { value: 4.5, scale: 5 }],
    ['4.5', { value: 4.5, scale: 5 }],
    ['3/10', { value: 3, scale: 10 }],
    [2, { value: 2, scale: 5 }],
    [
      { value: 7, scale: 10 },
      { value: 7, scale: 10 },
    ],
    ['', undefined],
    [null, undefined],
  ])('reads the rating %j', (rating, expected) => {
    expect(mention({ text: 'x', rating }).rating).toEqual(expected);
  });

  it.each([
    [{}, 'text is missing'],
    [{ text: '   ' }, 'text is missing'],
    [{ text: { a: 1 } }, 'text is not text'],
    [{ text: 'x', rating: '9' }, 'rating 9 is outside of 0 to 5; give rating_scale'],
    [{ text: 'x', rating: 'good' }, 'rating is not a number'],
    [{ text: 'x', kind: 'poem' }, 'kind is none of post, comment, review, message, reply, missed_contact'],
    [
      { text: 'x', created_at: '03/04/2026' },
      'created_at is not a moment; write it as 2026-11-21T10:02:00+02:00',
    ],
    [{ kind: 'missed_contact' }, 'phone is missing: nobody can call back'],
    [{ kind: 'missed_contact', phone: 'hidden' }, 'phone is no number that can be called back'],
    [{ phone: '044 555 01 01', tries: '0' }, 'tries is no whole number from 1 to 1000'],
    [{ text: 'x', external_id: 'i'.repeat(501) }, 'external_id is longer than 500 letters'],
  ])('refuses %j', (record, reason) => {
    expect(rejected(record)).toBe(reason);
  });

  it('is a call in vain with a number and no words; one number is one person', () => {
    const missed = mentionOf({ phone: '+380 44 555 01 01', tries: '3', called: 'Липова, 7' }, {});
    expect(missed).toMatchObject({
      mention: {
        kind: 'missed_contact',
        text: '',
        author: { externalId: 'tel:445550101', displayName: '+380 44 555 01 01' },
        missed: { phone: '+380 44 555 01 01', tries: 3, called: 'Липова, 7' },
      },
    });
    const again = mentionOf({ kind: 'missed_contact', phone: '0445550101', author: 'Олена' }, {});
    expect(again).toMatchObject({
      mention: { author: { externalId: 'tel:445550101', displayName: 'Олена' }, missed: { tries: 1 } },
    });
  });

  it('is a review with a rating and a post without one', () => {
    expect(mention({ text: 'x', rating: 1 }).kind).toBe('review');
    expect(mention({ text: 'x' }).kind).toBe('post');
  });

  it('is told from others by address, author, moment and text when it has no id', () => {
    const one = { text: 'Чекаю', author: 'Олена', created_at: '2026-11-21' };
    expect(mention({ ...one }).externalId).toBe(mention({ ...one }).externalId);
    for (const other of [
      { text: 'Ще чекаю' },
      { author: 'Ірина' },
      { created_at: '2026-11-22' },
      { url: 'u' },
    ]) {
      expect(mention({ ...one, ...other }).externalId).not.toBe(mention(one).externalId);
    }
  });

  it('keeps formulas and spaces of the text as they came', () => {
    expect(mention({ text: '=1+1 ' }).text).toBe('=1+1 ');
  });
});

describe('columns', () => {
  it('are known by other names, whatever their case, spaces and dashes', () => {
    const columns = ['Review ID', 'Дата', 'Review-Text', 'STARS', 'user name', 'Link'];
    expect([...fieldsOfColumns(columns).values()]).toEqual([
      'external_id',
      'created_at',
      'text',
      'rating',
      'author',
      'url',
    ]);
  });

  it('of a monthly report of Google Play are known', () => {
    const columns = [
      'Review Submit Date and Time',
      'Star Rating',
      'Review Title',
      'Review Text',
      'Review Link',
    ];
    const fields = ['created_at', 'rating', 'title', 'text', 'url'];
    expect([...fieldsOfColumns(['Package Name', ...columns]).values()]).toEqual(fields);
  });

  it('go by their own name before another, and by the map before both', () => {
    expect(fieldsOfColumns(['comment', 'text']).get(1)).toBe('text');
    const map = parseColumnMap('comment=text,text=title');
    expect(Object.fromEntries(fieldsOfColumns(['comment', 'text'], map))).toEqual({ 0: 'text', 1: 'title' });
  });

  it.each(['text', 'a=b', '=text', ''])('refuse the map %j', (given) => {
    expect(() => parseColumnMap(given)).toThrow('--map');
  });
});

describe('a location of a row', () => {
  it.each([
    ['Поділ', 'Поділ'],
    ['  Филиал на Садовой ', 'Филиал на Садовой'],
    [17, '17'],
    ['', undefined],
    ['   ', undefined],
    [null, undefined],
    [{ id: 1 }, undefined],
    [true, undefined],
  ])('%j', (location, expected) => {
    expect(mention({ text: 'Не привезли', location }).location).toBe(expected);
  });

  it.each(['location', 'Branch', 'филиал', 'Філія', 'відділення', 'STORE'])(
    'stands in a column %s',
    (column) => {
      expect(fieldsOfColumns(['text', column]).get(1)).toBe('location');
    },
  );
});
