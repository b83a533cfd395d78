import type { Actor } from '@heard/core';
import type { Transaction } from '@heard/database';
import type { StoredEvent } from '../case-history.js';
import type { Written } from '../case-record.js';

/** Writes what events say of answers, promises, fixes, hand-offs and outcomes into the tables that are asked for them. */
export async function project(tx: Transaction, { record, events }: Written): Promise<void> {
  for (const event of events) {
    const statement = statementFor(event, record.state.id);
    if (statement) await tx.run(statement.sql, [tx.workspaceId, ...statement.values]);
  }
}

interface Statement {
  readonly sql: string;
  readonly values: readonly unknown[];
}

const staffOf = (by: Actor): string | null => (by.kind === 'person' ? by.staffId : null);

function statementFor(event: StoredEvent, caseId: string): Statement | undefined {
  switch (event.type) {
    case 'case.answer_queued':
    case 'case.answer_recorded':
    case 'case.answer_sent':
    case 'case.answer_visible':
    case 'case.answer_rejected':
    case 'case.answer_lost':
    case 'case.answer_delivered':
      return answerStatement(event, caseId);
    case 'case.promise_made':
    case 'case.promise_warned':
    case 'case.promise_kept':
    case 'case.promise_broken':
      return promiseStatement(event, caseId);
    case 'case.fix_offered':
    case 'case.fix_accepted':
    case 'case.fix_declined':
    case 'case.fix_withdrawn':
    case 'case.fix_done':
      return fixStatement(event, caseId);
    case 'case.handed_over':
      return {
        sql: `insert into hand_offs (workspace_id, case_id, seq, from_staff_id, to_staff_id, reason, at)
              values ($1, $2, $3, $4, $5, $6, $7)`,
        values: [caseId, event.seq, event.from, event.to, event.reason, event.at],
      };
    case 'case.outcome_recorded':
    case 'case.behaviour_seen':
      return outcomeStatement(event, caseId);
    default:
      return undefined;
  }
}

const orNull = (value: unknown): unknown => value ?? null;

type EventOf<T extends StoredEvent['type']> = Extract<StoredEvent, { type: T }>;
type AnswerEvent = EventOf<
  | 'case.answer_queued'
  | 'case.answer_recorded'
  | 'case.answer_sent'
  | 'case.answer_visible'
  | 'case.answer_rejected'
  | 'case.answer_lost'
  | 'case.answer_delivered'
>;

function answerStatement(event: AnswerEvent, caseId: string): Statement {
  switch (event.type) {
    case 'case.answer_queued':
      return {
        sql: `insert into answers (workspace_id, id, case_id, mention_id, text, state, human, by_staff_id, queued_at, substantive, overruled, link_id, channel, follows, instead, decision)
              values ($1, $2, $3, $4, $5, 'queued', $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
        values: [
          event.answerId,
          caseId,
          event.mentionId,
          event.text,
          event.human,
          staffOf(event.by),
          event.at,
          ...heldOf(event),
          orNull(event.linkId),
          event.channel ?? 'public',
          orNull(event.follows),
          orNull(event.instead),
          event.decision ? JSON.stringify(event.decision) : null,
        ],
      };
    case 'case.answer_recorded':
      return {
        sql: `insert into answers (workspace_id, id, case_id, channel, text, state, human, by_staff_id, queued_at, visible_at, reason, substantive, overruled, follows)
              values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
        values: [
          event.answerId,
          caseId,
          event.channel,
          event.text,
          event.delivered === false ? 'sent' : 'visible',
          event.human,
          staffOf(event.by),
          event.at,
          event.delivered === false ? null : event.at,
          event.evidence,
          ...heldOf(event),
          orNull(event.follows),
        ],
      };
    case 'case.answer_delivered':
      return {
        sql: `update answers set state = 'visible', visible_at = $3, reason = $4 where workspace_id = $1 and id = $2`,
        values: [event.answerId, event.at, event.evidence],
      };
    case 'case.answer_sent':
      return {
        sql: `update answers set state = 'sent', external_id = $3, sent_at = $4 where workspace_id = $1 and id = $2`,
        values: [event.answerId, event.externalId, event.at],
      };
    case 'case.answer_visible':
      return {
        sql: `update answers set state = 'visible', external_id = $3, visible_at = $4, sent_at = coalesce(sent_at, $4)
              where workspace_id = $1 and id = $2`,
        values: [event.answerId, event.externalId, event.at],
      };
    case 'case.answer_rejected':
    case 'case.answer_lost':
      return {
        sql: `update answers set state = $3, reason = $4 where workspace_id = $1 and id = $2`,
        values: [event.answerId, event.type === 'case.answer_lost' ? 'lost' : 'rejected', event.reason],
      };
  }
}

/** Whether the answer says something, and what was held against it when it was sent all the same. */
function heldOf(event: EventOf<'case.answer_queued' | 'case.answer_recorded'>): unknown[] {
  return [event.substantive ?? true, event.overruled ? JSON.stringify(event.overruled) : null];
}

type PromiseEvent = EventOf<
  'case.promise_made' | 'case.promise_warned' | 'case.promise_kept' | 'case.promise_broken'
>;

function promiseStatement(event: PromiseEvent, caseId: string): Statement {
  if (event.type === 'case.promise_made') {
    return {
      sql: `insert into promises (workspace_id, id, case_id, what, due, state, repeats, made_by, made_at, answer_id)
            values ($1, $2, $3, $4, $5, 'open', $6, $7, $8, $9)`,
      values: [
        event.promiseId,
        caseId,
        event.what,
        event.due,
        event.repeats ?? null,
        staffOf(event.by),
        event.at,
        orNull(event.answerId),
      ],
    };
  }
  if (event.type === 'case.promise_warned') {
    return {
      sql: 'update promises set warned_at = $3 where workspace_id = $1 and id = $2',
      values: [event.promiseId, event.at],
    };
  }
  const state = event.type === 'case.promise_kept' ? 'kept' : 'broken';
  const evidence = event.type === 'case.promise_kept' ? event.evidence : null;
  return {
    sql: `update promises set state = $3, settled_at = $4, evidence = $5 where workspace_id = $1 and id = $2`,
    values: [event.promiseId, state, event.at, evidence],
  };
}

type FixEvent = EventOf<
  'case.fix_offered' | 'case.fix_accepted' | 'case.fix_declined' | 'case.fix_withdrawn' | 'case.fix_done'
>;

function fixStatement(event: FixEvent, caseId: string): Statement {
  if (event.type === 'case.fix_offered') {
    const { kind, what, cost, action, catalogueKey, although } = event.offer;
    return {
      sql: `insert into fixes (workspace_id, id, case_id, kind, what, state, cost_minor, currency, action_who, action_where, action_when, offered_at, catalogue_key, although)
            values ($1, $2, $3, $4, $5, 'offered', $6, $7, $8, $9, $10, $11, $12, $13)`,
      values: [
        event.fixId,
        caseId,
        kind,
        what,
        orNull(cost?.amountMinor),
        orNull(cost?.currency),
        orNull(action?.who),
        orNull(action?.where),
        orNull(action?.when),
        event.at,
        orNull(catalogueKey),
        orNull(although),
      ],
    };
  }
  const settled = event.type === 'case.fix_accepted' ? null : event.at;
  const said = 'words' in event ? event.words : 'reason' in event ? event.reason : undefined;
  return {
    sql: `update fixes set state = $3, settled_at = $4, evidence = coalesce($5, evidence), words = coalesce($6, words)
          where workspace_id = $1 and id = $2`,
    values: [
      event.fixId,
      event.type.slice('case.fix_'.length),
      settled,
      event.type === 'case.fix_done' ? event.evidence : null,
      orNull(said),
    ],
  };
}

/** What they did afterwards stands beside their verdict and leaves it alone. */
function outcomeStatement(
  event: EventOf<'case.outcome_recorded' | 'case.behaviour_seen'>,
  caseId: string,
): Statement {
  if (event.type === 'case.behaviour_seen') {
    return {
      sql: `insert into outcomes (workspace_id, case_id, verdict, behaviour, at) values ($1, $2, 'unknown', $3, $4)
            on conflict (workspace_id, case_id) do update set behaviour = excluded.behaviour`,
      values: [caseId, event.behaviour, event.at],
    };
  }
  const { verdict, words, behaviour, savedMinor, lostMinor, currency, from, publicLink } = event.outcome;
  const said = [verdict, words, behaviour, savedMinor, lostMinor, currency, event.at, from].map(orNull);
  return {
    sql: `insert into outcomes (workspace_id, case_id, verdict, words, behaviour, saved_minor, lost_minor, currency, at, given_by, public_link)
          values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
          on conflict (workspace_id, case_id) do update set verdict = excluded.verdict, words = excluded.words,
            behaviour = excluded.behaviour, saved_minor = excluded.saved_minor, lost_minor = excluded.lost_minor,
            currency = excluded.currency, at = excluded.at, given_by = excluded.given_by,
            public_link = excluded.public_link`,
    values: [caseId, ...said, publicLink ?? false],
  };
}
