import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './run.mjs';

const FOLDER = join(root, 'extras/onnx');

/**
 * Installs what the tests of the ONNX reader run on: it is large and few need it, so `npm ci` leaves it out. Without
 * it those tests are skipped, and it is said so.
 */
export async function installOnnxPackages() {
  if (existsSync(join(FOLDER, 'node_modules/onnxruntime-node/package.json'))) return;
  // The npm that runs this script.
  const npm = process.env.npm_execpath;
  if (!npm) return;
  process.stderr.write('Installing what the tests of the ONNX reader run on (about 120 MB, once) ...\n');
  const { code, output } = await run(npm, ['ci', '--prefix', FOLDER]);
  if (code !== 0) process.stderr.write(`It could not be installed: those tests are skipped.\n${output}\n`);
}
