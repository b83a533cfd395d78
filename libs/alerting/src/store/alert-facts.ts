import type { Urgency, UrgencyReason } from '@heard/core';
import type { Transaction } from '@heard/database';
import type { AlertFacts, AlertKind } from '../alert.js';

/** Enough for an excerpt; a text may hold a megabyte. */
const textCharacters = 2_000;

interface FactsRow {
  readonly kind: AlertKind;
  readonly urgency: Urgency;
  readonly reasons: UrgencyReason[];
  readonly demo: boolean;
  readonly raised_at: Date;
  readonly time_zone: string;
  readonly case_id: string | null;
  readonly number: number | null;
  readonly customer: string | null;
  readonly assignee: string | null;
  readonly source_id: string | null;
  readonly platform: string | null;
  readonly source_name: string | null;
  readonly source_state: string | null;
  readonly access_ends_at: Date | null;
  readonly silent_since: Date | null;
  readonly state_reason: string | null;
  readonly state_missing: string[] | null;
  readonly text: string | null;
  readonly title: string | null;
  readonly url: string | null;
  readonly posted_at: Date | null;
  readonly what: string | null;
  readonly due: Date | null;
  readonly answer_reason: string | null;
  readonly incident_id: string | null;
  readonly incident_cases: number | null;
  readonly incident_shown: string | null;
  readonly incident_coordinated: boolean | null;
}

/** The customer's text is the newest one that is as urgent as the alert, else their newest. */
const factsSql = `
  select a.kind, a.urgency, a.reasons, a.demo, a.raised_at, w.time_zone, c.id as case_id, c.number,
    left(coalesce(m.author_name, c.author_name), 200) as customer, h.name as assignee,
    s.id as source_id, s.platform, s.name as source_name, s.state as source_state, s.access_ends_at, s.silent_since,
    left(s.state_reason, 500) as state_reason, s.state_missing,
    left(m.text, ${textCharacters}) as text, left(m.title, 300) as title, m.url, m.posted_at,
    left(p.what, 500) as what, p.due, left(x.reason, 500) as answer_reason,
    i.id as incident_id, i.cases as incident_cases, i.shown as incident_shown, i.coordinated as incident_coordinated
  from alerts a
  join workspaces w on w.workspace_id = a.workspace_id
  left join cases c on c.workspace_id = a.workspace_id and c.id = a.case_id
  left join staff h on h.workspace_id = c.workspace_id and h.id = c.assignee_id
  left join sources s on s.workspace_id = a.workspace_id and s.id = coalesce(a.source_id, c.source_id)
  left join lateral (
    select n.author_name,
      case when n.missed is null or n.text <> '' then n.text
        else '☎ × ' || (n.missed ->> 'tries') || coalesce(' → ' || (n.missed ->> 'called'), '') end as text, n.title, n.url, n.posted_at
    from mentions n
    left join standing_assessments u on u.workspace_id = n.workspace_id and u.mention_id = n.id and u.revision = n.revision
    where n.workspace_id = a.workspace_id and n.case_id = c.id and not n.is_brand
    order by (u.urgency is not distinct from a.urgency) desc, n.posted_at desc limit 1
  ) m on true
  left join lateral (
    select q.what, q.due from promises q
    where a.kind in ('promise_broken', 'promise_repeated', 'promise_near') and q.workspace_id = a.workspace_id and q.case_id = c.id
    order by (a.kind = 'promise_broken' and q.state = 'broken' or a.kind = 'promise_repeated' and q.repeats is not null) desc,
      q.made_at desc limit 1
  ) p on true
  left join lateral (
    select y.reason from answers y
    where a.kind = 'answer_failed' and y.workspace_id = a.workspace_id and y.case_id = c.id
      and y.state in ('rejected', 'lost')
    order by y.queued_at desc limit 1
  ) x on true
  left join lateral (
    select z.id, z.coordinated, left(case when z.shares -> 0 ->> 'code' = 'hour' then '' else z.shares -> 0 ->> 'shown' end, 200) as shown,
      (select count(*)::int from incident_cases k
       where k.workspace_id = z.workspace_id and k.incident_id = z.id and k.state <> 'left') as cases
    from incidents z
    where a.kind = 'incident_proposed' and z.workspace_id = a.workspace_id
      and z.id::text = split_part(a.dedupe_key, ':', 2)
  ) i on true
  where a.workspace_id = $1 and a.id = $2`;

/** Reads what messages about an alert may say, as things are now. */
export async function factsOf(tx: Transaction, alertId: string): Promise<AlertFacts | undefined> {
  const [row] = await tx.rows<FactsRow>(factsSql, [tx.workspaceId, alertId]);
  return row && toFacts(alertId, row);
}

function toFacts(alertId: string, row: FactsRow): AlertFacts {
  return {
    alertId,
    kind: row.kind,
    urgency: row.urgency,
    reasons: row.reasons,
    demo: row.demo,
    raisedAt: row.raised_at,
    timeZone: row.time_zone,
    customer: row.customer ?? undefined,
    assignee: row.assignee ?? undefined,
    answerReason: row.answer_reason ?? undefined,
    ...(row.case_id !== null && row.number !== null && { case: { id: row.case_id, number: row.number } }),
    ...(row.what !== null && row.due !== null && { promise: { what: row.what, due: row.due } }),
    ...incidentOf(row),
    source: sourceOf(row),
    mention: mentionOf(row),
  };
}

function incidentOf(row: FactsRow): Pick<AlertFacts, 'incident'> {
  const { incident_id: id, incident_cases: cases, incident_shown: shown, incident_coordinated: flood } = row;
  if (id === null || cases === null) return {};
  return { incident: { id, cases, shown: shown ?? '', coordinated: flood ?? false } };
}

function sourceOf(row: FactsRow): AlertFacts['source'] {
  if (row.source_id === null || row.platform === null) return undefined;
  return {
    id: row.source_id,
    platform: row.platform,
    name: row.source_name ?? '',
    state: row.source_state ?? '',
    stateReason: row.state_reason ?? undefined,
    missing: row.state_missing ?? [],
    accessEndsAt: row.access_ends_at ?? undefined,
    silentSince: row.silent_since ?? undefined,
  };
}

function mentionOf(row: FactsRow): AlertFacts['mention'] {
  if (row.text === null || row.posted_at === null) return undefined;
  return {
    text: row.text,
    title: row.title ?? undefined,
    url: row.url ?? undefined,
    postedAt: row.posted_at,
  };
}
