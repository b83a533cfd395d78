import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const PRELUDE = `const send = async (): Promise<void> => {};\ntype Light = 'red' | 'green';\n`;

const FORBIDDEN = [
  ['typescript(no-floating-promises)', 'export function run(): void {\n  send();\n}'],
  [
    'typescript(switch-exhaustiveness-check)',
    `export function go(light: Light): void {\n  switch (light) {\n    case 'red':\n      void send();\n  }\n}`,
  ],
  ['typescript(no-explicit-any)', 'export const read = (given: any): string => String(given);'],
  ['typescript(no-non-null-assertion)', 'export const first = (all: string[]): string => all[0]!;'],
  ['node(no-process-env)', 'export const port = process.env.HEARD_PORT;'],
  ['import(no-default-export)', 'export default send;'],
  ['eslint(no-empty)', 'export function run(): void {\n  try {\n    void send();\n  } catch {}\n}'],
  ['eslint(max-lines)', 'void send();\n'.repeat(300)],
  ['eslint(max-lines-per-function)', `export function long(): void {\n${'  void send();\n'.repeat(80)}}`],
] as const;

describe('the lint check', () => {
  let said: string;

  beforeAll(() => {
    const folder = mkdtempSync(join(tmpdir(), 'heard-lint-'));
    mkdirSync(join(folder, 'libs/core/src'), { recursive: true });
    mkdirSync(join(folder, 'libs/config/src'), { recursive: true });
    for (const name of ['.oxlintrc.json', 'tsconfig.json']) copyFileSync(name, join(folder, name));
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
    for (const [index, [, text]] of FORBIDDEN.entries()) {
      writeFileSync(join(folder, `libs/core/src/forbidden-${index}.ts`), `${PRELUDE}${text}\n`);
    }
    writeFileSync(
      join(folder, 'libs/config/src/allowed.ts'),
      'export const port = process.env.HEARD_PORT;\n',
    );
    const { stdout } = spawnSync(
      process.execPath,
      [resolve('node_modules/oxlint/bin/oxlint'), '--type-aware', '--format', 'unix', 'libs'],
      { cwd: folder, encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } },
    );
    said = stdout;
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(FORBIDDEN.map(([rule], index) => [rule, index] as const))('%s bites (file %i)', (rule, index) => {
    const lines = said.split('\n').filter((line) => line.includes(`forbidden-${index}.ts`));
    expect(lines.join('\n')).toContain(rule);
  });

  it('lets libs/config read the environment', () => {
    expect(said).not.toContain('allowed.ts');
  });
});
