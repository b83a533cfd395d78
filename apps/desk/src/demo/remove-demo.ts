import type { Database } from '@heard/database';
import { removeState } from '../../../simulator/src/index.js';

/** How much of the demo there was. */
export interface RemovedDemo {
  readonly mentions: number;
  readonly cases: number;
}

/**
 * Removes everything marked as demo from the workspace, and nothing else; then the made-up platforms' state file.
 * A demo that plays at this moment notices and stops. Jobs of removed cases find nothing and end.
 */
export async function removeDemo(
  database: Pick<Database, 'inWorkspace'>,
  workspaceId: string,
  stateFile?: string,
): Promise<RemovedDemo> {
  const [removed] = await database.inWorkspace(workspaceId, async (tx) => {
    await tx.rows('select heard_span.remove_demo_registers(), heard_span.remove_demo_letters()');
    return tx.rows<{ mentions: number; cases: number }>(
      'select removed_mentions::int as mentions, removed_cases::int as cases from heard_span.remove_demo()',
    );
  });
  if (stateFile !== undefined) await removeState(stateFile);
  return { mentions: removed?.mentions ?? 0, cases: removed?.cases ?? 0 };
}
