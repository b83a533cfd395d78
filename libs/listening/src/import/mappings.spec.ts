import { fileURLToPath } from 'node:url';
import type { CollectedMention } from '@heard/core';
import { readyMapping } from './mappings.js';
import { inspectFile } from './read-file.js';
import { readRows } from './read-rows.js';

async function read(name: string): Promise<CollectedMention[]> {
  const path = fileURLToPath(new URL(`../../../../samples/${name}.csv`, import.meta.url));
  const mentions: CollectedMention[] = [];
  for await (const row of readRows(path, await inspectFile(path), readyMapping(name).map)) {
    if ('rejected' in row) throw new Error(`line ${row.line}: ${row.rejected}`);
    mentions.push(row.mention);
  }
  return mentions;
}

test('a table of 2GIS is read by its own columns', async () => {
  const [first, second, ...rest] = await read('2gis');
  expect(first).toMatchObject({
    kind: 'review',
    externalId: '70000001',
    author: { displayName: 'Марина К.' },
    text: 'Заказ собирали три недели, а привезли не те книги.\nДеньги за доставку не вернули.',
    rating: { value: 1, scale: 5 },
    location: 'Садовая, 12',
    url: 'https://2gis.example/reviews/70000001',
    postedAt: new Date('2026-11-21T10:02:00Z'),
  });
  expect(second).toMatchObject({ externalId: '70000002', rating: { value: 5, scale: 5 } });
  expect(rest).toHaveLength(1);
});

test('a table of Yandex Maps is read by its own columns, and a row without an id keeps its own', async () => {
  const [first, second] = await read('yandex-maps');
  expect(first).toMatchObject({
    kind: 'review',
    author: { displayName: 'Тимур' },
    text: 'Кассир нахамил и отказался пробить чек.',
    rating: { value: 1, scale: 5 },
    location: 'Лихтар, Крещатик, 5',
    postedAt: new Date('2026-11-20T18:40:00Z'),
  });
  const again = await read('yandex-maps');
  expect(again.map(({ externalId }) => externalId)).toEqual([first?.externalId, second?.externalId]);
  expect(first?.externalId).not.toBe(second?.externalId);
});

test('a mapping that is not there is named with those that are', () => {
  expect(() => readyMapping('otzovik')).toThrow('Known are: 2gis, yandex-maps.');
});
