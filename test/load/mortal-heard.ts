import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** Heard as its users run it, in a process of its own, to be killed. */
export class MortalHeard {
  private child: ChildProcess | undefined;
  private said = '';
  /** Where it listens, once it is ready. */
  address = '';

  /** Kept when it works, and when it ended before. */
  ready: Promise<void> = Promise.resolve();

  constructor(private readonly environment: Readonly<Record<string, string>>) {}

  start(): void {
    const child = spawn(process.execPath, [join(process.cwd(), 'dist/apps/desk/src/main.js')], {
      env: { PATH: process.env['PATH'], ...this.environment },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.ready = new Promise((resolve) => {
      child.stderr?.setEncoding('utf8').on('data', (text: string) => {
        this.said = `${this.said}${text}`.slice(-4_000);
        if (!text.includes('"msg":"ready"')) return;
        this.address = /"address":"([^"]+)"/u.exec(text)?.[1] ?? '';
        resolve();
      });
      child.once('exit', () => resolve());
    });
    this.child = child;
  }

  /** Kills it at once, as a power cut would; false when it had ended by itself. */
  async kill(): Promise<boolean> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return false;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
    return true;
  }

  /** What it said last, for people who look into a failure. */
  get lastWords(): string {
    return this.said;
  }
}
