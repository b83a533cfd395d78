import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { bin, jestEnvironment, root, run } from './run.mjs';

const sources = ['apps', 'libs', 'test'].filter((folder) => existsSync(join(root, folder)));
const dashboard = 'apps/dashboard/tsconfig.json';

const beforeTests = [
  { name: 'types', script: bin.tsc, args: ['--noEmit', '-p', 'tsconfig.json'] },
  ...(existsSync(join(root, dashboard))
    ? [{ name: 'types of the dashboard', script: bin.tsc, args: ['--noEmit', '-p', dashboard] }]
    : []),
  { name: 'lint', script: bin.oxlint, args: ['--type-aware', '--deny-warnings', ...sources] },
  { name: 'boundaries', script: bin.depcruise, args: ['--config', '.dependency-cruiser.cjs', ...sources] },
  { name: 'format', script: bin.prettier, args: ['--check', '--log-level', 'warn', '.'] },
];
const unitTests = {
  name: 'unit tests',
  script: bin.jest,
  args: ['--testPathIgnorePatterns', '/node_modules/', '/dist/', '\\.db\\.spec\\.ts$', '<rootDir>/test/'],
  env: jestEnvironment,
};

const failed = (await Promise.all(beforeTests.map(check)))
  .concat(await check(unitTests))
  .filter((name) => name);
process.stderr.write(failed.length === 0 ? 'All checks passed.\n' : `Failed: ${failed.join(', ')}.\n`);
process.exitCode = failed.length === 0 ? 0 : 1;

async function check({ name, script, args, env }) {
  const begun = Date.now();
  const { code, output } = await run(script, args, { env });
  process.stderr.write(
    `${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - begun) / 1000).toFixed(1)} s)\n`,
  );
  if (code === 0) return undefined;
  process.stderr.write(`${output.trimEnd()}\n\n`);
  return name;
}
