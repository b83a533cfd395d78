import { hostileTexts } from './hostile-texts.js';
import type { Caller } from './caller.js';
import { inputsOf } from './inputs.js';
import { type AttackedDesk, eventually, runDesk } from './running-desk.js';

/** T01, T03, T04, T05, T07, T08, T10: a hostile text is text, wherever it is put in. */

let desk: AttackedDesk;
let program: Caller;
let cases: Map<string, string>;
let colleague: string;
beforeAll(async () => {
  desk = await runDesk();
  program = await desk.shop.keyHolder('mentions:write', 'mentions:read', 'cases:read', 'cases:write');
  cases = await openCases();
  const person = { name: 'Ольга', email: 'olha@shop.example', role: 'viewer', languages: ['uk'] };
  colleague = ((await desk.shop.post('/api/v1/users', person)).json['user'] as { id: string }).id;
});
afterAll(() => desk.stop());

const complaint = 'Третій день ніхто не бере слухавку, поверніть гроші!';
const pushed = (index: number, text: string) => ({
  source: 'crm',
  external_id: `case-${index}`,
  created_at: '2026-01-02T03:04:05Z',
  text: `${complaint} ${text}`.slice(0, 100_000),
  rating: { value: 1, scale: 5 },
  author: { id: `author-${index}`, name: text.slice(0, 290) || 'x' },
});

/** One case for each text, whose customer writes it and bears it as a name. */
async function openCases(): Promise<Map<string, string>> {
  const bodies = hostileTexts.map((text, index) => pushed(index, text));
  const named = bodies.map((body, index) =>
    isTaken(body.author.name) ? body : { ...body, author: { id: `author-${index}` } },
  );
  const answer = await program.post('/api/v1/mentions', named);
  expect(answer.json).toEqual({ accepted: hostileTexts.length, duplicates: 0, rejected: [] });
  const byExternalId = new Map<string, string>();
  for (const each of await everything<{ externalId: string; caseId: string }>('/api/v1/mentions')) {
    byExternalId.set(each.externalId, each.caseId);
  }
  return new Map(hostileTexts.map((text, index) => [text, byExternalId.get(`case-${index}`) ?? '']));
}

async function everything<T>(path: string): Promise<T[]> {
  const items: T[] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    const { status, json, text } = await program.get(`${path}?limit=100${cursor && `&cursor=${cursor}`}`);
    expect({ status, text: status === 200 ? '' : text }).toEqual({ status: 200, text: '' });
    items.push(...(json['items'] as T[]));
    cursor = json['nextCursor'] as string | undefined;
  }
  return items;
}

/** What is blank says nothing. */
function isTaken(text: string): boolean {
  return /\S/u.test(text);
}

/** What PostgreSQL cannot keep stays visible as a mark. */
function marked(text: string): string {
  return text.replaceAll('\u0000', '\u2400').toWellFormed();
}

/** Lengths are counted in characters, as the api counts them. People type neither NUL nor half a character: such a body comes from a broken program, and is told so. */
function isTyped(text: string, most: number): boolean {
  return isTaken(text) && [...text].length <= most && !text.includes('\u0000') && text.isWellFormed();
}

/** Several at a time, as a browser and a program would. */
async function atOnce<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const one = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: 4 }, one));
}

const inputs = inputsOf(() => ({ administrator: desk.shop, colleague }));

test.each(inputs)('T08: $name takes every text as text, or says why not', async ({ most, send, shown }) => {
  const wrong: unknown[] = [];
  await atOnce(hostileTexts, async (text) => {
    const answer = await send(cases.get(text) ?? '', text);
    if (answer.status >= 500) wrong.push({ text: text.slice(0, 60), answer: answer.text });
    if (most === 0) return;
    const typed = isTyped(text, most);
    const refused = answer.status === 422 || answer.status === 409;
    if (answer.status < 300 && !typed) wrong.push({ text: text.slice(0, 60), taken: true });
    if (typed && !refused && (shown(answer) ?? text) !== text) {
      wrong.push({ text: text.slice(0, 60), shown: shown(answer) });
    }
    if (answer.status === 422 && typed) wrong.push({ text: text.slice(0, 60), answer: answer.text });
  });
  expect(wrong).toEqual([]);
});

test('T01, T08: every pushed text comes back as it was sent, NUL and half characters as marks', async () => {
  const mentions = hostileTexts.filter(isTaken).map((text, index) => ({
    source: 'echo',
    external_id: `echo-${index}`,
    created_at: '2026-01-02T03:04:05Z',
    text,
    title: text.slice(0, 900),
    extra: { text, [text.slice(0, 40)]: [text] },
  }));
  const usable = mentions.filter(({ extra }) => !Object.hasOwn(extra, '__proto__'));
  const answer = await program.post('/api/v1/mentions', usable);
  expect(answer.json).toMatchObject({ accepted: usable.length, rejected: [] });
  const shown = await everything<{ externalId: string; text: string }>('/api/v1/mentions');
  const texts = new Map(shown.map(({ externalId, text }) => [externalId, text]));
  for (const { external_id, text } of usable) expect(texts.get(external_id)).toBe(marked(text));
});

test('T01: ids that differ only in what cannot be stored do not spoil each other, nor the batch', async () => {
  const ids = ['a\u0000b', 'a\u2400b', 'c\uD800', 'c\uDC00', 'c\uFFFD', 'sound'];
  const batch = ids.map((external_id) => ({
    source: 'ids',
    external_id,
    created_at: '2026-01-02T03:04:05Z',
    text: complaint,
    author: { id: external_id, name: external_id },
  }));
  const answer = await program.post('/api/v1/mentions', batch);
  expect(answer.json).toEqual({ accepted: 3, duplicates: 3, rejected: [] });
  expect((await program.post('/api/v1/mentions', batch)).json).toMatchObject({ accepted: 0, duplicates: 6 });
});

test.each([
  ['a rating too small for the column', { rating: { value: 1e-300, scale: 5 } }],
  ['a scale beyond a float', { rating: { value: 1, scale: 1_000 } }],
  ['the first year there was', { created_at: '0000-06-01T00:00:00Z' }],
  ['the year 1 by one offset and 0 by another', { created_at: '0001-01-01T00:00:00+14:00' }],
  ['a day that is not', { created_at: '2026-02-31T00:00:00Z' }],
  ['an offset that is not', { created_at: '2026-02-01T00:00:00+99:99' }],
  ['an id of 500 wide characters', { external_id: '鷗'.repeat(500) }],
  ['an author of 300 wide characters', { author: { id: '鷗'.repeat(300), name: '鷗'.repeat(300) } }],
  ['an address of 2000', { url: `https://shop.example/${'é'.repeat(1_900)}` }],
])('T01: a mention with %s is stored or rejected by name', async (_, odd) => {
  const mention = { source: 'odd', external_id: 'x', created_at: '2026-01-02T03:04:05Z', text: complaint };
  const answer = await program.post('/api/v1/mentions', {
    ...mention,
    rating: { value: 1, scale: 5 },
    ...odd,
  });
  expect(answer.status).toBe(202);
});

test.each([
  ['a promise for the year 10000', 'promises', { what: 'x', due: '9999-12-31T23:59:59-14:00' }],
  ['a promise for the year 9999', 'promises', { what: 'y', due: '9999-01-01T00:00:00Z' }],
  ['a fix in the year 0', 'fixes', fixAt('0000-01-01T00:00:00Z')],
  ['a fix in the year 10000', 'fixes', fixAt('9999-12-31T23:59:59-14:00')],
  [
    'a cost beyond counting',
    'fixes',
    { kind: 'refund', what: 'x', cost: { amountMinor: 1e15, currency: 'UAH' } },
  ],
])('T08: %s is taken or refused by name', async (_, verb, body) => {
  const answer = await desk.shop.post(`/api/v1/cases/${[...cases.values()][0] ?? ''}/${verb}`, body);
  expect({ status: answer.status < 500, answer: answer.text }).toMatchObject({ status: true });
});

function fixAt(when: string): object {
  return { kind: 'personal_action', what: 'x', action: { who: 'x', where: 'x', when } };
}

test('T04, T05: letters about hostile customers are inert', async () => {
  const letters = await eventually(() =>
    desk.postbox.letters.length > 20 ? desk.postbox.letters : undefined,
  );
  for (const { html = '', text = '', subject = '', to = [] } of letters) {
    expect(to).toHaveLength(1);
    expect(html).not.toMatch(/<(?:script|img|svg|iframe|xmp|math|input|base)\b|="javascript:/iu);
    expect(`${subject}${text}`).not.toMatch(/[\u202A-\u202E\u2066-\u2069]|[^\P{Cc}\r\n]/u);
    expect(subject).not.toMatch(/[\r\n]/u);
  }
});
