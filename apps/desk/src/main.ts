import { isFault } from '@heard/core';
import { startDesk } from './start-desk.js';

/** Runs until it is told to stop; a fault at the start is one sentence and exit code 1. */
async function main(): Promise<void> {
  const desk = await startDesk();
  let stopping = false;
  const stop = (): void => {
    // A second signal means it: no more waiting.
    if (stopping) process.exit(1);
    stopping = true;
    void desk.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

main().catch((error: unknown) => {
  process.stderr.write(isFault(error) ? `${error.message}\n` : `Heard could not start: ${String(error)}\n`);
  process.exit(1);
});
