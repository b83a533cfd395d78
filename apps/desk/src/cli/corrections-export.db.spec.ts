import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { loadConfig } from '@heard/config';
import type { Actor, CollectedMention, Verdicts } from '@heard/core';
import { setUpWorkspace } from '@heard/staff';
import { type TestDatabase, testDatabase } from '@heard/testing';
import { modelName } from '@heard/understanding';
import { allQueues } from '@heard/pipeline';
import { createLog } from '../log.js';
import { openDatabase, openHeard, type OpenedHeard, systemClock } from '../open-heard.js';
import { readCorrections } from '../train/corpora.js';
import { writeCorrections } from './corrections-export.js';

let db: TestDatabase;
let opened: OpenedHeard;
let folder: string;
let workspaceId: string;
let lead: Extract<Actor, { kind: 'person' }>;

beforeAll(async () => {
  db = await testDatabase(allQueues);
  folder = await mkdtemp(join(tmpdir(), 'heard-export-'));
  const config = loadConfig({ DATABASE_URL: db.ownerUrl, HEARD_DATA_DIR: folder, HEARD_LOG_LEVEL: 'fatal' });
  opened = await openHeard(config, await openDatabase(config), createLog('fatal'), { works: false });
  const { database } = opened.heard;
  ({ workspaceId } = await setUpWorkspace(database, { administratorEmail: 'a@shop.example' }, systemClock));
  const [person] = await db.owner<{ id: string }>('select id from staff');
  lead = { kind: 'person', staffId: person?.id ?? '', role: 'administrator' };
});
afterAll(async () => {
  await opened.close();
  await db.close();
  await rm(folder, { recursive: true });
});

let next = 0;
async function posts(text: string, rest: Partial<CollectedMention> = {}, demo = false): Promise<string> {
  const externalId = rest.externalId ?? `e${++next}`;
  const given: CollectedMention = {
    kind: 'review',
    author: { externalId: `a${next}`, displayName: 'Оксана Б.', isBrand: false },
    text,
    postedAt: new Date('2026-11-20T09:00:00Z'),
    platformState: 'visible',
    raw: {},
    ...rest,
    externalId,
  };
  await opened.heard.takePushed.run(workspaceId, demo ? 'made up' : 'shop', [given], { demo });
  const [row] = await db.owner<{ id: string }>('select id from mentions where external_id = $1', [
    externalId,
  ]);
  return row?.id ?? '';
}
const correct = (id: string, verdicts: Partial<Verdicts>) =>
  opened.heard.correct.run(workspaceId, id, verdicts, lead);

async function exported(): Promise<{ file: string; lines: Record<string, unknown>[] }> {
  const file = join(folder, 'corrections.jsonl');
  const out = createWriteStream(file);
  const count = await writeCorrections(opened.heard.database, workspaceId, out);
  out.end();
  await finished(out);
  const text = await readFile(file, 'utf8');
  const lines = text.split('\n').filter((line) => line !== '');
  expect(lines).toHaveLength(count);
  return { file, lines: lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

const ironic = 'Ну дякую, дуже приємно: третій тиждень без книжок.';

test('what people corrected goes out and is what training reads, with the texts as they were then', async () => {
  const first = await posts(ironic, { externalId: 'edited', rating: { value: 5, scale: 5 } });
  await correct(first, { sentiment: 'neutral', intent: 'question' });
  await correct(first, { sentiment: 'negative', category: 'delivery' });
  await posts('Вибачте, усе приїхало, щиро дякую!', { externalId: 'edited' });
  await correct(first, { sentiment: 'positive' });
  await correct(await posts('Где мой заказ? Подскажите, пожалуйста.'), { urgency: 'low' });
  const { file, lines } = await exported();
  expect(lines).toHaveLength(3);
  expect(lines.find(({ text }) => text === ironic)).toEqual({
    text: ironic,
    lang: 'uk',
    rating: { value: 5, scale: 5 },
    sentiment: 'negative',
    intent: 'question',
    category: 'delivery',
    understood: expect.objectContaining({ model: modelName() }) as object,
  });
  const read = await readCorrections(file);
  // Of the third only the urgency was corrected: nobody said what its tone is.
  expect(read.toSorted((a, b) => a.label - b.label)).toEqual([
    { set: 'corrections', text: ironic, lang: 'uk', label: 0, fromStars: false },
    {
      set: 'corrections',
      text: 'Вибачте, усе приїхало, щиро дякую!',
      lang: 'uk',
      label: 2,
      fromStars: false,
    },
  ]);
});

test('what was taken back, made up, wiped or of another workspace stays here, and no name goes out', async () => {
  const before = (await exported()).lines.length;
  const id = await posts('Дякую вам!');
  await correct(id, { sentiment: 'neutral' });
  const [{ id: correctionId = '' } = {}] = await db.owner<{ id?: string }>(
    'select id from corrections where mention_id = $1',
    [id],
  );
  await opened.heard.correct.takeBack(workspaceId, id, correctionId, lead);
  await correct(await posts('Найкраща книгарня!', {}, true), { sentiment: 'neutral' });
  const wiped = await posts('Погана книгарня.');
  await correct(wiped, { sentiment: 'neutral' });
  await db.owner('update mentions set wiped_at = now() where id = $1', [wiped]);
  const { lines } = await exported();
  expect(lines).toHaveLength(before);
  expect(JSON.stringify(lines)).not.toContain('Оксана');
});

test('more than a page goes out, each text once', async () => {
  const before = (await exported()).lines.length;
  const id = await posts('Норм.');
  await correct(id, { sentiment: 'neutral' });
  await db.owner(
    `insert into mentions select (jsonb_populate_record(m, jsonb_build_object(
       'id', gen_random_uuid(), 'external_id', 'copy ' || n))).*
     from mentions m, generate_series(1, 1200) n where m.id = $1`,
    [id],
  );
  for (const table of ['assessments', 'corrections']) {
    const own = table === 'corrections' ? `, 'id', gen_random_uuid()` : '';
    await db.owner(
      `insert into ${table} overriding user value select (jsonb_populate_record(t, jsonb_build_object(
         'mention_id', m.id${own}))).*
       from ${table} t, mentions m where t.mention_id = $1 and m.external_id like 'copy %'`,
      [id],
    );
  }
  const { lines } = await exported();
  expect(lines.length - before).toBe(1_201);
});
