import type { Jobs } from '@heard/jobs';

/** How long running work may take to end when the process stops. */
const drainMs = 15_000;
const lookMs = 1_000;

/** What the worker works with. */
export interface WorkerParts {
  readonly jobs: Jobs;
  /** What looks by the clock whether there is something to do; each tells how much it did. */
  readonly looks: readonly { run(): Promise<number> }[];
  readonly onError: (error: unknown) => void;
}

/**
 * Starts to do durable work (events of cases, answers, messages, escalations), and looks every second whose time has
 * come: cases, incidents, digests, texts to be forgotten.
 */
export async function startWorker(parts: WorkerParts): Promise<{ stop(): Promise<void> }> {
  const { jobs, onError } = parts;
  await jobs.work();
  const looks = parts.looks.map((each) => startLooking(() => each.run(), onError));
  return {
    async stop() {
      await Promise.all(looks.map((each) => each.stop()));
      await jobs.stop(drainMs);
    },
  };
}

/** Looks every second, again at once while there is something to do, and never twice at a time. */
function startLooking(
  run: () => Promise<number>,
  onError: (error: unknown) => void,
): { stop(): Promise<void> } {
  let looking: Promise<void> | undefined;
  let stopped = false;
  // Under load there is always something to do: whoever is told to stop ends with the turn they are at.
  const look = async (): Promise<void> => {
    while (!stopped && (await run()) > 0);
  };
  const timer = setInterval(() => {
    looking ??= look()
      .catch(onError)
      .finally(() => (looking = undefined));
  }, lookMs);
  return {
    async stop() {
      stopped = true;
      clearInterval(timer);
      await looking;
    },
  };
}
