import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { newId } from '@heard/database';
import { FakeClock, type TestDatabase, testDatabase } from '@heard/testing';
import { ConnectSource } from '../connect-source.js';
import { OpenSource } from '../open-source.js';
import { TakeBatch } from '../take-batch.js';
import { ImportFile, type ImportReport } from './import-file.js';

const clock = new FakeClock(new Date('2026-11-22T10:00:00Z'));
const workspaceId = newId();
let test: TestDatabase;
let folder: string;
let importing: ImportFile;

beforeAll(async () => {
  test = await testDatabase([]);
  folder = await mkdtemp(join(tmpdir(), 'heard-import-'));
  await test.owner(
    `insert into workspaces (workspace_id, name, time_zone, currency, escalation_policy, created_at)
     values ($1, 'Bookshop', 'Europe/Kyiv', 'UAH', '{}', now())`,
    [workspaceId],
  );
  const { database } = test;
  // A push source has nothing to open, nor a secret to seal: the parts for that are not there.
  const opening = new OpenSource({} as ConstructorParameters<typeof OpenSource>[0]);
  const connect = new ConnectSource(database, opening, clock);
  const take = new TakeBatch(async () => ({ caseOf: new Map(), store: async () => undefined }), clock);
  const pushed = {
    run: (id: string, name: string, mentions: Parameters<TakeBatch['run']>[2]) =>
      database.inWorkspace(id, async (tx) => {
        const { id: sourceId } = await connect.pushSource(tx, name);
        return take.run(tx, { sourceId, demo: false }, mentions);
      }),
  };
  importing = new ImportFile(database, connect, pushed, clock);
});

afterAll(async () => {
  await test.close();
  await rm(folder, { recursive: true });
});

async function importText(name: string, bytes: string | Buffer): Promise<ImportReport & { lines: string[] }> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  const lines: string[] = [];
  const report = await importing.run(workspaceId, {
    path,
    onRejected: ({ line, reason }) => void lines.push(`${line}: ${reason}`),
  });
  return { ...report, lines };
}

describe('importing a file', () => {
  it('takes what can be read, names what cannot, and adds nothing the second time', async () => {
    const text = 'id;text;stars\n1;Де моє замовлення?;1,5\n2;;4\n3;"Дякую,\nусе добре";5\n4;x;много\n';
    expect(await importText('shop.csv', text)).toEqual({
      accepted: 2,
      changed: 0,
      duplicates: 0,
      rejected: 2,
      lines: ['3: text is missing', '6: rating is not a number'],
    });
    expect(await importText('shop.csv', text)).toMatchObject({
      accepted: 0,
      changed: 0,
      duplicates: 2,
      rejected: 2,
    });
  });

  it('remembers each finished import with the fingerprint of its file', async () => {
    const rows = await test.owner<{
      name: string;
      accepted: number;
      duplicates: number;
      hash_length: number;
    }>(
      `select name, accepted, duplicates, octet_length(file_hash) as hash_length from imports order by at, accepted desc`,
    );
    expect(rows).toEqual([
      { name: 'shop.csv', accepted: 2, duplicates: 0, hash_length: 32 },
      { name: 'shop.csv', accepted: 0, duplicates: 2, hash_length: 32 },
    ]);
  });

  it('reads packed lines of JSON over several batches', async () => {
    const lines = Array.from({ length: 1_203 }, (_, index) =>
      JSON.stringify({
        id: `j${index}`,
        text: `Text ${index}`,
        lang: 'en',
        label: 'neg',
        stars: 1,
        domain: 'd',
      }),
    );
    lines.splice(700, 0, '{"id": broken', '[]', '');
    const report = await importText('corpus.jsonl.gz', gzipSync(lines.join('\n')));
    expect(report).toMatchObject({ accepted: 1_203, rejected: 2 });
    expect(report.lines).toEqual(['701: not a line of JSON', '702: not an object of JSON']);
  });

  it('reads UTF-16 as spreadsheets save it', async () => {
    const report = await importText(
      'sheet.txt',
      Buffer.from('\ufeffID\tReview\r\n7\tЖахливо\r\n', 'utf16le'),
    );
    expect(report).toMatchObject({ accepted: 1, rejected: 0 });
    expect(await test.owner(`select text from mentions where external_id = '7'`)).toEqual([
      { text: 'Жахливо' },
    ]);
  });

  it('refuses files that hold no texts, in a sentence', async () => {
    await expect(importText('odd.csv', 'a,b\n1,2\n')).rejects.toThrow('--map COLUMN=text');
    await expect(importText('cut.csv.gz', gzipSync('id,text\n1,x\n').subarray(0, 20))).rejects.toThrow(
      'ends too early',
    );
    const missing = importing.run(workspaceId, {
      path: join(folder, 'none.csv'),
      onRejected: () => undefined,
    });
    await expect(missing).rejects.toThrow('There is no file');
  });
});
