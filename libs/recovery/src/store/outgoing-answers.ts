import type { AnswerChannel, AnswerState, Decision, MentionKind } from '@heard/core';
import type { Transaction } from '@heard/database';

/** An answer on its way, with what it answers. */
export interface OutgoingAnswer {
  readonly id: string;
  /** Whose history says what became of it. */
  readonly owner: { readonly caseId: string } | { readonly suggestionId: string };
  /** As it is stored: where `linkId` is given, `{link}` stands for its address. */
  readonly text: string;
  readonly linkId?: string;
  readonly state: AnswerState;
  /** It is the platform's one private answer. */
  readonly privately?: boolean;
  /** It decides about what it answers. */
  readonly decision?: Decision;
  readonly externalId?: string;
  readonly queuedAt: Date;
  readonly sentAt?: Date;
  readonly sourceId: string;
  readonly to: {
    readonly kind: MentionKind;
    readonly externalId: string;
    readonly parentExternalId?: string;
    readonly rootExternalId?: string;
    /** The mention as the platform gave it: some tell by it where an answer goes. */
    readonly raw: unknown;
    /** The answer that stood there, as the writer saw it. */
    readonly instead?: string;
    /** It was given to the platform before, which may have taken it. */
    readonly again?: true;
  };
}

interface Row {
  readonly id: string;
  readonly case_id: string;
  readonly text: string;
  readonly link_id: string | null;
  readonly state: AnswerState;
  readonly channel: AnswerChannel;
  readonly instead: string | null;
  readonly decision: Decision | null;
  readonly begun_at: Date | null;
  readonly external_id: string | null;
  readonly queued_at: Date;
  readonly sent_at: Date | null;
  readonly source_id: string;
  readonly kind: MentionKind;
  readonly to_external_id: string;
  readonly parent_external_id: string | null;
  readonly root_external_id: string | null;
  readonly raw: unknown;
}

/** An answer that goes through a source; undefined when there is none of this id. */
export async function outgoingAnswer(tx: Transaction, answerId: string): Promise<OutgoingAnswer | undefined> {
  const [row] = await tx.rows<Row>(
    `select a.id, a.case_id, a.text, a.link_id, a.state, a.channel, a.instead, a.decision, a.begun_at, a.external_id, a.queued_at, a.sent_at, m.source_id, m.kind,
            m.external_id as to_external_id, m.parent_external_id, m.root_external_id, m.raw
     from answers a join mentions m on m.workspace_id = a.workspace_id and m.id = a.mention_id
     where a.workspace_id = $1 and a.id = $2`,
    [tx.workspaceId, answerId],
  );
  return (
    row && {
      id: row.id,
      owner: { caseId: row.case_id },
      text: row.text,
      linkId: row.link_id ?? undefined,
      state: row.state,
      privately: row.channel === 'private',
      decision: row.decision ?? undefined,
      externalId: row.external_id ?? undefined,
      queuedAt: row.queued_at,
      sentAt: row.sent_at ?? undefined,
      sourceId: row.source_id,
      to: {
        kind: row.kind,
        externalId: row.to_external_id,
        parentExternalId: row.parent_external_id ?? undefined,
        rootExternalId: row.root_external_id ?? undefined,
        raw: row.raw,
        ...(row.instead === null ? {} : { instead: row.instead }),
        ...(row.begun_at === null ? {} : { again: true }),
      },
    }
  );
}

/** Notes since when an answer may have been taken by its platform; nothing when it surely was not. */
export async function noteBegun(tx: Transaction, answerId: string, at: Date | undefined): Promise<void> {
  const sql = 'update answers set begun_at = $3 where workspace_id = $1 and id = $2';
  await tx.run(sql, [tx.workspaceId, answerId, at]);
}
