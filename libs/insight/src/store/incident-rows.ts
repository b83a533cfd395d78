import type { AnswerState, IncidentStatus, Language, Shared, Urgency } from '@heard/core';
import type { Transaction } from '@heard/database';
import type { SortKeyValues } from '../cursor.js';
import { newestComplaint } from './case-rows.js';
import type { SourceColumns } from './source-ref.js';

/** An incident as a list shows it. */
export interface IncidentRow {
  readonly id: string;
  readonly status: IncidentStatus;
  readonly shares: readonly Shared[];
  readonly sure: number;
  readonly authors: number;
  readonly cases: number;
  readonly open_cases: number;
  readonly coordinated: boolean;
  readonly since: Date;
  readonly proposed_at: Date;
  readonly resolved_at: Date | null;
  readonly excerpt: string | null;
  readonly demo: boolean;
  readonly sort_key: SortKeyValues;
}

/** Reads incidents; `x` is the incident. */
export function readIncidents(
  tx: Transaction,
  asked: {
    readonly where: string;
    readonly values: readonly unknown[];
    readonly sortKey: string;
    readonly limit: number;
  },
): Promise<IncidentRow[]> {
  return tx.rows<IncidentRow>(
    `with page as materialized (
       select x.* from incidents x where ${asked.where} order by x.proposed_at desc, x.id limit ${asked.limit})
     select x.id, x.status, x.shares, x.sure, x.authors, x.coordinated, x.since, x.proposed_at, x.resolved_at, x.demo,
            counted.cases, counted.open_cases, first.excerpt, ${asked.sortKey} as sort_key
     from page x
     left join lateral (
       select count(*)::int as cases, count(*) filter (where c.status = 'open')::int as open_cases
       from incident_cases i join cases c on c.workspace_id = i.workspace_id and c.id = i.case_id
       where i.workspace_id = x.workspace_id and i.incident_id = x.id and i.state <> 'left'
     ) counted on true
     left join lateral (
       select newest.excerpt from incident_cases i
       join cases c on c.workspace_id = i.workspace_id and c.id = i.case_id
       ${newestComplaint}
       where i.workspace_id = x.workspace_id and i.incident_id = x.id and i.state <> 'left'
       order by c.posted_at, c.id limit 1
     ) first on true
     order by x.proposed_at desc, x.id`,
    asked.values,
  );
}

/** A case of an incident with the names around it. */
export interface IncidentCaseRow extends SourceColumns {
  readonly id: string;
  readonly number: number;
  readonly status: 'open' | 'closed';
  readonly author_name: string | null;
  readonly excerpt: string | null;
  readonly language: Language;
  readonly urgency: Urgency;
  readonly assignee_id: string;
  readonly assignee_name: string;
  readonly posted_at: Date;
  readonly asked_contact: string | null;
}

/** The cases with these ids. */
export function readIncidentCases(tx: Transaction, ids: readonly string[]): Promise<IncidentCaseRow[]> {
  return tx.rows<IncidentCaseRow>(
    `select c.id, c.number, c.status, c.author_name, newest.excerpt, c.language, c.urgency, c.assignee_id,
            p.name as assignee_name, c.posted_at, asked.contact as asked_contact,
            s.id as source_id, s.platform, s.name as source_name, s.demo as source_demo
     from cases c
     join sources s on s.workspace_id = c.workspace_id and s.id = c.source_id
     join staff p on p.workspace_id = c.workspace_id and p.id = c.assignee_id
     ${newestComplaint}
     left join lateral (
       select e.facts -> 'asked' ->> 'contact' as contact from case_events e
       where e.workspace_id = c.workspace_id and e.case_id = c.id and e.type in ('case.opened', 'case.channel_asked')
         and e.facts ? 'asked'
       order by e.seq desc limit 1
     ) asked on true
     where c.workspace_id = $1 and c.id = any($2) order by c.posted_at, c.id`,
    [tx.workspaceId, ids],
  );
}

/** How far answers have come, by their id. */
export async function readAnswerStates(
  tx: Transaction,
  ids: readonly string[],
): Promise<Map<string, AnswerState>> {
  const rows = await tx.rows<{ id: string; state: AnswerState }>(
    'select id, state from answers where workspace_id = $1 and id = any($2)',
    [tx.workspaceId, ids],
  );
  return new Map(rows.map(({ id, state }) => [id, state]));
}
