import type { DecisionsOffered, MentionKind, MissedContact, PlatformState } from '@heard/core';
import type { Transaction } from '@heard/database';
import { instant, instantOf, present } from '../instant.js';
import type { MentionView, PersonView } from '../views.js';
import { type AssessmentColumns, assessmentView, type BesideAssessment } from './assessment-columns.js';
import { type SourceColumns, sourceRef } from './source-ref.js';

/** A mention with its source and its newest assessment. */
export interface MentionRow extends SourceColumns, AssessmentColumns {
  readonly id: string;
  readonly kind: MentionKind;
  readonly external_id: string;
  readonly parent_external_id: string | null;
  readonly author_external_id: string | null;
  readonly author_name: string | null;
  readonly is_brand: boolean;
  readonly text: string;
  readonly title: string | null;
  readonly rating_value: number | null;
  readonly rating_scale: number | null;
  readonly url: string | null;
  readonly posted_at: Date;
  readonly first_seen_at: Date;
  readonly edited_at: Date | null;
  readonly platform_state: PlatformState;
  readonly gone_at: Date | null;
  readonly wiped_at: Date | null;
  readonly brand_reply: {
    text: string;
    at?: string | null;
    state: 'visible' | 'pending' | 'rejected';
  } | null;
  readonly missed: MissedContact | null;
  readonly decisions: DecisionsOffered | null;
  readonly reported_by: PersonView | null;
  readonly revision: number;
  readonly case_id: string | null;
  readonly location_id: string | null;
  readonly demo: boolean;
}

/** The columns of a `MentionRow`; `m` is the mention, `s` its source, `a` its newest assessment. */
export const mentionColumns = `
  m.id, m.kind, m.external_id, m.parent_external_id, m.author_external_id, m.author_name, m.is_brand, m.text,
  m.title, m.rating_value, m.rating_scale, m.url, m.posted_at, m.first_seen_at, m.edited_at, m.platform_state,
  m.gone_at, m.wiped_at,
  (select jsonb_build_object('id', r.id, 'name', r.name) from staff r
    where r.workspace_id = m.workspace_id and r.id = m.reported_by_staff_id) as reported_by,
  m.brand_reply, m.missed, m.decisions, m.revision, m.case_id, m.location_id, m.demo,
  s.id as source_id, s.platform, s.name as source_name, s.demo as source_demo,
  a.model, a.language, a.sentiment, a.p_negative, a.intent, a.urgency, a.urgency_reasons, a.category, a.signals,
  a.margin, a.unsure, a.because, a.also_in, a.partial, a.corrected_at, a.model_sentiment, a.model_p_negative, a.model_intent,
  a.model_urgency, a.model_urgency_reasons, a.model_category`;

/** Joins what `mentionColumns` names to mention `m`. */
export const mentionJoins = `
  join sources s on s.workspace_id = m.workspace_id and s.id = m.source_id
  left join lateral (
    select x.* from standing_assessments x
    where x.workspace_id = m.workspace_id and x.mention_id = m.id
    order by x.revision desc limit 1
  ) a on true`;

type Earlier = MentionView['earlier'];

/** What is read beside a mention where there is any: texts before it, where else it was posted, what stands of it and why. */
export interface BesideMention extends BesideAssessment {
  readonly earlier?: Earlier;
  readonly sameText?: MentionView['sameText'];
}

/** One public text. */
export function mentionView(
  row: MentionRow,
  { earlier = [], sameText = [], ...beside }: BesideMention = {},
): MentionView {
  const { rating_value: value, rating_scale: scale } = row;
  const author = present({ externalId: row.author_external_id, name: row.author_name });
  return present({
    id: row.id,
    source: sourceRef(row),
    kind: row.kind,
    externalId: row.external_id,
    parentExternalId: row.parent_external_id,
    author: Object.keys(author).length > 0 ? author : undefined,
    isBrand: row.is_brand,
    text: row.text,
    title: row.title,
    rating: value === null || scale === null ? undefined : { value, scale },
    url: row.url,
    postedAt: instant(row.posted_at),
    firstSeenAt: instant(row.first_seen_at),
    editedAt: instantOf(row.edited_at),
    platformState: row.platform_state,
    goneAt: instantOf(row.gone_at),
    wiped: row.wiped_at === null ? undefined : (true as const),
    missed: row.missed,
    reportedBy: row.reported_by,
    revision: row.revision,
    earlier,
    assessment: assessmentView(row, beside),
    brandReply: brandReplyView(row.brand_reply),
    caseId: row.case_id,
    locationId: row.location_id,
    sameText,
    demo: row.demo,
  });
}

/** The brand's answer beside a review. */
export function brandReplyView(stored: MentionRow['brand_reply']): MentionView['brandReply'] {
  if (stored === null) return undefined;
  return present({ text: stored.text, at: stored.at, state: stored.state });
}

/** The newest texts before the present one of mentions, by mention; at most 20 of each. */
export async function readEarlier(
  tx: Transaction,
  rows: readonly Pick<MentionRow, 'id' | 'revision'>[],
): Promise<Map<string, Earlier>> {
  const edited = rows.filter((row) => row.revision > 1).map((row) => row.id);
  const byMention = new Map<string, Earlier>();
  if (edited.length === 0) return byMention;
  const found = await tx.rows<{ mention_id: string; revision: number; text: string; seen_at: Date }>(
    `select r.mention_id, r.revision, r.text, r.seen_at
     from unnest($2::uuid[]) as asked (id)
     join mentions m on m.workspace_id = $1 and m.id = asked.id
     cross join lateral (
       select * from mention_revisions x
       where x.workspace_id = $1 and x.mention_id = m.id and x.revision < m.revision
       order by x.revision desc limit 20
     ) r
     order by r.mention_id, r.revision desc`,
    [tx.workspaceId, edited],
  );
  for (const { mention_id: id, revision, text, seen_at: seenAt } of found) {
    byMention.set(id, [...(byMention.get(id) ?? []), { revision, text, seenAt: instant(seenAt) }]);
  }
  return byMention;
}
