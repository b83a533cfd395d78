import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The project's folder, from wherever a script is called. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** A program of a package, run by this same Node, so that no shell and no PATH is needed. */
export const bin = {
  nest: 'node_modules/@nestjs/cli/bin/nest.js',
  vite: 'node_modules/vite/bin/vite.js',
  // By its path: another TypeScript owns node_modules/.bin/tsc.
  tsc: 'node_modules/typescript-native/bin/tsc',
  oxlint: 'node_modules/oxlint/bin/oxlint',
  depcruise: 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
  prettier: 'node_modules/prettier/bin/prettier.cjs',
  jest: 'node_modules/jest/bin/jest.js',
};

/** What Jest needs to run ES modules, beside what the caller wants of Node. */
export const jestEnvironment = {
  NODE_OPTIONS:
    `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --disable-warning=ExperimentalWarning`.trim(),
};

/** Runs `node script ...args`; resolves with the exit code and what was said, all of it. */
export function run(script, args = [], { env = {}, onOutput } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const forward = (signal) => child.kill(signal);
    process.on('SIGINT', forward).on('SIGTERM', forward);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk) => {
        output += chunk;
        onOutput?.(chunk);
      });
    }
    child.once('error', reject);
    child.once('close', (code, signal) => {
      process.off('SIGINT', forward).off('SIGTERM', forward);
      resolve({ code: code ?? 1, signal, output });
    });
  });
}
