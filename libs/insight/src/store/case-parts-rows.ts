import type {
  AnswerChannel,
  AnswerState,
  Decision,
  FixKind,
  FixState,
  HeldReason,
  PromiseState,
} from '@heard/core';
import type { Transaction } from '@heard/database';
import { instant, instantOf, present } from '../instant.js';
import type { AnswerView, FixView, PromiseView } from '../views.js';
import { personOf } from './alert-rows.js';

interface AnswerRow {
  readonly id: string;
  readonly channel: AnswerChannel;
  readonly mention_id: string | null;
  readonly external_id: string | null;
  readonly text: string;
  readonly state: AnswerState;
  readonly human: boolean;
  readonly by_staff_id: string | null;
  readonly by_name: string | null;
  readonly queued_at: Date;
  readonly visible_at: Date | null;
  readonly reason: string | null;
  readonly substantive: boolean;
  readonly overruled: { readonly reasons: readonly HeldReason[]; readonly why: string } | null;
  readonly follows: string | null;
  readonly decision: Decision | null;
}

/** An answer as its row tells it; whether it counts is told by the history, and its decision has no words yet. */
export interface StoredAnswer extends Omit<AnswerView, 'counts' | 'notCounted' | 'decision'> {
  readonly decision?: Decision;
}

/** The newest 100 answers of a case, oldest first. */
export async function readAnswers(tx: Transaction, caseId: string): Promise<StoredAnswer[]> {
  const rows = await tx.rows<AnswerRow>(
    `select x.id, x.channel, x.mention_id, x.external_id, x.text, x.state, x.human, x.by_staff_id, p.name as by_name,
            x.queued_at, x.visible_at, x.reason, x.substantive, x.overruled, x.follows, x.decision
     from answers x
     left join staff p on p.workspace_id = x.workspace_id and p.id = x.by_staff_id
     where x.workspace_id = $1 and x.case_id = $2
     order by x.queued_at desc, x.id desc limit 100`,
    [tx.workspaceId, caseId],
  );
  return rows.reverse().map(answerView);
}

function answerView(row: AnswerRow): StoredAnswer {
  // One column holds why an answer failed, or, of an answer given outside the platform, what shows it.
  const failed = row.state === 'rejected' || row.state === 'lost';
  return present({
    id: row.id,
    channel: row.channel,
    mentionId: row.mention_id,
    externalId: row.external_id,
    text: row.text,
    state: row.state,
    human: row.human,
    by: personOf(row.by_staff_id, row.by_name),
    queuedAt: instant(row.queued_at),
    visibleAt: instantOf(row.visible_at),
    substantive: row.substantive,
    overruled: row.overruled,
    follows: row.follows,
    decision: row.decision,
    reason: failed ? row.reason : undefined,
    evidence: failed || row.channel === 'public' ? undefined : row.reason,
  });
}

interface PromiseRow {
  readonly id: string;
  readonly what: string;
  readonly due: Date;
  readonly state: PromiseState;
  readonly made_by: string | null;
  readonly maker_name: string | null;
  readonly made_at: Date;
  readonly repeats: string | null;
  readonly answer_id: string | null;
  readonly warned_at: Date | null;
  readonly settled_at: Date | null;
  readonly evidence: string | null;
}

/** The promises of a case, oldest first; open ones before the rest where there are more than 100. */
export async function readPromises(tx: Transaction, caseId: string): Promise<PromiseView[]> {
  const rows = await tx.rows<PromiseRow>(
    `with kept as (
       select * from promises x where x.workspace_id = $1 and x.case_id = $2
       order by (x.state = 'open') desc, x.made_at desc, x.id desc limit 100
     )
     select x.id, x.what, x.due, x.state, x.made_by, p.name as maker_name, x.made_at, x.repeats,
            x.answer_id, x.warned_at, x.settled_at, x.evidence
     from kept x left join staff p on p.workspace_id = x.workspace_id and p.id = x.made_by
     order by x.made_at, x.id`,
    [tx.workspaceId, caseId],
  );
  return rows.map((row) =>
    present({
      id: row.id,
      what: row.what,
      due: instant(row.due),
      state: row.state,
      madeBy: personOf(row.made_by, row.maker_name),
      madeAt: instant(row.made_at),
      repeats: row.repeats,
      answerId: row.answer_id,
      warnedAt: instantOf(row.warned_at),
      settledAt: instantOf(row.settled_at),
      evidence: row.evidence,
    }),
  );
}

interface FixRow {
  readonly id: string;
  readonly kind: FixKind;
  readonly what: string;
  readonly state: FixState;
  readonly cost_minor: string | null;
  readonly currency: string | null;
  readonly action_who: string | null;
  readonly action_where: string | null;
  readonly action_when: Date | null;
  readonly offered_at: Date;
  readonly settled_at: Date | null;
  readonly evidence: string | null;
  readonly words: string | null;
  readonly catalogue_key: string | null;
  readonly although: string | null;
}

/** The fixes of a case, oldest first; unsettled ones before the rest where there are more than 100. */
export async function readFixes(tx: Transaction, caseId: string): Promise<FixView[]> {
  const rows = await tx.rows<FixRow>(
    `with kept as (
       select * from fixes x where x.workspace_id = $1 and x.case_id = $2
       order by (x.settled_at is null) desc, x.offered_at desc, x.id desc limit 100
     )
     select id, kind, what, state, cost_minor, currency, action_who, action_where, action_when, offered_at, settled_at,
            evidence, words, catalogue_key, although
     from kept order by offered_at, id`,
    [tx.workspaceId, caseId],
  );
  return rows.map(fixView);
}

function fixView(row: FixRow): FixView {
  return present({
    id: row.id,
    kind: row.kind,
    what: row.what,
    state: row.state,
    cost: costOf(row),
    action: actionOf(row),
    offeredAt: instant(row.offered_at),
    settledAt: instantOf(row.settled_at),
    evidence: row.evidence,
    words: row.words,
    catalogueKey: row.catalogue_key,
    although: row.although,
  });
}

/** The driver hands bigint over as text; a sum of money in the smallest unit is exact as a number up to 2^53. */
function costOf({ cost_minor: minor, currency }: FixRow): FixView['cost'] {
  return minor === null || currency === null ? undefined : { amountMinor: Number(minor), currency };
}

function actionOf({ action_who: who, action_where: where, action_when: when }: FixRow): FixView['action'] {
  return who === null || where === null || when === null ? undefined : { who, where, when: instant(when) };
}
