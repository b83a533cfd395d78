import { join } from 'node:path';
import { loadConfig } from '@heard/config';
import { startSimulator } from './simulator.js';

/** Runs the made-up platforms as a process of their own and prints where they are, as one line of JSON. */
async function main(): Promise<void> {
  const { dataDir } = loadConfig();
  const simulator = await startSimulator({
    clock: { now: () => new Date() },
    stateFile: join(dataDir, 'simulator.json'),
  });
  const { baseUrls, mailbox } = simulator;
  process.stdout.write(`${JSON.stringify({ ...baseUrls, smtp: mailbox.smtpUrl })}\n`);
  const stop = (): void => {
    simulator.close().catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : 'The simulator did not close.'}\n`);
      process.exitCode = 1;
    });
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'The simulator did not start.'}\n`);
  process.exitCode = 1;
});
