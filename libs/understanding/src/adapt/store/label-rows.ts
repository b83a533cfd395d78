import type { AssessmentInput, Sentiment } from '@heard/core';
import type { Transaction } from '@heard/database';
import { checkOfSample, judgedSentiment } from '../../accuracy/store/checked-rows.js';

/** A text that a person judged, with for how many texts it stands. */
export interface LabelledText {
  readonly input: AssessmentInput;
  readonly sourceId: string;
  readonly sentiment: Sentiment;
  readonly weight: number;
  /** Drawn at random; false for what somebody came upon. */
  readonly isDrawn: boolean;
}

interface TextRow {
  readonly text: string;
  readonly title: string | null;
  readonly platform: string;
  readonly rating_value: number | null;
  readonly rating_scale: number | null;
  readonly source_id: string;
}

interface LabelRow extends TextRow {
  readonly sentiment: Sentiment;
  readonly weight: number;
  readonly is_drawn: boolean;
}

/** What is read of a mention `m` and its source `o`. */
const textColumns = 'm.text, m.title, o.platform, m.rating_value, m.rating_scale, m.source_id';
const sourceOf = 'join sources o on o.workspace_id = m.workspace_id and o.id = m.source_id';
const still = `m.gone_at is null and not m.demo and m.text ~ '\\S'`;

/** The newest labels, those of the random sample first. */
export async function labelledTexts(tx: Transaction, most: number): Promise<LabelledText[]> {
  const rows = await tx.rows<LabelRow>(
    `select * from (
       select ${textColumns}, ${judgedSentiment} as sentiment, true as is_drawn, k.at,
         t.population::float8 / count(*) over (partition by s.draw_id, s.language, s.stratum) as weight
       from sample_texts s
       join sample_strata t on t.workspace_id = s.workspace_id and t.draw_id = s.draw_id and t.language = s.language
         and t.stratum = s.stratum
       ${checkOfSample} ${sourceOf}
       where s.workspace_id = $1 and k.said <> 'cannot_tell' and m.revision = s.revision and ${still}
       union all
       select ${textColumns}, v.corrected_sentiment, false, v.corrected_at, 1
       from (select distinct mention_id, revision from corrections where workspace_id = $1) c
       join mentions m on m.workspace_id = $1 and m.id = c.mention_id and m.revision = c.revision
       join standing_assessments v on v.workspace_id = $1 and v.mention_id = m.id and v.revision = m.revision
         and v.corrected_sentiment is not null
       ${sourceOf}
       where not m.is_brand and m.missed is null and ${still} and not exists (
         select from sample_texts s where s.workspace_id = $1 and s.mention_id = m.id)
     ) labels
     order by is_drawn desc, at desc, md5(text) limit $2`,
    [tx.workspaceId, most],
  );
  return rows.map((row) => {
    const { sentiment, weight, is_drawn: isDrawn, source_id: sourceId } = row;
    return { input: inputOf(row), sourceId, sentiment, weight, isDrawn };
  });
}

/** How many labels there are. */
export async function countLabels(tx: Transaction): Promise<{ drawn: number; found: number }> {
  const [row] = await tx.rows<{ drawn: number; found: number }>(
    `select count(*) filter (where exists (
         select from sample_texts s where s.workspace_id = $1 and s.mention_id = l.mention_id))::integer as drawn,
       count(*) filter (where not exists (
         select from sample_texts s where s.workspace_id = $1 and s.mention_id = l.mention_id))::integer as found
     from (
       select mention_id from checks where workspace_id = $1 and said <> 'cannot_tell'
       union
       select mention_id from corrections where workspace_id = $1 and sentiment is not null
     ) l
     join mentions m on m.workspace_id = $1 and m.id = l.mention_id and not m.demo`,
    [tx.workspaceId],
  );
  return row ?? { drawn: 0, found: 0 };
}

/** A text of the stream, of which nobody said anything. */
export interface StreamText {
  readonly input: AssessmentInput;
  readonly sourceId: string;
}

/** The newest texts that customers wrote. */
export async function streamTexts(tx: Transaction, most: number): Promise<StreamText[]> {
  const rows = await tx.rows<TextRow>(
    `select ${textColumns} from mentions m ${sourceOf}
     where m.workspace_id = $1 and not m.is_brand and m.missed is null and ${still}
     order by m.id desc limit $2`,
    [tx.workspaceId, most],
  );
  return rows.map((row) => ({ input: inputOf(row), sourceId: row.source_id }));
}

function inputOf({
  text,
  title,
  platform,
  rating_value: value,
  rating_scale: scale,
}: TextRow): AssessmentInput {
  return {
    text,
    ...(title !== null && { title }),
    platform,
    ...(value !== null && scale !== null && { rating: { value, scale } }),
  };
}
