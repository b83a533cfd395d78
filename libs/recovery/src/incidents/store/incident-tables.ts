import type { Incident, IncidentEvent } from '@heard/core';
import type { Transaction } from '@heard/database';
import type { EntryWritten } from '@heard/registers';

type Written = EntryWritten<Incident, IncidentEvent>;

/** Writes incidents and their cases as their histories have them now. */
export async function projectIncidents(tx: Transaction, written: readonly Written[]): Promise<void> {
  for (const { record } of written) {
    await saveIncident(tx, record.state, record.demo);
    await saveCases(tx, record.state);
  }
}

async function saveIncident(tx: Transaction, incident: Incident, demo: boolean): Promise<void> {
  const { id, status, scope, shares, sure, authors, coordinated, since, proposedAt, resolvedAt } = incident;
  await tx.run(
    `insert into incidents (workspace_id, id, status, scope, shares, sure, authors, coordinated, since, proposed_at,
       resolved_at, demo)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
     on conflict (workspace_id, id) do update set status = excluded.status, shares = excluded.shares,
       sure = excluded.sure, authors = excluded.authors, coordinated = excluded.coordinated,
       resolved_at = excluded.resolved_at`,
    [
      tx.workspaceId,
      id,
      status,
      scope,
      JSON.stringify(shares),
      sure,
      authors,
      coordinated,
      since,
      proposedAt,
      resolvedAt ?? null,
      demo,
    ],
  );
}

async function saveCases(tx: Transaction, { id, cases, left, proposedAt }: Incident): Promise<void> {
  const rows = [
    ...cases.map(({ caseId, state, joinedAt }) => ({ caseId, state: state as string, joinedAt })),
    ...left.map((caseId) => ({ caseId, state: 'left', joinedAt: proposedAt })),
  ];
  await tx.run(
    `insert into incident_cases (workspace_id, incident_id, case_id, state, joined_at)
     select $1, $2, * from unnest($3::uuid[], $4::text[], $5::timestamptz[])
     on conflict (workspace_id, incident_id, case_id) do update set state = excluded.state
       where incident_cases.state <> excluded.state`,
    [
      tx.workspaceId,
      id,
      rows.map(({ caseId }) => caseId),
      rows.map(({ state }) => state),
      rows.map(({ joinedAt }) => joinedAt),
    ],
  );
}
