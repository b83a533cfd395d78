import { type Cause, type CauseEvent, lastFix, recurrencesOf } from '@heard/core';
import type { Transaction } from '@heard/database';
import type { EntryWritten } from '../../register-record.js';

type Written = EntryWritten<Cause, CauseEvent>;

/** Writes what events say of causes and their cases into the tables that are asked. */
export async function projectCauses(tx: Transaction, written: readonly Written[]): Promise<void> {
  const column = <T>(read: (state: Cause) => T): T[] => written.map(({ record }) => read(record.state));
  await tx.run(
    `insert into causes (workspace_id, id, state, title, failures, brand_id, location_id, answerable_id, named_at,
       fixed_at, cases, recurrences, demo)
     select $1, id, state, title, string_to_array(failures, ','), brand_id, location_id, answerable_id, named_at,
       fixed_at, cases, recurrences, demo
     from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::uuid[], $7::uuid[], $8::uuid[],
       $9::timestamptz[], $10::timestamptz[], $11::integer[], $12::integer[], $13::boolean[]) as n (id, state, title,
       failures, brand_id, location_id, answerable_id, named_at, fixed_at, cases, recurrences, demo)
     on conflict (workspace_id, id) do update set state = excluded.state, title = excluded.title,
       answerable_id = excluded.answerable_id, fixed_at = excluded.fixed_at, cases = excluded.cases,
       recurrences = excluded.recurrences`,
    [
      tx.workspaceId,
      column((state) => state.id),
      column((state) => state.state),
      column((state) => state.title),
      // Lists of different lengths cannot be sent as an array; the words have no commas.
      column((state) => state.failures.join(',')),
      column((state) => state.brandId),
      column((state) => state.locationId),
      column((state) => state.answerable),
      column((state) => state.namedAt),
      column((state) => lastFix(state)?.at),
      column((state) => state.cases.length),
      column((state) => recurrencesOf(state).length),
      written.map(({ record }) => record.demo),
    ],
  );
  for (const each of written) await projectCases(tx, each);
}

async function projectCases(tx: Transaction, { record, events }: Written): Promise<void> {
  for (const event of events) {
    if (event.type === 'cause.case_unlinked') {
      await tx.run('delete from cause_cases where workspace_id = $1 and case_id = $2 and cause_id = $3', [
        tx.workspaceId,
        event.caseId,
        record.id,
      ]);
    }
    if (event.type === 'cause.case_linked') {
      await tx.run(
        `insert into cause_cases (workspace_id, case_id, cause_id) values ($1, $2, $3)
         on conflict (workspace_id, case_id) do update set cause_id = excluded.cause_id`,
        [tx.workspaceId, event.caseId, record.id],
      );
    }
  }
}
