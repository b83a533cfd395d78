import { PassThrough, Readable, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { runCommand } from './run-command.js';

async function run(words: string[], input = ''): Promise<{ code: number; out: string; said: string }> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const reading = Promise.all([text(stdout), text(stderr)]);
  const code = await runCommand(words, { stdin: Readable.from([Buffer.from(input)]), stdout, stderr });
  stdout.end();
  stderr.end();
  const [out, said] = await reading;
  return { code, out, said };
}

describe('a command', () => {
  it.each([
    [['asess'], 'There is no command "asess"; did you mean "assess"?'],
    [['key'], 'There is no command "key"; did you mean "key create"?'],
    [['key', 'creat'], 'There is no command "key creat"; did you mean "key create"?'],
    [['import', '--sorce', 'x', 'f.csv'], 'There is no option --sorce; did you mean --source?'],
    [['import', '--source=x', '-m', 'f.csv'], 'There is no option -m; did you mean --map?'],
    [['config', '--all'], 'There is no option --all; this command takes none.'],
    [['import'], 'Name the file: npm run heard -- import FILE.'],
    [['import', 'a.csv', 'b.csv'], 'The word "b.csv" is one too many.'],
    [['import', 'a.csv', '--map', 'x'], 'Say --map as column=field'],
    [['key', 'create', '--scopes', 'cases:read'], 'Name the key with --name NAME'],
    [['key', 'create', '--name', 'crm', '--scopes', 'cases:raed'], 'There is no scope "cases:raed".'],
    [['key', 'create', '--name', 'crm'], 'Name scopes with --scopes.'],
  ])('called as %j says what is wrong in one line and fails', async (words, sentence) => {
    const { code, out, said } = await run(words);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(said).toContain(sentence);
    expect(said.trim().split('\n')).toHaveLength(1);
  });

  it.each([[[]], [['help']], [['--help']]])('%j lists all commands', async (words) => {
    const { code, out } = await run(words);
    expect(code).toBe(0);
    for (const name of ['config', 'key create', 'assess', 'import FILE', 'demo off'])
      expect(out).toContain(name);
  });
});

describe('assess', () => {
  it('answers each line in its order and goes on after a bad one', async () => {
    const lines = Array.from({ length: 2_000 }, (_, id) =>
      JSON.stringify({ id, text: 'Де моє замовлення?' }),
    );
    lines[7] = 'not json';
    const { code, out } = await run(['assess'], lines.join('\n'));
    expect(code).toBe(0);
    const answers = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id?: number; error?: string });
    expect(answers).toHaveLength(2_000);
    expect(answers[7]?.error).toBeDefined();
    expect(answers.every((each, id) => id === 7 || each.id === id)).toBe(true);
  });

  it('ends quietly when nobody reads on', async () => {
    const stdout = new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error('nobody reads'), { code: 'EPIPE' })),
    });
    const stderr = new PassThrough();
    const stdin = Readable.from(
      Array.from({ length: 3_000 }, (_, id) => Buffer.from(`{"id":${id},"text":"x"}\n`)),
    );
    expect(await runCommand(['assess'], { stdin, stdout, stderr })).toBe(0);
    stderr.end();
    expect(await text(stderr)).toBe('');
  });
});
