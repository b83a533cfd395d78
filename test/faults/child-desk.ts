import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { freePort, password } from './running-desk.js';

/** Heard in a process of its own, as `npm start` runs it after the build. */
export interface ChildDesk {
  readonly address: string;
  readonly pid: number;
  /** What it printed, and what it logged. */
  readonly output: () => string;
  readonly log: () => string;
  /** Undefined while it lives. */
  readonly exitCode: () => number | null | undefined;
  /** Settles with the exit code when the process is gone. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** Starts it and waits until it says where it is; faults with its log when it ends before. */
export async function startChild(environment: Readonly<Record<string, string>>): Promise<ChildDesk> {
  let [output, log] = ['', ''];
  const child = spawn(process.execPath, [join('dist', 'apps', 'desk', 'src', 'main.js')], {
    env: {
      PATH: process.env['PATH'],
      HEARD_PORT: String(await freePort()),
      HEARD_DEMO: 'false',
      HEARD_ADMIN_EMAIL: 'admin@shop.example',
      HEARD_ADMIN_PASSWORD: password,
      HEARD_POLL_SECONDS: '1',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'close');
  child.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()));
  const address = await new Promise<string>((resolve, reject) => {
    child.once('close', () => reject(new Error(`Heard did not start:\n${output}${log}`)));
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const said = /Heard is ready: (\S+)/u.exec(output)?.[1];
      if (said !== undefined) resolve(said);
    });
  });
  return {
    address,
    pid: child.pid ?? 0,
    output: () => output,
    log: () => log,
    exitCode: () => (child.exitCode === null && child.signalCode === null ? undefined : child.exitCode),
    async end(signal) {
      child.kill(signal);
      await ended;
      return child.exitCode;
    },
  };
}
