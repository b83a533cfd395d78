import type { RaiseAlert } from '@heard/alerting';
import type { CaseBook } from '@heard/cases';
import type { Clock } from '@heard/core';
import type { Database, Transaction } from '@heard/database';
import type { Jobs } from '@heard/jobs';
import type { Policies } from '@heard/policies';
import {
  ActOnIncident,
  CheckMessage,
  type ActOnCase,
  FindIncidents,
  type FindLog,
  incidentBook,
  LikelyHitList,
  type Team,
  TellIncident,
  tellIncidentQueue,
} from '@heard/recovery';
import { tellScreens } from './announce.js';

/** What incidents work with. */
export interface IncidentParts {
  readonly database: Database;
  readonly jobs: Jobs;
  readonly clock: Clock;
  readonly cases: CaseBook;
  readonly act: ActOnCase;
  readonly policies: Policies;
  readonly team: Team;
  readonly raise: RaiseAlert;
  /** The failure is thrown when absent. */
  readonly onFindFailed?: FindLog;
}

const alertKey = (incidentId: string): string => `incident_proposed:${incidentId}`;

/** Puts incidents together: a lead is told of each one that is proposed, until somebody has dealt with it. */
export function composeIncidents(parts: IncidentParts) {
  const { database, jobs, clock, cases, act, policies, team, raise, onFindFailed = rethrow } = parts;
  const book = incidentBook(tellScreens);
  const limits = {
    incidentLimits: async (tx: Transaction) => (await policies.current(tx)).policy.incidents,
  };
  const check = new CheckMessage(policies, team, clock);
  const likelyHit = new LikelyHitList(database, book, clock);
  const find = new FindIncidents(
    database,
    book,
    limits,
    async (tx, { incidentId, caseId, sourceId, demo }) => {
      await raise.run(tx, {
        kind: 'incident_proposed',
        dedupeKey: alertKey(incidentId),
        caseId,
        sourceId,
        urgency: 'high',
        reasons: [],
        demo,
        escalates: false,
        to: 'lead',
      });
    },
    clock,
    onFindFailed,
    likelyHit,
  );
  const dealtWith = async (tx: Transaction, { id }: { id: string }, by: string, at: Date): Promise<void> => {
    await tx.run(
      `update alerts set state = 'taken', taken_by = $3, taken_at = $4, next_escalation_at = null
       where workspace_id = $1 and dedupe_key = $2 and state = 'firing'`,
      [tx.workspaceId, alertKey(id), by, at],
    );
  };
  const tell = new TellIncident(database, book, cases, act, clock);
  jobs.handle(tellIncidentQueue, (data) => tell.run(data));
  return {
    book,
    find,
    likelyHit,
    check,
    tell,
    act: new ActOnIncident(database, book, jobs, check, dealtWith, clock),
  };
}

function rethrow({ error }: { readonly error: unknown }): never {
  throw error;
}
