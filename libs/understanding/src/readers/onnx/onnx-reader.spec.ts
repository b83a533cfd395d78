import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OnnxReader, type OnnxSettings } from './onnx-reader.js';
import { writeTinyModel } from './tiny-model.spec-model.js';

/** The packages are installed apart; `npm test` installs them before it begins. */
const isInstalled = existsSync(join(process.cwd(), 'extras/onnx/node_modules/onnxruntime-node'));
const whereInstalled = isInstalled ? describe : describe.skip;

const workspaceId = '0190a000-0000-7000-8000-000000000001';
const readers: OnnxReader[] = [];
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heard-onnx-'));
  await writeTinyModel(join(folder, 'tiny'), ['NEGATIVE', 'NEUTRAL', 'POSITIVE'], {
    жахливо: [4, 0, -2],
    terrible: [4, 0, -2],
    дякую: [-2, 0, 4],
    спасибо: [-2, 0, 4],
    працює: [0, 4, 0],
  });
});
afterEach(async () => {
  for (const reader of readers.splice(0)) await reader.close();
});
afterAll(() => rm(folder, { recursive: true }));

const readerOf = (settings: Partial<OnnxSettings> = {}): OnnxReader => {
  const reader = new OnnxReader({ folder: join(folder, 'tiny'), ...settings });
  readers.push(reader);
  return reader;
};
const posts = (...texts: readonly string[]) => texts.map((text) => ({ text }));

whereInstalled('an ONNX model of a local folder', () => {
  test('reads a batch in three languages, each text for itself whatever stands beside it', async () => {
    const reader = readerOf();
    const opinions = await reader.read(
      posts('Жахливо, просто жахливо', 'спасибо', 'terrible', 'працює', 'слово, которого нет', ''),
      { workspaceId },
    );
    const likeliest = opinions.map(
      (opinion) =>
        opinion && (['negative', 'neutral', 'positive'] as const).find((each) => opinion[each] > 0.5),
    );
    expect(likeliest).toEqual(['negative', 'positive', 'negative', 'neutral', undefined, undefined]);
    for (const opinion of opinions) {
      expect((opinion?.negative ?? 0) + (opinion?.neutral ?? 0) + (opinion?.positive ?? 0)).toBeCloseTo(1, 5);
    }
    const [alone] = await reader.read(posts('terrible'), { workspaceId });
    expect(alone?.negative).toBeCloseTo(opinions[2]?.negative ?? 0, 5);
    expect(reader.name).toBe('onnx:tiny');
  });

  test('the title is read with the text, and the end of a very long text too', async () => {
    const reader = readerOf();
    const long = `${'слово '.repeat(2_000)} жахливо жахливо`;
    const [titled, ended] = await reader.read([{ title: 'дякую', text: 'за все' }, { text: long }], {
      workspaceId,
    });
    expect(titled?.positive).toBeGreaterThan(0.9);
    expect(ended?.negative).toBeDefined();
  });

  test('labels without a meaning are refused until the operator names them', async () => {
    await writeTinyModel(join(folder, 'unnamed'), ['LABEL_0', 'LABEL_1'], {
      terrible: [-4, 4],
      дякую: [4, -4],
    });
    const read = (reader: OnnxReader) => reader.read(posts('terrible', 'дякую'), { workspaceId });
    await expect(read(readerOf({ folder: join(folder, 'unnamed') }))).rejects.toThrow(/LABEL_0/);
    const named = readerOf({ folder: join(folder, 'unnamed'), labels: ['positive', 'negative'] });
    expect((await read(named)).map((opinion) => (opinion?.negative ?? 0) > 0.5)).toEqual([true, false]);
  });

  test('a broken file is a fault that says so, and no crash', async () => {
    await mkdir(join(folder, 'broken', 'onnx'), { recursive: true });
    await writeFile(join(folder, 'broken', 'onnx', 'model.onnx'), 'not a model');
    const reader = readerOf({ folder: join(folder, 'broken') });
    await expect(reader.read(posts('a'), { workspaceId })).rejects.toMatchObject({ code: 'reader_broken' });
  });

  test('a batch that takes too long ends its process, and the next batch has a new one', async () => {
    const reader = readerOf({ timeoutMs: 500 });
    const many = posts(...Array.from({ length: 20_000 }, () => 'terrible '.repeat(400)));
    await expect(reader.read(many, { workspaceId })).rejects.toThrow(/No answer within 500 ms/);
    const [opinion] = await reader.read(posts('terrible'), { workspaceId });
    expect(opinion?.negative).toBeGreaterThan(0.9);
  });

  test('several batches at once are read one after the other, and none gets the other’s answer', async () => {
    const reader = readerOf();
    const [bad, good, plain] = await Promise.all(
      ['terrible', 'дякую', 'працює'].map((text) => reader.read(posts(text), { workspaceId })),
    );
    expect(bad?.[0]?.negative).toBeGreaterThan(0.9);
    expect(good?.[0]?.positive).toBeGreaterThan(0.9);
    expect(plain?.[0]?.neutral).toBeGreaterThan(0.9);
  });

  test('the event loop goes on while the model computes', async () => {
    const reader = readerOf();
    await reader.read(posts('terrible'), { workspaceId });
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    await reader.read(posts(...Array.from({ length: 1_000 }, () => 'terrible '.repeat(300))), {
      workspaceId,
    });
    clearInterval(timer);
    expect(turns).toBeGreaterThan(10);
  });
});

describe('an ONNX reader that cannot begin', () => {
  test('says how to install what it needs', async () => {
    const reader = readerOf({ packages: [folder] });
    await expect(reader.read(posts('a'), { workspaceId })).rejects.toThrow(/npm ci --prefix extras\/onnx/);
  });

  test('names the file that is missing', async () => {
    const folderWithout = join(folder, 'empty');
    await expect(readerOf({ folder: folderWithout }).read(posts('a'), { workspaceId })).rejects.toMatchObject(
      {
        kind: 'invalid',
      },
    );
  });
});
