import { MailReceiver } from '@heard/alerting';
import { SecretBox } from '@heard/database';
import { createHttpClient } from '@heard/http';
import { Jobs } from '@heard/jobs';
import { usualPace } from '@heard/listening';
import { realBaseUrls } from '@heard/sources';
import { setUpWorkspace } from '@heard/staff';
import { type FakeClock, type TestDatabase, testDatabase } from '@heard/testing';
import { allQueues, composeHeard, type Heard } from './index.js';

/** A firm on a database of its own, with the whole of Heard put together and nobody at work but the test. */
export interface Shop {
  readonly db: TestDatabase;
  readonly jobs: Jobs;
  readonly heard: Heard;
  readonly workspaceId: string;
  /** Its administrator. */
  readonly staffId: string;
  close(): Promise<void>;
}

/** Opens it; what fails in work or in a turn is told to `onFailed`, and else fails the test. */
export async function openShop(
  clock: FakeClock,
  onFailed: (error: unknown) => void = rethrow,
): Promise<Shop> {
  const db = await testDatabase(allQueues);
  // A firm without a mail server: its letters fail, and are none of these tests.
  const jobs = await Jobs.start(
    db.serviceUrl,
    onFailed === rethrow ? () => undefined : ({ error }) => onFailed(error),
    false,
  );
  const http = createHttpClient();
  const heard = composeHeard({
    database: db.database,
    jobs,
    clock,
    secretBox: new SecretBox('only for tests, only for tests, only'),
    http,
    publicUrl: 'http://127.0.0.1:3000',
    mail: new MailReceiver(undefined),
    baseUrls: realBaseUrls,
    collect: { ...usualPace, pollMs: 60_000 },
    signal: new AbortController().signal,
    onTurnFailed: ({ error }) => onFailed(error),
    onWatchFailed: ({ error }) => rethrow(error),
  });
  const { workspaceId } = await setUpWorkspace(
    db.database,
    { administratorEmail: 'admin@shop.example' },
    clock,
  );
  const [person] = await db.owner<{ id: string }>('select id from staff where not demo');
  return {
    ...{ db, jobs, heard, workspaceId },
    staffId: person?.id ?? '',
    async close() {
      await jobs.stop(0);
      http.close();
      await db.close();
    },
  };
}

function rethrow(error: unknown): never {
  throw error;
}
