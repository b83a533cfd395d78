import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createBrotliDecompress } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/chrome',
];
const run = promisify(execFile);
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

/**
 * Unpacks the browser of `@sparticuz/chromium` once into the project's cache; its own code unpacks into a shared folder.
 * Into a folder of our own first: of several workers that come at once each makes a whole one, and the first one's stays.
 */
async function unpack(): Promise<string> {
  const path = join(unpackedDir, 'chromium');
  if (existsSync(path)) return path;
  // By its folder: the package exports neither its package.json nor what it packs.
  const bin = join(process.cwd(), 'node_modules', '@sparticuz', 'chromium', 'bin');
  await mkdir(join(unpackedDir, '..'), { recursive: true });
  const half = await mkdtemp(`${unpackedDir}.half-`);
  try {
    for (const libraries of ['al2023.tar.br', 'swiftshader.tar.br', 'fonts.tar.br']) {
      const archive = join(bin, libraries);
      if (existsSync(archive)) await untar(archive, half);
    }
    await decompress(join(bin, 'chromium.br'), join(half, 'chromium'));
    await rename(half, unpackedDir).catch((error: unknown) => {
      if (!existsSync(path)) throw error;
    });
  } finally {
    await rm(half, { recursive: true, force: true });
  }
  return path;
}

/** By way of a file: tar may end before Node has heard that its pipe took everything, which looks like a broken pipe. */
async function untar(archive: string, into: string): Promise<void> {
  const plain = join(into, 'plain.tar');
  await decompress(archive, plain);
  await run('tar', ['-x', '-f', plain, '-C', into]);
  await rm(plain);
}

function decompress(from: string, to: string): Promise<void> {
  return pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to, { mode: 0o755 }));
}
