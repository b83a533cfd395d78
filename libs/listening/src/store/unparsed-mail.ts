import { newId, type Transaction } from '@heard/database';
import type { UnreadLetter } from '@heard/sources';

/** Keeps letters that nobody could read, for a person; the same letter again adds nothing. */
export async function keepUnread(
  tx: Transaction,
  sourceId: string,
  letters: readonly UnreadLetter[],
  now: Date,
): Promise<void> {
  if (letters.length === 0) return;
  await tx.run(
    `insert into unparsed_mail (workspace_id, source_id, first_seen_at, id, key, because, sender, subject, text,
       received_at)
     select $1, $2, $3, * from unnest($4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[],
       $10::timestamptz[])
     on conflict (workspace_id, source_id, key) do nothing`,
    [
      tx.workspaceId,
      sourceId,
      now,
      letters.map(() => newId()),
      letters.map(({ key }) => key),
      letters.map(({ because }) => because),
      letters.map(({ from }) => from && storable(from)),
      letters.map(({ subject }) => storable(subject)),
      letters.map(({ text }) => storable(text)),
      letters.map(({ receivedAt }) => receivedAt),
    ],
  );
}

/** No table holds U+0000 or half of a character: both become visible marks. */
function storable(text: string): string {
  return text.replaceAll('\u0000', '\u2400').toWellFormed();
}
