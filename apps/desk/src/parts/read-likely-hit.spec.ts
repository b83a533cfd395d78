import { readLikelyHit } from './read-likely-hit.js';

const iryna = { name: 'Ірина Савчук', contact: '+380671234567', reference: 'A-1001' };

test.each([
  ['CSV with a head', 'order,name,phone\nA-1001,Ірина Савчук,+380671234567\n'],
  ['CSV of another program', 'Клієнт;Телефон;Замовлення\r\nІрина Савчук;+380671234567;A-1001'],
  ['CSV without a head', 'Ірина Савчук,+380671234567,A-1001'],
  ['JSON lines', `${JSON.stringify(iryna)}\n`],
])('a list is read from %s', async (_, text) => {
  expect(await readLikelyHit({ text })).toEqual({ people: [iryna], rejected: [] });
});

test('a row that names nobody is told of by its line, and costs no other', async () => {
  const { people, rejected } = await readLikelyHit({ text: 'name,order\n , \nПетро Гай,A-1002' });
  expect(people).toEqual([{ name: 'Петро Гай', reference: 'A-1002' }]);
  expect(rejected).toHaveLength(0);
  const broken = await readLikelyHit({ text: `${JSON.stringify(iryna)}\nnot json\n{"name":" "}` });
  expect(broken.people).toEqual([iryna]);
  expect(broken.rejected.map(({ line }) => line)).toEqual([2, 3]);
});
