import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bin, root, run } from './run.mjs';

const STAMPS = join(root, 'dist/.stamp');
const SERVER_SOURCES = [
  'apps',
  'libs',
  'nest-cli.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'package-lock.json',
];
const DASHBOARD = 'apps/dashboard';

/** Builds what changed since the last build: the server by Nest's swc builder, the dashboard by Vite, at the same time. */
export async function build() {
  const stale = [];
  for (const part of parts()) {
    const stamp = await stampOf(part.sources, part.isLeftOut);
    const built = await readFile(stampFile(part), 'utf8').catch(() => '');
    if (built !== stamp || !existsSync(join(root, part.result))) stale.push({ ...part, stamp });
  }
  if (stale.length === 0) return;

  const begun = Date.now();
  process.stderr.write('Building ...\n');
  await mkdir(STAMPS, { recursive: true });
  const results = await Promise.allSettled(stale.map(buildPart));
  const failed = results.find(({ status }) => status === 'rejected');
  if (failed) throw failed.reason;
  process.stderr.write(`Built in ${((Date.now() - begun) / 1000).toFixed(1)} s.\n`);
}

function parts() {
  const isSpec = (path) => /\.spec(-[a-z]+)?\.ts$/.test(path);
  const server = {
    name: 'server',
    result: 'dist/libs',
    sources: SERVER_SOURCES,
    isLeftOut: (path) => isSpec(path) || isDashboard(path),
    make: buildServer,
  };
  // The dashboard takes types and words from the libraries, so it is built anew with them.
  const dashboard = {
    name: 'dashboard',
    result: 'dist/dashboard/index.html',
    sources: [DASHBOARD, 'libs', 'package-lock.json'],
    isLeftOut: isSpec,
    make: buildDashboard,
  };
  return existsSync(join(root, DASHBOARD, 'vite.config.ts')) ? [server, dashboard] : [server];
}

/** The stamp goes first and comes back last, so that a build that was cut off is done again. */
async function buildPart(part) {
  await rm(stampFile(part), { force: true });
  await part.make();
  await writeFile(stampFile(part), part.stamp);
}

function stampFile({ name }) {
  return join(STAMPS, name);
}

/** Old files go first, so that nothing that was deleted or renamed is still found. */
async function buildServer() {
  for (const part of ['apps', 'libs']) await rm(join(root, 'dist', part), { recursive: true, force: true });
  const { code, output } = await run(bin.nest, ['build', 'desk']);
  // The swc builder reports a broken file and still ends well.
  if (code !== 0 || /Failed to compile/.test(output) || !existsSync(join(root, 'dist/libs'))) {
    throw new Error(`The server was not built.\n${output}`);
  }
  await copyData();
}

/** The compiler leaves out what it does not compile, such as lexicons and samples that are read at run time. */
async function copyData() {
  for (const part of ['apps', 'libs']) {
    const isData = (path) => !isDashboard(path) && !/\.([cm]?tsx?|md)$/.test(path);
    for (const name of await namesIn(part)) {
      const path = join(part, name);
      if (!isData(path) || !(await stat(join(root, path))).isFile()) continue;
      await mkdir(dirname(join(root, 'dist', path)), { recursive: true });
      await copyFile(join(root, path), join(root, 'dist', path));
    }
  }
}

async function buildDashboard() {
  const args = [
    'build',
    DASHBOARD,
    '--outDir',
    join(root, 'dist/dashboard'),
    '--emptyOutDir',
    '--logLevel',
    'warn',
  ];
  const { code, output } = await run(bin.vite, args);
  if (code !== 0) throw new Error(`The dashboard was not built.\n${output}`);
}

/** A fingerprint of names, sizes and times: two dozen milliseconds instead of reading every file. */
async function stampOf(sources, isLeftOut) {
  const hash = createHash('sha256').update(process.version);
  for (const source of sources) {
    const found = await stat(join(root, source)).catch(() => undefined);
    if (!found) continue;
    const names = found.isFile() ? [''] : await namesIn(source);
    for (const name of names) {
      const path = name === '' ? source : join(source, name);
      if (isLeftOut(path)) continue;
      const { size, mtimeMs, isFile } = await describe(path);
      if (isFile) hash.update(`${path}\0${size}\0${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

async function namesIn(folder) {
  return existsSync(join(root, folder))
    ? (await readdir(join(root, folder), { recursive: true })).sort()
    : [];
}

function isDashboard(path) {
  return path.startsWith(join(DASHBOARD, sep));
}

async function describe(path) {
  const found = await stat(join(root, path));
  return { size: found.size, mtimeMs: found.mtimeMs, isFile: found.isFile() };
}

/** Runs a script's work; what goes wrong is said in full on stderr and ends in exit code 1. */
export async function orExplain(work) {
  try {
    await work();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await orExplain(build);
