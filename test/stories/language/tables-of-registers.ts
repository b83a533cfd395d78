import { type Cause, type Incident, lastFix, notTold, recurrencesOf, type Suggestion } from '@heard/core';
import type { TestDatabase } from '@heard/testing';

/** What the tables say of suggestions and the people who made them, in the order of their ids. */
export async function suggestionTables(db: TestDatabase): Promise<readonly unknown[]> {
  return db.owner(
    `select g.id, g.state, g.title, g.assignee_id, g.decided_at, g.done_at, g.merged_into, g.people, g.untold,
       array(select v.id::text from suggestion_voices v where v.suggestion_id = g.id order by v.id) as voices
     from suggestions g order by g.id`,
  );
}

/** What they must say by the history of one. */
export function suggestionAsToldBy(state: Suggestion): unknown {
  return {
    id: state.id,
    state: state.state,
    title: state.title ?? null,
    assignee_id: state.assignee ?? null,
    decided_at: state.decidedAt ?? null,
    done_at: state.doneAt ?? null,
    merged_into: state.mergedInto ?? null,
    people: state.voices.length,
    untold: notTold(state).length,
    voices: state.voices.map(({ id }) => id).toSorted(),
  };
}

/** What the tables say of causes and their cases, in the order of their ids. */
export async function causeTables(db: TestDatabase): Promise<readonly unknown[]> {
  return db.owner(
    `select r.id, r.state, r.title, r.answerable_id, r.fixed_at, r.cases, r.recurrences,
       array(select x.case_id::text from cause_cases x where x.cause_id = r.id order by x.case_id) as linked
     from causes r order by r.id`,
  );
}

/** What they must say by the history of one. */
export function causeAsToldBy(state: Cause): unknown {
  return {
    id: state.id,
    state: state.state,
    title: state.title,
    answerable_id: state.answerable,
    fixed_at: lastFix(state)?.at ?? null,
    cases: state.cases.length,
    recurrences: recurrencesOf(state).length,
    linked: state.cases.map(({ caseId }) => caseId).toSorted(),
  };
}

/** What the tables say of incidents and their cases, in the order of their ids. */
export async function incidentTables(db: TestDatabase): Promise<readonly unknown[]> {
  return db.owner(
    `select x.id, x.status, x.scope, x.shares, x.authors, x.coordinated, x.since, x.proposed_at, x.resolved_at,
       array(select i.state || ' ' || i.case_id from incident_cases i where i.incident_id = x.id order by i.case_id) as cases
     from incidents x order by x.id`,
  );
}

/** What they must say by the history of one. */
export function incidentAsToldBy(state: Incident): unknown {
  const { id, status, scope, shares, authors, coordinated, since, proposedAt, resolvedAt, cases, left } =
    state;
  const members = [
    ...cases.map(({ caseId, state: how }) => ({ caseId, how: how as string })),
    ...left.map((caseId) => ({ caseId, how: 'left' })),
  ];
  return {
    id,
    status,
    scope,
    shares,
    authors,
    coordinated,
    since,
    proposed_at: proposedAt,
    resolved_at: resolvedAt ?? null,
    cases: members
      .toSorted((a, b) => (a.caseId < b.caseId ? -1 : 1))
      .map(({ caseId, how }) => `${how} ${caseId}`),
  };
}
