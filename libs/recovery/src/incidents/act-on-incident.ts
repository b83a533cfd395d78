import {
  type Actor,
  type Clock,
  decideIncident,
  Fault,
  type Incident,
  type IncidentCommand,
  type IncidentEvent,
  isRefusal,
} from '@heard/core';
import { type Database, newId, type Transaction } from '@heard/database';
import { job, type Jobs } from '@heard/jobs';
import type { RegisterRecord } from '@heard/registers';
import { mustBeApart } from '../demo-apart.js';
import { Refused } from '../refusal-text.js';
import type { CheckMessage } from './check-message.js';
import type { IncidentBook } from './incident-register.js';
import { authorsOf } from './store/case-traits.js';
import { tellIncidentQueue } from './tell-incident.js';

/** Told of an incident that somebody dealt with: nobody has to be woken for it any more. */
export type OnDealtWith = (tx: Transaction, incident: Incident, by: string, at: Date) => Promise<void>;

/** Everything that is done to an incident: lock, decide, write; what has to reach customers follows as durable work. */
export class ActOnIncident {
  constructor(
    private readonly database: Database,
    private readonly incidents: IncidentBook,
    private readonly jobs: Jobs,
    private readonly check: CheckMessage,
    private readonly onDealtWith: OnDealtWith,
    private readonly clock: Clock,
  ) {}

  async run(workspaceId: string, incidentId: string, command: IncidentCommand, by: Actor): Promise<void> {
    await this.database.inWorkspace(workspaceId, (tx) => this.within(tx, incidentId, command, by));
  }

  /** The same inside a transaction of the caller. */
  async within(
    tx: Transaction,
    incidentId: string,
    command: IncidentCommand,
    by: Actor,
  ): Promise<RegisterRecord<Incident>> {
    const record = await this.incidents.lock(tx, incidentId);
    if (command.type === 'add_case') mustBeApart(record, ...(await mustExist(tx, [command.caseId])));
    const events = decideIncident(record.state, command, by, this.clock.now());
    if (isRefusal(events)) throw new Refused(events);
    const unsaid = command.type === 'decide' && (await this.check.unsaid(tx, command.message));
    if (unsaid) throw new Refused(unsaid);
    return this.write(tx, record, events, by);
  }

  /** A person puts cases together that the rule did not: it is confirmed at once. */
  async open(workspaceId: string, caseIds: readonly string[], by: Actor): Promise<string> {
    return this.database.inWorkspace(workspaceId, async (tx) => {
      const found = await mustExist(tx, caseIds);
      mustBeApart(...found);
      const event: IncidentEvent = {
        type: 'incident.proposed',
        scope: found[0]?.scope ?? '',
        cases: found.map(({ id: caseId }) => ({ caseId })),
        shares: [],
        sure: 1,
        authors: Math.max(await authorsOf(tx, caseIds), 1),
        coordinated: false,
        since: found[0]?.at ?? this.clock.now(),
        at: this.clock.now(),
        by,
      };
      const id = newId();
      await this.incidents.open(tx, { id, demo: found.every(({ demo }) => demo), events: [event] });
      return id;
    });
  }

  private async write(
    tx: Transaction,
    record: RegisterRecord<Incident>,
    events: readonly IncidentEvent[],
    by: Actor,
  ): Promise<RegisterRecord<Incident>> {
    const after = await this.incidents.append(tx, record, events);
    for (const event of events) {
      if (event.type === 'incident.decided' || event.type === 'incident.sent_on') {
        const decisionId = after.state.decision?.id ?? '';
        const data = { workspaceId: tx.workspaceId, incidentId: record.id, decisionId, by };
        await this.jobs.add(
          tx,
          event.caseIds.map((caseId) => job(tellIncidentQueue, { ...data, caseId })),
        );
      }
      const isDealtWith = event.type === 'incident.confirmed' || event.type === 'incident.dismissed';
      if (isDealtWith && by.kind === 'person') await this.onDealtWith(tx, after.state, by.staffId, event.at);
    }
    return after;
  }
}

interface FoundCase {
  readonly id: string;
  readonly scope: string;
  readonly at: Date;
  readonly demo: boolean;
}

/** The cases, the one posted first before the others; a fault when one of them is not there. */
async function mustExist(tx: Transaction, caseIds: readonly string[]): Promise<FoundCase[]> {
  const found = await tx.rows<FoundCase>(
    `select id, coalesce(brand_id::text, '') || case when demo then ' demo' else '' end as scope, posted_at as at, demo
     from cases where workspace_id = $1 and id = any($2) order by posted_at, id`,
    [tx.workspaceId, caseIds],
  );
  if (found.length === new Set(caseIds).size) return found;
  throw new Fault('missing', 'There is no such case.', { code: 'no_such_case' });
}
