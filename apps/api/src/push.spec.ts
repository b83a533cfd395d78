import { type CollectedMention, Fault } from '@heard/core';
import { takePushed } from './push.js';

const now = new Date('2026-11-22T12:00:00Z');
const one = {
  source: 'otzovik',
  external_id: 'r-1',
  created_at: '2026-11-21T10:02:11+02:00',
  text: 'Книжки так і не приїхали, а трубку не беруть.',
};

function taking() {
  const stored: { source: string; mentions: readonly CollectedMention[] }[] = [];
  const take = (body: unknown) =>
    takePushed(body, now, async (source, mentions) => {
      if (source === 'facebook page') throw new Fault('invalid', 'This source listens by itself.');
      stored.push({ source, mentions });
      return { accepted: mentions.length, duplicates: 0 };
    });
  return { stored, take };
}

test('one mention becomes what sources collect, with what was sent kept beside it', async () => {
  const { stored, take } = taking();
  const sent = {
    ...one,
    external_id: 17,
    rating: { value: 1, scale: 5 },
    author: { name: 'Лада Бойко' },
    extra: { order: 'A-7' },
  };
  expect(await take(sent)).toEqual({ accepted: 1, duplicates: 0, rejected: [] });
  expect(stored).toEqual([
    {
      source: 'otzovik',
      mentions: [
        {
          kind: 'review',
          externalId: '17',
          author: { isBrand: false, displayName: 'Лада Бойко' },
          text: one.text,
          rating: { value: 1, scale: 5 },
          postedAt: new Date('2026-11-21T08:02:11Z'),
          platformState: 'visible',
          raw: sent,
        },
      ],
    },
  ]);
});

test('what is wrong with one element rejects that one alone, and says what', async () => {
  const { stored, take } = taking();
  const { text: _text, ...withoutText } = one;
  const answer = await take([
    one,
    withoutText,
    'not an object',
    { ...one, external_id: 'r-2', created_at: 'yesterday' },
    { ...one, external_id: 'r-3', created_at: '2027-01-01T00:00:00Z' },
    { ...one, external_id: 'r-4', rating: { value: 6, scale: 5 } },
    { ...one, external_id: 'r-5', colour: 'red' },
    { ...one, external_id: 'r-6', source: 'a\0b' },
    { ...one, external_id: 'r-7', source: 'facebook page' },
    { ...one, external_id: 'r-8', author: { name: null } },
    { ...one, external_id: 'r-9', source: 'irecommend' },
  ]);
  expect(answer.accepted).toBe(2);
  expect(answer.rejected.map(({ index }) => index)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  const errors = answer.rejected.map(({ error }) => error);
  expect(errors[0]).toContain('text: Must be text.');
  expect(errors[2]).toContain('created_at: Must be a moment');
  expect(errors[3]).toContain('future');
  expect(errors[5]).toContain('colour: There is no such field');
  expect(errors[7]).toBe('source: This source listens by itself.');
  expect(stored.map(({ source }) => source)).toEqual(['otzovik', 'irecommend']);
});

test('what is kept beside a mention may have any name', async () => {
  const { stored, take } = taking();
  const extra: unknown = JSON.parse('{ "constructor": "Lego", "toString": 1, "then": null, "length": -1 }');
  expect(await take([{ ...one, extra }])).toMatchObject({ accepted: 1, rejected: [] });
  expect(stored[0]?.mentions[0]?.raw).toMatchObject({ extra });
  const odd = await take([one, { ...one, author: { constructor: { name: 1 } } }, { ...one, extra: 'text' }]);
  expect(odd).toMatchObject({ accepted: 1, rejected: [{ index: 1 }, { index: 2 }] });
});

test.each([
  ['nothing', undefined],
  ['501 mentions', Array.from({ length: 501 }, () => one)],
])('%s is refused as a whole', async (_, body) => {
  await expect(taking().take(body)).rejects.toMatchObject({ status: 422 });
});

test('a database that is down rejects nothing: the whole is to be sent again', async () => {
  const down = takePushed([one], now, async () => {
    throw new Fault('unavailable', 'The database does not answer.');
  });
  await expect(down).rejects.toMatchObject({ kind: 'unavailable' });
});

test('a missed call needs a number, not words; the number tells who called', async () => {
  const { stored, take } = taking();
  const { text: _words, ...wordless } = one;
  const call = {
    ...wordless,
    kind: 'missed_contact',
    phone: '+380 44 555 01 01',
    tries: 3,
    called: 'Липова',
  };
  const report = await take([call, { ...call, phone: 'anonymous' }, wordless]);
  expect(report).toMatchObject({ accepted: 1, rejected: [{ index: 1 }, { index: 2 }] });
  expect(report.rejected.map(({ error }) => error)).toEqual([
    'phone: A missed contact needs the number to call back.',
    'text: Must be text.',
  ]);
  expect(stored[0]?.mentions).toMatchObject([
    {
      kind: 'missed_contact',
      text: '',
      author: { externalId: 'tel:445550101', displayName: '+380 44 555 01 01' },
      missed: { phone: '+380 44 555 01 01', tries: 3, called: 'Липова' },
    },
  ]);
});

test('a location comes along as it was named', async () => {
  const { stored, take } = taking();
  await take([
    { ...one, location: 'Поділ' },
    { ...one, external_id: 'r-2' },
  ]);
  expect(stored[0]?.mentions.map(({ location }) => location)).toEqual(['Поділ', undefined]);
  const { rejected } = await take({ ...one, location: '' });
  expect(rejected).toEqual([{ index: 0, error: expect.stringContaining('location') as unknown }]);
});
