import type { Assessment, MissedContact, Rating, Verdicts } from '@heard/core';
import type { Transaction } from '@heard/database';

/** A stored mention with what was understood of it, as somebody needs it who reads it once more. */
export interface ReadMention {
  readonly id: string;
  readonly revision: number;
  readonly sourceId: string;
  readonly brandId?: string;
  readonly locationId?: string;
  readonly caseId?: string;
  readonly text: string;
  readonly title?: string;
  readonly platform?: string;
  readonly rating?: Rating;
  readonly author: {
    readonly externalId?: string;
    readonly name?: string;
    readonly reach?: number;
    readonly isBrand: boolean;
  };
  readonly postedAt: Date;
  readonly missed?: MissedContact;
  readonly demo: boolean;
  /** What a machine understood. */
  readonly first: Assessment;
  /** What stands: the same where no person corrected it. */
  readonly stands: Assessment;
  /** What people said, field by field; empty where nobody did. */
  readonly said: Partial<Verdicts>;
}

interface Row {
  readonly id: string;
  readonly revision: number;
  readonly source_id: string;
  readonly brand_id: string | null;
  readonly location_id: string | null;
  readonly case_id: string | null;
  readonly text: string;
  readonly title: string | null;
  readonly platform: string;
  readonly rating_value: number | null;
  readonly rating_scale: number | null;
  readonly author_external_id: string | null;
  readonly author_name: string | null;
  readonly author_reach: number | null;
  readonly is_brand: boolean;
  readonly posted_at: Date;
  readonly missed: MissedContact | null;
  readonly demo: boolean;
  readonly first: Assessment;
  readonly stands: Assessment;
  readonly said: Partial<Verdicts>;
}

const assessmentOf = (row: string): string =>
  `jsonb_build_object('language', ${row}.language, 'sentiment', ${row}.sentiment, 'pNegative', ${row}.p_negative,
    'intent', ${row}.intent, 'urgency', ${row}.urgency, 'urgencyReasons', ${row}.urgency_reasons,
    'category', ${row}.category, 'signals', ${row}.signals, 'notes', ${row}.notes, 'model', ${row}.model)`;

const columns = `
  m.id, m.revision, m.source_id, coalesce(l.brand_id, s.brand_id) as brand_id, m.location_id, m.case_id, m.text,
  m.title, s.platform, m.rating_value, m.rating_scale, m.author_external_id, m.author_name, m.author_reach,
  m.is_brand, m.posted_at, m.missed, m.demo,
  ${assessmentOf('a')} as first, ${assessmentOf('v')} as stands,
  jsonb_strip_nulls(jsonb_build_object('sentiment', v.corrected_sentiment, 'intent', v.corrected_intent,
    'urgency', v.corrected_urgency, 'category', v.corrected_category)) as said`;

const joins = `
  join assessments a on a.workspace_id = m.workspace_id and a.mention_id = m.id and a.revision = m.revision
  join standing_assessments v on v.workspace_id = a.workspace_id and v.mention_id = a.mention_id
    and v.revision = a.revision
  join sources s on s.workspace_id = m.workspace_id and s.id = m.source_id
  left join locations l on l.workspace_id = m.workspace_id and l.id = m.location_id`;

/** Of these mentions those that customers wrote, that were not read a second time and that nobody corrected. */
export async function mentionsToRead(tx: Transaction, ids: readonly string[]): Promise<ReadMention[]> {
  const rows = await tx.rows<Row>(
    `select ${columns} from mentions m ${joins}
     where m.workspace_id = $1 and m.id = any($2) and not m.is_brand and v.corrected_at is null and not exists (
       select from second_readings r
       where r.workspace_id = m.workspace_id and r.mention_id = m.id and r.revision = m.revision)
     order by m.posted_at, m.id`,
    [tx.workspaceId, ids],
  );
  return rows.map(mentionOf);
}

/** The mentions of a case that customers wrote, in the order in which they were posted. */
export async function mentionsOfCase(tx: Transaction, caseId: string): Promise<ReadMention[]> {
  const rows = await tx.rows<Row>(
    `select ${columns} from mentions m ${joins}
     where m.workspace_id = $1 and m.case_id = $2 and not m.is_brand order by m.posted_at, m.id`,
    [tx.workspaceId, caseId],
  );
  return rows.map(mentionOf);
}

/** One of them as it is now, locked, with its source locked as intake locks it; none when its text is another. */
export async function lockMention(
  tx: Transaction,
  { id, revision, sourceId }: Pick<ReadMention, 'id' | 'revision' | 'sourceId'>,
): Promise<ReadMention | undefined> {
  await tx.rows('select pg_advisory_xact_lock(hashtextextended($1, 1))', [sourceId]);
  const [row] = await tx.rows<Row>(
    `select ${columns} from mentions m ${joins}
     where m.workspace_id = $1 and m.id = $2 and m.revision = $3 for update of m`,
    [tx.workspaceId, id, revision],
  );
  return row && mentionOf(row);
}

/** Where a mention is and which text it has now; undefined when there is none. */
export async function findMention(
  tx: Transaction,
  id: string,
): Promise<Pick<ReadMention, 'id' | 'revision' | 'sourceId'> | undefined> {
  const [row] = await tx.rows<{ revision: number; source_id: string }>(
    'select revision, source_id from mentions where workspace_id = $1 and id = $2',
    [tx.workspaceId, id],
  );
  return row && { id, revision: row.revision, sourceId: row.source_id };
}

/** What stands of a text now. */
export async function standingOf(
  tx: Transaction,
  { id, revision }: Pick<ReadMention, 'id' | 'revision'>,
): Promise<Assessment> {
  const [row] = await tx.rows<{ stands: Assessment }>(
    `select ${assessmentOf('v')} as stands from standing_assessments v
     where v.workspace_id = $1 and v.mention_id = $2 and v.revision = $3`,
    [tx.workspaceId, id, revision],
  );
  if (!row) throw new Error(`Mention ${id} has no assessment.`);
  return row.stands;
}

/** A mention that belonged to no case belongs to one now. */
export async function setCase(tx: Transaction, mentionId: string, caseId: string): Promise<void> {
  await tx.run('update mentions set case_id = $3 where workspace_id = $1 and id = $2', [
    tx.workspaceId,
    mentionId,
    caseId,
  ]);
}

function mentionOf(row: Row): ReadMention {
  const { rating_value: value, rating_scale: scale } = row;
  return {
    id: row.id,
    revision: row.revision,
    sourceId: row.source_id,
    brandId: row.brand_id ?? undefined,
    locationId: row.location_id ?? undefined,
    caseId: row.case_id ?? undefined,
    text: row.text,
    title: row.title ?? undefined,
    platform: row.platform,
    ...(value === null || scale === null ? {} : { rating: { value, scale } }),
    author: {
      externalId: row.author_external_id ?? undefined,
      name: row.author_name ?? undefined,
      reach: row.author_reach ?? undefined,
      isBrand: row.is_brand,
    },
    postedAt: row.posted_at,
    missed: row.missed ?? undefined,
    demo: row.demo,
    first: row.first,
    stands: row.stands,
    said: row.said,
  };
}
