import type { Transaction } from '@heard/database';
import { withoutLinkSecrets } from '../clean.js';
import type { ChangedMention, FreshMention } from '../sift.js';
import { textKey } from '../text-key.js';

/** Where a batch comes from. */
export interface BatchPlace {
  readonly sourceId: string;
  readonly demo: boolean;
}

/** The case and the location of each mention that has them. */
export interface Homes {
  readonly caseOf: ReadonlyMap<string, string>;
  readonly locationOf: ReadonlyMap<string, string | undefined>;
}

/** Stores new mentions, each with the case it belongs to, in one statement. */
export async function insertMentions(
  tx: Transaction,
  place: BatchPlace,
  fresh: readonly FreshMention[],
  { caseOf, locationOf }: Homes,
  now: Date,
): Promise<void> {
  if (fresh.length === 0) return;
  const column = <T>(read: (each: FreshMention) => T): T[] => fresh.map(read);
  await tx.run(
    `insert into mentions (workspace_id, source_id, demo, first_seen_at, last_seen_at, id, kind, external_id,
       parent_external_id, root_external_id, author_external_id, author_name, is_brand, author_reach, text, title,
       rating_value, rating_scale, url, posted_at, posted_at_given, edited_at, platform_state, brand_reply,
       content_hash, case_id, raw, location_id, missed, text_key, decisions, platform_edited_at)
     select $1, $2, $3, $4, $4, u.*, u.edited_at from unnest($5::uuid[], $6::text[], $7::text[], $8::text[], $9::text[],
       $10::text[], $11::text[], $12::boolean[], $13::integer[], $14::text[], $15::text[], $16::real[],
       $17::real[], $18::text[], $19::timestamptz[], $20::boolean[], $21::timestamptz[], $22::text[],
       $23::jsonb[], $24::bytea[], $25::uuid[], $26::json[], $27::uuid[], $28::jsonb[], $29::bytea[], $30::jsonb[]) as u (id, kind,
       external_id, parent, root, author_id, author, is_brand, reach, text, title, rating, scale, url, posted_at,
       given, edited_at, state, reply, hash, case_id, raw, location_id, missed, text_key, decisions)`,
    [
      tx.workspaceId,
      place.sourceId,
      place.demo,
      now,
      column((each) => each.id),
      column((each) => each.collected.kind),
      column((each) => each.collected.externalId),
      column((each) => each.collected.parentExternalId),
      column((each) => each.collected.rootExternalId),
      column((each) => each.collected.author.externalId),
      column((each) => each.collected.author.displayName),
      column((each) => each.collected.author.isBrand),
      column((each) => each.collected.author.reach),
      column((each) => each.collected.text),
      column((each) => each.collected.title),
      column((each) => each.collected.rating?.value),
      column((each) => each.collected.rating?.scale),
      column((each) => each.collected.url),
      column((each) => each.postedAt),
      column((each) => each.postedAtGiven),
      column((each) => each.collected.editedAt),
      column((each) => each.collected.platformState),
      column(brandReplyOf),
      column((each) => each.contentHash),
      column((each) => caseOf.get(each.id)),
      column(rawOf),
      column((each) => locationOf.get(each.id)),
      column(missedOf),
      column((each) => textKey(each.collected.text)),
      column(decisionsOf),
    ],
  );
}

/** The platform's own object as it came, but for what nobody may read out of it. */
function rawOf({ collected }: FreshMention): string {
  return withoutLinkSecrets(JSON.stringify(collected.raw ?? null));
}

/** jsonb refuses U+0000 and lone surrogates; the reply is shown to people, so both become visible marks. */
function brandReplyOf({ collected }: FreshMention): string | undefined {
  const reply = collected.brandReply;
  if (!reply) return undefined;
  return JSON.stringify({ ...reply, text: reply.text.replaceAll('\u0000', '\u2400').toWellFormed() });
}

function decisionsOf({ collected: { decisions } }: FreshMention): string | undefined {
  return decisions && JSON.stringify(decisions);
}

function missedOf({ collected: { missed } }: FreshMention): string | undefined {
  return missed && JSON.stringify(missed);
}

/** Keeps the earlier text of edited mentions and stores the new one. */
export async function reviseMentions(
  tx: Transaction,
  changed: readonly ChangedMention[],
  { caseOf, locationOf }: Homes,
  now: Date,
): Promise<void> {
  if (changed.length === 0) return;
  await tx.run(
    `insert into mention_revisions (workspace_id, mention_id, revision, text, title, rating_value, rating_scale, seen_at)
     select workspace_id, id, revision, text, title, rating_value, rating_scale, last_seen_at
     from mentions where workspace_id = $1 and id = any($2)`,
    [tx.workspaceId, changed.map((each) => each.id)],
  );
  await tx.run(
    `update mentions m set text = n.text, title = n.title, rating_value = n.rating_value,
       rating_scale = n.rating_scale, content_hash = n.content_hash, raw = n.raw, revision = m.revision + 1,
       edited_at = coalesce(n.edited_at, $3), platform_edited_at = n.edited_at, last_seen_at = $3, platform_state = n.platform_state,
       brand_reply = n.brand_reply, missed = n.missed, case_id = coalesce(m.case_id, n.case_id),
       gone_at = case when n.platform_state = 'deleted' then coalesce(m.gone_at, $3) end,
       location_id = coalesce(n.location_id, m.location_id), text_key = n.text_key, decisions = n.decisions
     from unnest($2::uuid[], $4::text[], $5::text[], $6::real[], $7::real[], $8::bytea[], $9::json[],
       $10::timestamptz[], $11::text[], $12::jsonb[], $13::uuid[], $14::uuid[], $15::jsonb[], $16::bytea[], $17::jsonb[]) as n (id, text, title, rating_value,
       rating_scale, content_hash, raw, edited_at, platform_state, brand_reply, case_id, location_id, missed, text_key, decisions)
     where m.workspace_id = $1 and m.id = n.id`,
    [
      tx.workspaceId,
      changed.map((each) => each.id),
      now,
      changed.map((each) => each.collected.text),
      changed.map((each) => each.collected.title),
      changed.map((each) => each.collected.rating?.value),
      changed.map((each) => each.collected.rating?.scale),
      changed.map((each) => each.contentHash),
      changed.map(rawOf),
      changed.map((each) => each.collected.editedAt),
      changed.map((each) => each.collected.platformState),
      changed.map(brandReplyOf),
      changed.map((each) => caseOf.get(each.id)),
      changed.map((each) => locationOf.get(each.id)),
      changed.map(missedOf),
      changed.map((each) => textKey(each.collected.text)),
      changed.map(decisionsOf),
    ],
  );
}

/** Stores that mentions are shown differently now: hidden, deleted, answered or decided on the platform. */
export async function restateMentions(
  tx: Transaction,
  restated: readonly ChangedMention[],
  now: Date,
): Promise<void> {
  if (restated.length === 0) return;
  await tx.run(
    `update mentions m set platform_state = n.platform_state, brand_reply = n.brand_reply, last_seen_at = $3, decisions = n.decisions,
       gone_at = case when n.platform_state = 'deleted' then coalesce(m.gone_at, $3) end
     from unnest($2::uuid[], $4::text[], $5::jsonb[], $6::jsonb[]) as n (id, platform_state, brand_reply, decisions)
     where m.workspace_id = $1 and m.id = n.id`,
    [
      tx.workspaceId,
      restated.map((each) => each.id),
      now,
      restated.map((each) => each.collected.platformState),
      restated.map(brandReplyOf),
      restated.map(decisionsOf),
    ],
  );
}
