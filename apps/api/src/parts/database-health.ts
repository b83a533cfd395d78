import { Fault, isFault } from '@heard/core';
import type { Database } from '@heard/database';
import type { HealthPart } from '../ports/index.js';

const slowestMs = 3_000;

/** Ready while the database answers within 3 seconds and its schema has what the newest migration made. */
export function databaseHealth(database: Database): HealthPart {
  return {
    async ready() {
      const migrated = await inTime(
        database.spanning((all) =>
          all.rows<{ ready: boolean }>(
            `select to_regclass('public.handled_events') is not null
               and to_regprocedure('heard_span.remove_demo()') is not null as ready`,
          ),
        ),
      );
      if (migrated[0]?.ready) return;
      throw new Fault(
        'unavailable',
        'The database has not the newest schema yet; start Heard to migrate it.',
        {
          code: 'not_migrated',
        },
      );
    },
  };
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(notAnswering());
    }, slowestMs);
  });
  try {
    return await Promise.race([work, late]);
  } catch (cause) {
    throw isFault(cause) ? cause : notAnswering(cause);
  } finally {
    clearTimeout(timer);
  }
}

function notAnswering(cause?: unknown): Fault {
  return new Fault('unavailable', 'The database does not answer.', { code: 'database_unavailable', cause });
}
