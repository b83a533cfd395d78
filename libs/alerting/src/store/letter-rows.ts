import type { WeekDigest } from '@heard/core';
import type { Transaction } from '@heard/database';
import type { LetterLanguage } from '../ports.js';

/** What a letter is about that is no alert. */
export type LetterKind = 'digest';

/** A letter as it is queued. */
export interface NewLetter {
  readonly id: string;
  readonly kind: LetterKind;
  /** For a digest: the Monday of its week. */
  readonly about: string;
  readonly staffId: string;
  readonly sentTo: string;
  readonly demo: boolean;
  readonly queuedAt: Date;
}

/** A letter with its reader. */
export interface QueuedLetter extends NewLetter {
  readonly name: string;
  readonly language: LetterLanguage;
  readonly state: 'queued' | 'sent' | 'failed';
  /** False for those who left meanwhile. */
  readonly active: boolean;
}

/** Queues letters; one person gets one letter about one thing. Returns the ids of those that are new. */
export async function insertLetters(tx: Transaction, letters: readonly NewLetter[]): Promise<string[]> {
  const rows = letters.map(({ id, kind, about, staffId, sentTo, demo, queuedAt }) => {
    return { id, kind, about, staff_id: staffId, sent_to: sentTo, demo, queued_at: queuedAt };
  });
  const inserted = await tx.rows<{ id: string }>(
    `insert into letters (workspace_id, id, kind, about, staff_id, sent_to, demo, state, queued_at)
     select $1, l.id, l.kind, l.about, l.staff_id, l.sent_to, l.demo, 'queued', l.queued_at
     from jsonb_to_recordset($2::jsonb) as l (id uuid, kind text, about text, staff_id uuid, sent_to text,
       demo boolean, queued_at timestamptz)
     on conflict (workspace_id, kind, about, staff_id) do nothing returning id`,
    [tx.workspaceId, JSON.stringify(rows)],
  );
  return inserted.map(({ id }) => id);
}

/** A letter with its reader as they are now. */
export async function findLetter(tx: Transaction, id: string): Promise<QueuedLetter | undefined> {
  const [row] = await tx.rows<QueuedLetter>(
    `select l.id, l.kind, l.about, l.staff_id as "staffId", l.sent_to as "sentTo", l.demo, l.state,
       l.queued_at as "queuedAt", coalesce(p.name, '') as name,
       coalesce(p.interface_language, 'en') as language, coalesce(p.active, false) as active
     from letters l left join staff p on p.workspace_id = l.workspace_id and p.id = l.staff_id
     where l.workspace_id = $1 and l.id = $2`,
    [tx.workspaceId, id],
  );
  return row;
}

/** Counts an attempt before it is made, so that one that kills the process is counted too. */
export async function countLetterAttempt(tx: Transaction, id: string): Promise<void> {
  await tx.run('update letters set attempts = attempts + 1 where workspace_id = $1 and id = $2', [
    tx.workspaceId,
    id,
  ]);
}

/** Notes how an attempt went. */
export async function markLetter(
  tx: Transaction,
  id: string,
  how: { readonly state: 'queued' | 'sent' | 'failed'; readonly sentAt?: Date; readonly lastError?: string },
): Promise<void> {
  await tx.run(
    `update letters set state = $3, sent_at = $4, last_error = $5
     where workspace_id = $1 and id = $2 and state = 'queued'`,
    [tx.workspaceId, id, how.state, how.sentAt ?? null, how.lastError ?? null],
  );
}

/** The digest that a letter tells. */
export async function digestOf(tx: Transaction, week: string): Promise<WeekDigest | undefined> {
  const [row] = await tx.rows<{ digest: WeekDigest }>(
    'select digest from digests where workspace_id = $1 and week = $2 and digest is not null',
    [tx.workspaceId, week],
  );
  return row?.digest;
}
