import { isFault } from '@heard/core';
import { startDesk } from './start-desk.js';

/** Runs until it is told to stop, also while it is still starting; a fault at the start is one sentence and exit code 1. */
function main(): void {
  const starting = startDesk();
  starting.catch((error: unknown) => {
    process.stderr.write(isFault(error) ? `${error.message}\n` : `Heard could not start: ${String(error)}\n`);
    process.exit(1);
  });
  let stopping = false;
  const stop = (): void => {
    // A second signal means it: no more waiting.
    if (stopping) process.exit(1);
    stopping = true;
    void starting.then((desk) => desk.stop()).then(() => process.exit(0));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

main();
