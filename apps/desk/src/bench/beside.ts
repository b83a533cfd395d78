import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** A process beside the one that measures, so that neither waits for the other's work. */
export interface Beside {
  readonly address: string;
  end(): Promise<void>;
}

/** Starts a built file that says where it listens once it is ready. */
export async function startBeside(file: URL, environment: Readonly<Record<string, string>>): Promise<Beside> {
  const child = spawn(process.execPath, [file.pathname], {
    env: { ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const gone = once(child, 'exit');
  let said = '';
  const address = await new Promise<string>((ready, failed) => {
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      // Read to the end of its life, or it would wait for a reader.
      said = `${said}${text}`.slice(-4_000);
      const at = /"msg":"ready"/u.test(text) ? /"address":"([^"]+)"/u.exec(text)?.[1] : undefined;
      if (at !== undefined) ready(at);
    });
    child.once('exit', () => failed(new Error(`It ended by itself: ${said}`)));
  });
  const end = async (): Promise<void> => {
    child.kill('SIGTERM');
    await gone;
  };
  return { address, end };
}
