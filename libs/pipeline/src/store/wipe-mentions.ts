import type { Transaction } from '@heard/database';

/** Mentions that are not on their platform any more and belong to no open case, by their source's platform. */
export async function goneMentions(
  tx: Transaction,
  kept: { readonly until: Date; readonly untilOf: Readonly<Record<string, Date>> },
  most: number,
): Promise<string[]> {
  const platforms = Object.entries(kept.untilOf);
  const rows = await tx.rows<{ id: string }>(
    `select m.id from mentions m
     join sources s on s.workspace_id = m.workspace_id and s.id = m.source_id
     left join unnest($4::text[], $5::timestamptz[]) as k (platform, until) on k.platform = s.platform
     left join cases c on c.workspace_id = m.workspace_id and c.id = m.case_id
     where m.workspace_id = $1 and m.gone_at <= coalesce(k.until, $2) and m.wiped_at is null
       and c.status is distinct from 'open'
     order by m.gone_at limit $3`,
    [
      tx.workspaceId,
      kept.until,
      most,
      platforms.map(([platform]) => platform),
      platforms.map(([, until]) => until),
    ],
  );
  return rows.map(({ id }) => id);
}

/** Every mention of an author on a platform. */
export async function mentionsOfAuthor(
  tx: Transaction,
  platform: string,
  authorExternalId: string,
): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(
    `select m.id from mentions m
     join sources s on s.workspace_id = m.workspace_id and s.id = m.source_id
     where m.workspace_id = $1 and s.platform = $2 and m.author_external_id = $3`,
    [tx.workspaceId, platform, authorExternalId],
  );
  return rows.map(({ id }) => id);
}

/**
 * Takes what customers wrote and who they are out of mentions, their earlier texts, and what was copied from them.
 * Times, ratings, verdicts and histories stay: the numbers of the reports are the same.
 */
export async function wipeMentions(tx: Transaction, ids: readonly string[], now: Date): Promise<void> {
  if (ids.length === 0) return;
  await tx.run(
    `update mentions set text = '', title = null, author_external_id = null, author_name = null, url = null,
       raw = 'null', brand_reply = null, missed = null, text_key = null, decisions = null,
       wiped_at = $3
     where workspace_id = $1 and id = any($2)`,
    [tx.workspaceId, ids, now],
  );
  const wiped = [tx.workspaceId, ids];
  await tx.run('delete from mention_revisions where workspace_id = $1 and mention_id = any($2)', wiped);
  await tx.run(
    `update suggestion_voices set who = null, words = null, place_start = null, place_end = null
     where workspace_id = $1 and mention_id = any($2)`,
    wiped,
  );
  await tx.run(
    `update likely_hit set name = null, contact = null, reference = null
     where workspace_id = $1 and mention_id = any($2)`,
    wiped,
  );
  // Notes hold what the customer gave: a number to call, words about our record.
  await tx.run(`update assessments set notes = '[]' where workspace_id = $1 and mention_id = any($2)`, wiped);
  await tx.run(
    `update corrections set derived = derived - 'notes', note = null
     where workspace_id = $1 and mention_id = any($2)`,
    wiped,
  );
  await tx.run(`${emptyLetters} and mention_id = any($2)`, wiped);
  await wipeCases(tx, ids);
}

/** The row stays, so that the same letter is not asked about again. */
const emptyLetters = `update unparsed_mail set sender = null, subject = '', text = '' where workspace_id = $1`;

/** Takes the words and the sender out of letters that were set aside until then. */
export async function wipeLetters(tx: Transaction, setAsideUntil: Date): Promise<void> {
  await tx.run(
    `${emptyLetters} and mention_id is null and settled_at <= $2 and (sender, subject, text) is distinct from (null, '', '')`,
    [tx.workspaceId, setAsideUntil],
  );
}

/** A case forgets its customer once nothing that they wrote is left in it. */
async function wipeCases(tx: Transaction, ids: readonly string[]): Promise<void> {
  const rows = await tx.rows<{ id: string }>(
    `update cases c set author_external_id = null, author_name = null
     where c.workspace_id = $1
       and c.id in (select case_id from mentions where workspace_id = $1 and id = any($2) and case_id is not null)
       and not exists (select from mentions m
         where m.workspace_id = $1 and m.case_id = c.id and not m.is_brand and m.wiped_at is null)
     returning c.id`,
    [tx.workspaceId, ids],
  );
  await tx.run('delete from case_traits where workspace_id = $1 and case_id = any($2)', [
    tx.workspaceId,
    rows.map(({ id }) => id),
  ]);
}
