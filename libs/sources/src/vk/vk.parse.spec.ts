import { readFileSync } from 'node:fs';
import { parseJson } from '@heard/http';
import { wireOf } from '../wire.js';
import { vkFault } from './vk.faults.js';
import { namesOf, parseComment, parsePost, plainText } from './vk.parse.js';
import { commentId, placeOf, urlOf } from './vk.place.js';

const NOW = new Date('2026-11-22T10:00:00Z');

describe('reading comments of VK', () => {
  const file = new URL('./fixtures/comments.json', import.meta.url);
  const answer = wireOf(wireOf(parseJson(readFileSync(file, 'utf8')))['response']);
  const items = (answer['items'] as unknown[]).map(wireOf);
  const place = { kind: 'wall', owner: '-2200', id: '77' } as const;
  const read = (wire: unknown) => parseComment(wireOf(wire), place, '2200', namesOf(answer));

  it('keeps a comment with its author, time and address', () => {
    expect(read(items[0])).toMatchObject({
      kind: 'comment',
      externalId: '-2200_77_501',
      parentExternalId: '-2200_77',
      rootExternalId: '-2200_77',
      author: { externalId: '1001', displayName: 'Ольга К.', isBrand: false },
      url: 'https://vk.com/wall-2200_77?reply=501',
      postedAt: new Date('2026-11-21T10:02:11Z'),
    });
  });

  it("knows the community's own reply, and writes names as people see them", () => {
    const [reply] = wireOf(items[0]?.['thread'])['items'] as unknown[];
    expect(read(reply)).toMatchObject({
      kind: 'reply',
      parentExternalId: '-2200_77_501',
      text: 'Ольга, напишите номер заказа',
      author: { displayName: 'Книжная лавка', isBrand: true },
    });
  });

  it('makes no mention of a deleted comment', () => {
    expect(read(items[1])).toBeUndefined();
  });

  it('loses no digit of a large id (P15)', () => {
    const wire = parseJson('{"id":9007199254740993,"from_id":-9007199254740995,"owner_id":-2200,"text":"x"}');
    expect(parseComment(wireOf(wire), place, '9007199254740995', new Map())).toMatchObject({
      externalId: '-2200_77_9007199254740993',
      author: { externalId: '-9007199254740995', isBrand: true },
    });
  });

  it('takes nobody for the author of what has none', () => {
    expect(read({ id: 7, from_id: 0, text: 'x' })?.author).toEqual({ isBrand: false });
  });
});

describe('reading a post of VK', () => {
  it('tells its edit, its counter and that it is pinned', () => {
    const wire = { id: 77, owner_id: -2200, from_id: 1001, date: 1795255331, edited: 1795256000 };
    const more = { text: 'Было', comments: { count: 4 }, is_pinned: 1 };
    expect(parsePost({ ...wire, ...more }, '2200', new Map())).toMatchObject({
      mention: { externalId: '-2200_77', editedAt: new Date(1795256000_000) },
      comments: 4,
      pinned: true,
    });
  });
});

describe('the way VK writes names and links', () => {
  it.each([
    ['[id1001|Ольга], напишите', 'Ольга, напишите'],
    ['[club2200|Маяк] и [public7|другие]', 'Маяк и другие'],
    ['[id5:bp-2200_12|Пётр], да', 'Пётр, да'],
    ['смотри [https://vk.com/mayak|лавка]', 'смотри лавка'],
    ['[не разметка|а скобки]', '[не разметка|а скобки]'],
    ['[id1001|', '[id1001|'],
  ])('%s', (written, seen) => {
    expect(plainText(written)).toBe(seen);
  });
});

describe('ids of VK among mentions', () => {
  it.each([
    ['-2200_77_501', 'https://vk.com/wall-2200_77?reply=501'],
    ['topic-2200_5_12', 'https://vk.com/topic-2200_5?post=12'],
    ['market-2200_9_31', 'https://vk.com/market-2200?w=product-2200_9'],
    ['photo-2200_456_7', 'https://vk.com/photo-2200_456'],
    ['video-2200_456_7', 'https://vk.com/video-2200_456'],
    ['1001_14_15', 'https://vk.com/wall1001_14?reply=15'],
  ])('%s is one comment with one address', (id, url) => {
    const { place, comment = '' } = placeOf(id) ?? { place: undefined };
    if (place === undefined) throw new Error('not read');
    expect([commentId(place, comment), urlOf(place, comment)]).toEqual([id, url]);
  });

  it('are not made of anything else', () => {
    expect(['story-1_2_3', '-1', 'x_y', ''].map(placeOf)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe("VK's errors", () => {
  it.each([
    [1, 'unavailable'],
    [5, 'disconnected'],
    [6, 'throttled'],
    [7, 'disconnected'],
    [9, 'throttled'],
    [10, 'unavailable'],
    [14, 'disconnected'],
    [15, 'disconnected'],
    [18, 'missing'],
    [19, 'missing'],
    [27, 'disconnected'],
    [28, 'disconnected'],
    [29, 'throttled'],
    [30, 'disconnected'],
    [37, 'missing'],
    [43, 'unavailable'],
    [100, 'bug'],
    [113, 'bug'],
    [203, 'disconnected'],
    [212, 'disconnected'],
    [213, 'rejected'],
    [222, 'rejected'],
    [223, 'rejected'],
    [1117, 'disconnected'],
    [3300, 'disconnected'],
    [3610, 'disconnected'],
  ])('%i is %s', (error_code, kind) => {
    const fault = vkFault({ error_code, error_msg: 'no: secret-1' }, NOW, ['secret-1']);
    expect(fault).toMatchObject({ kind, message: `VK answered error ${error_code}: no: ***` });
    expect(fault.retryAt !== undefined).toBe(kind === 'throttled');
    expect((fault.missing ?? []).length > 0).toBe(kind === 'disconnected');
  });
});
