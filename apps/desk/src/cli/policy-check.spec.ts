import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { runCommand } from './run-command.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heard-policy-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function run(...words: string[]): Promise<{ code: number; out: string; said: string }> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const reading = Promise.all([text(stdout), text(stderr)]);
  const code = await runCommand(words, { stdin: Readable.from([]), stdout, stderr });
  stdout.end();
  stderr.end();
  const [out, said] = await reading;
  return { code, out, said };
}

async function check(content: string): Promise<{ code: number; out: string; said: string }> {
  const path = join(folder, 'policy.json');
  await writeFile(path, content);
  return run('policy', 'check', path);
}

it.each([[[]], [['--currency', 'EUR']]])('the policy printed with %j is in order', async (words) => {
  const { code, out } = await run('policy', 'default', ...words);
  expect(code).toBe(0);
  expect(await check(out)).toEqual({ code: 0, out: 'ok\n', said: '' });
  expect(await check(`\uFEFF${out}`)).toMatchObject({ code: 0 });
});

it.each([
  [
    (policy: string) => policy.replace('"budget": 2', '"budjet": 2'),
    'handOffs.budjet: there is no such field; did you mean "budget"?',
  ],
  [
    (policy: string) => policy.replace('"budget": 2', '"budget": 2.5'),
    'handOffs.budget: 2.5 is not whole; write a whole number from 0 to 20 (hand-offs).',
  ],
  [(policy: string) => policy.slice(0, 100), 'is no JSON: '],
  [() => '{\n  "calendar": {,}\n}', 'is no JSON: see line 2, column 16.'],
  [() => '', 'is no JSON: it ends too early.'],
])('a file that is not in order fails with one line', async (change, message) => {
  const { out: inOrder } = await run('policy', 'default');
  const { code, out, said } = await check(change(inOrder));
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(said).toContain(message);
  expect(said.trim().split('\n')).toHaveLength(1);
});

it.each([
  [['policy', 'check'], 'Name the file: npm run heard -- policy check FILE.'],
  [['policy', 'check', 'nowhere/policy.json'], 'The file nowhere/policy.json cannot be read.'],
  [['policy', 'check', '.'], '. is no file.'],
  [['policy', 'chek', 'x'], 'did you mean "policy check"?'],
  [['policy', 'default', '--currency', 'euro'], 'Write the currency as its three capital letters'],
])('%j says what is wrong', async (words, message) => {
  const { code, said } = await run(...words);
  expect(code).toBe(1);
  expect(said).toContain(message);
});
