import { type Delivery, type Incident, type IncidentEvent, type IncidentStatus, untold } from '@heard/core';
import type { Transaction } from '@heard/database';
import { microsOf, momentOf, SortKey } from './cursor.js';
import { boundedLimit, Filter } from './filter.js';
import { instant, instantOf, present } from './instant.js';
import { type Names, readNames } from './store/history-rows.js';
import {
  type IncidentCaseRow,
  type IncidentRow,
  readAnswerStates,
  readIncidentCases,
  readIncidents,
} from './store/incident-rows.js';
import { sourceRef } from './store/source-ref.js';
import type {
  DeliveryView,
  IncidentCaseView,
  IncidentListItem,
  IncidentStep,
  IncidentView,
  PageOf,
  PersonView,
} from './views.js';

/** Which incidents to list; `open` are those that are proposed or confirmed. */
export interface IncidentsAsked {
  readonly status: IncidentStatus | 'open' | 'all';
  readonly caseId?: string;
  readonly limit: number;
  readonly cursor?: string;
}

const key = new SortKey('incidents', ['micros', 'id']);

/** Reads incidents for people and programs. */
export class IncidentsRead {
  /** Newest first. */
  async list(tx: Transaction, asked: IncidentsAsked): Promise<PageOf<IncidentListItem>> {
    const limit = boundedLimit(asked.limit);
    const filter = new Filter(tx.workspaceId, 'x');
    if (asked.status === 'open') filter.and(`x.status in ('proposed', 'confirmed')`);
    else if (asked.status !== 'all') filter.and(`x.status = ${filter.bind(asked.status)}`);
    if (asked.caseId !== undefined) {
      filter.and(`exists (select from incident_cases i where i.workspace_id = x.workspace_id
        and i.incident_id = x.id and i.case_id = ${filter.bindId(asked.caseId)} and i.state <> 'left')`);
    }
    if (asked.cursor !== undefined) {
      const [at = '', id = ''] = key.read(asked.cursor);
      const moment = momentOf(filter.bind(at));
      filter.and(
        `x.proposed_at <= ${moment} and (x.proposed_at < ${moment} or x.id > ${filter.bind(id)}::uuid)`,
      );
    }
    const rows = await readIncidents(tx, {
      where: filter.sql,
      values: filter.values,
      sortKey: `array[${microsOf('x.proposed_at')}, x.id::text]`,
      limit: limit + 1,
    });
    return key.page(rows, limit, listItem);
  }

  /** Everything of one incident, whose state comes from its history. */
  async view(tx: Transaction, incident: Incident): Promise<IncidentView | undefined> {
    const filter = new Filter(tx.workspaceId, 'x');
    filter.and(`x.id = ${filter.bindId(incident.id)}`);
    const [row] = await readIncidents(tx, {
      where: filter.sql,
      values: filter.values,
      sortKey: `array['']`,
      limit: 1,
    });
    if (!row) return undefined;
    const { decision, confirmedBy, dismissedBecause, resolvedWords, recurs, reopened } = incident;
    const names = await readNames(tx, [decision?.by ?? '', confirmedBy ?? '']);
    return present({
      ...listItem(row),
      caseLines: await this.caseLines(tx, incident),
      confirmedBy: personOf(confirmedBy, names),
      dismissedBecause,
      resolvedWords,
      decision: decision && {
        id: decision.id,
        by: personOf(decision.by, names) ?? { id: decision.by, name: '' },
        at: instant(decision.at),
        texts: decision.texts,
        ...(decision.offer && { offer: decision.offer }),
        ...(decision.overrule !== undefined && { overrule: decision.overrule }),
      },
      untold: untold(incident).length,
      recurs,
      reopened,
    });
  }

  /** What happened in it, oldest first. */
  async steps(
    tx: Transaction,
    events: readonly (IncidentEvent & { readonly seq: number })[],
  ): Promise<IncidentStep[]> {
    const names = await readNames(
      tx,
      events.map(({ by }) => (by.kind === 'person' ? by.staffId : by.kind === 'program' ? by.keyId : '')),
    );
    return events.map((event) => {
      const { seq, type, at, by, ...facts } = event;
      for (const own of ['hash', 'previousHash']) delete (facts as Record<string, unknown>)[own];
      const who = by.kind === 'person' ? by.staffId : by.kind === 'program' ? by.keyId : undefined;
      return present({
        seq,
        type,
        at: instant(at),
        by,
        byName: who === undefined ? undefined : names.get(who),
        facts,
      });
    });
  }

  private async caseLines(tx: Transaction, incident: Incident): Promise<IncidentCaseView[]> {
    const { cases, deliveries, decision } = incident;
    const rows = await readIncidentCases(
      tx,
      cases.map(({ caseId }) => caseId),
    );
    const answers = await readAnswerStates(
      tx,
      deliveries.flatMap(({ answerId }) => answerId ?? []),
    );
    return rows.flatMap((row) => {
      const member = cases.find(({ caseId }) => caseId === row.id);
      const told = deliveries.find(({ caseId }) => caseId === row.id);
      if (!member) return [];
      const { state, from, sure } = member;
      const delivery = told && {
        ...deliveryView(told, row),
        newest: told.decisionId === decision?.id,
        ...(told.answerId !== undefined && { answerState: answers.get(told.answerId) }),
      };
      return present({ ...caseLine(row), state, from, sure, delivery: delivery && present(delivery) });
    });
  }
}

function personOf(id: string | undefined, names: Names): PersonView | undefined {
  const name = id === undefined ? undefined : names.get(id);
  return id === undefined || name === undefined ? undefined : { id, name };
}

function listItem(row: IncidentRow): IncidentListItem {
  return present({
    id: row.id,
    status: row.status,
    shares: row.shares.map(({ code, shown, cases }) => ({ code, shown, cases })),
    sure: Math.round(row.sure * 100) / 100,
    authors: row.authors,
    cases: row.cases,
    openCases: row.open_cases,
    coordinated: row.coordinated,
    since: instant(row.since),
    proposedAt: instant(row.proposed_at),
    resolvedAt: instantOf(row.resolved_at),
    excerpt: row.excerpt ?? '',
    demo: row.demo,
  });
}

function caseLine(row: IncidentCaseRow): Omit<IncidentCaseView, 'state' | 'from' | 'sure' | 'delivery'> {
  return present({
    caseId: row.id,
    number: row.number,
    status: row.status,
    customer: row.author_name,
    excerpt: row.excerpt ?? '',
    language: row.language,
    urgency: row.urgency,
    source: sourceRef(row),
    assignee: { id: row.assignee_id, name: row.assignee_name },
    postedAt: instant(row.posted_at),
  });
}

function deliveryView(
  { state, channel, code, at }: Delivery,
  row: IncidentCaseRow,
): Omit<DeliveryView, 'newest' | 'answerState'> {
  return present({
    state,
    channel,
    contact: state === 'by_hand' ? row.asked_contact : undefined,
    code,
    at: instant(at),
  });
}
