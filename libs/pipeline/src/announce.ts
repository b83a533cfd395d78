import type { Announce } from '@heard/cases';
import type { Jobs } from '@heard/jobs';
import type { RegisterName } from '@heard/registers';
import { type Pipeline, workAfter } from './pipeline.js';

/** Writes what follows the events of cases into their own transaction, and tells the screens that look at them. */
export function announceWith(jobs: Jobs, pipeline: () => Pipeline): Announce {
  return async (tx, written) => {
    const { together, after } = pipeline();
    for (const { record, events } of written) {
      for (const event of events) {
        for (const handler of Object.values(together[event.type] ?? {})) await handler({ tx, event, record });
      }
    }
    const work = written.flatMap(({ record, events }) =>
      events.flatMap((event) => workAfter(tx.workspaceId, { event, record }, after)),
    );
    await jobs.add(tx, work);
    const caseIds = written.map(({ record }) => record.state.id);
    await tellScreens(tx, 'case', caseIds);
  };
}

/** Beyond this many at once a screen reads its list anew anyway. */
const mostTold = 20;

/** A live notice for each of these; delivered when the transaction commits. */
export async function tellScreens(
  tx: Parameters<Announce>[0],
  kind: 'case' | 'source' | 'alert' | 'mention' | 'letter' | RegisterName,
  ids: readonly string[],
): Promise<void> {
  await tx.rows(
    `select pg_notify('heard_live', json_build_object('w', $1::text, 'kind', $2::text, 'id', id)::text)
     from unnest($3::text[]) as id`,
    [tx.workspaceId, kind, ids.slice(0, mostTold)],
  );
}
