import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build, orExplain } from './build.mjs';
import { installOnnxPackages } from './onnx-packages.mjs';
import { bin, jestEnvironment, root, run } from './run.mjs';

const RESULTS = join(root, '.cache/test-results.json');

await orExplain(async () => {
  await Promise.all([build(), installOnnxPackages()]);
  await rm(RESULTS, { force: true });
  const { code } = await run(bin.jest, ['--json', `--outputFile=${RESULTS}`, ...process.argv.slice(2)], {
    env: {
      ...jestEnvironment,
      FORCE_COLOR: process.stderr.isTTY ? '1' : '0',
    },
    onOutput: (chunk) => process.stderr.write(chunk),
  });
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(
    await readFile(RESULTS, 'utf8'),
  );
  process.exitCode = code;
  // A file that does not even load counts as a failure.
  process.stdout.write(`${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed\n`);
});
