import type { Language } from '@heard/core';
import type { Transaction } from '@heard/database';
import type { Stratum } from '../strata.js';

/** What people found in one part of one draw. */
export interface CheckedPart {
  readonly drawId: string;
  readonly language: Language;
  readonly stratum: Stratum;
  readonly population: number;
  readonly drawn: number;
  /** Judged, and of those how many are negative and urgent. */
  readonly judged: number;
  readonly negative: number;
  readonly urgent: number;
  readonly cannotTell: number;
  /** Drawn, still as they were, and nobody said anything yet. */
  readonly open: number;
}

/**
 * A text as people judged it: what stands as their word; where nobody may speak for its case, what was said to the
 * question alone. `k` is the check, `v` what stands.
 */
export const judgedNegative = `
  coalesce(v.corrected_sentiment = 'negative', k.said in ('urgent_complaint', 'complaint'))`;
/** Its sentiment in the same way. */
export const judgedSentiment = `
  coalesce(v.corrected_sentiment, case
    when k.said in ('urgent_complaint', 'complaint') then 'negative' when k.said = 'praise' then 'positive'
    else 'neutral' end)`;
/** Whether somebody has to act today, in the same way. */
export const judgedUrgent = `
  coalesce(v.corrected_urgency in ('critical', 'high'), k.said = 'urgent_complaint')`;

/** Joins check and standing word to a drawn text `s`. */
export const checkOfSample = `
  join mentions m on m.workspace_id = s.workspace_id and m.id = s.mention_id
  left join checks k on k.workspace_id = s.workspace_id and k.mention_id = s.mention_id and k.revision = s.revision
  left join standing_assessments v on v.workspace_id = s.workspace_id and v.mention_id = s.mention_id
    and v.revision = s.revision and k.said is not null`;

/** What was found in the draws since a moment, part by part. */
export function checkedParts(tx: Transaction, since: Date): Promise<CheckedPart[]> {
  const is = "k.said is not null and k.said <> 'cannot_tell'";
  return tx.rows<CheckedPart>(
    `select d.id as "drawId", t.language, t.stratum, t.population, t.drawn,
       count(*) filter (where ${is})::integer as judged,
       count(*) filter (where ${is} and ${judgedNegative})::integer as negative,
       count(*) filter (where ${is} and ${judgedUrgent})::integer as urgent,
       count(*) filter (where k.said = 'cannot_tell')::integer as "cannotTell",
       count(*) filter (where k.said is null and ${isOpen})::integer as open
     from sample_draws d
     join sample_strata t on t.workspace_id = d.workspace_id and t.draw_id = d.id
     join sample_texts s on s.workspace_id = d.workspace_id and s.draw_id = d.id and s.language = t.language
       and s.stratum = t.stratum
     ${checkOfSample}
     where d.workspace_id = $1 and d.until > $2
     group by d.id, t.language, t.stratum, t.population, t.drawn`,
    [tx.workspaceId, since],
  );
}

/** A drawn text `s` whose mention `m` is still as it was. */
export const isOpen = 'm.revision = s.revision and m.gone_at is null';

/** What people said, beside the sample, of texts that they came upon: counts of one language. */
export interface FoundVerdicts {
  readonly language: Language;
  readonly texts: number;
  /** Called negative by the machine: kept by people, and taken back. */
  readonly negativeKept: number;
  readonly negativeTakenBack: number;
  /** Negative by people, and not by the machine. */
  readonly negativeOverlooked: number;
  readonly urgentKept: number;
  readonly urgentTakenBack: number;
  readonly urgentOverlooked: number;
}

/** Counts what people said since a moment of texts that were not drawn. */
export function foundVerdicts(tx: Transaction, since: Date): Promise<FoundVerdicts[]> {
  const count = (what: string): string => `count(*) filter (where ${what})::integer`;
  const [negative, urgent] = ["v.model_sentiment = 'negative'", "v.model_urgency in ('critical', 'high')"];
  const [saidNegative, saidUrgent] = [
    "v.corrected_sentiment = 'negative'",
    "v.corrected_urgency in ('critical', 'high')",
  ];
  return tx.rows<FoundVerdicts>(
    `select v.language, count(*)::integer as texts,
       ${count(`${negative} and ${saidNegative}`)} as "negativeKept",
       ${count(`${negative} and not ${saidNegative}`)} as "negativeTakenBack",
       ${count(`not ${negative} and ${saidNegative}`)} as "negativeOverlooked",
       ${count(`${urgent} and ${saidUrgent}`)} as "urgentKept",
       ${count(`${urgent} and not ${saidUrgent}`)} as "urgentTakenBack",
       ${count(`not ${urgent} and ${saidUrgent}`)} as "urgentOverlooked"
     from (
       select distinct mention_id, revision from corrections where workspace_id = $1 and at > $2
     ) c
     join mentions m on m.workspace_id = $1 and m.id = c.mention_id and not m.demo
     join standing_assessments v on v.workspace_id = $1 and v.mention_id = c.mention_id and v.revision = c.revision
       and coalesce(v.corrected_sentiment, v.corrected_urgency) is not null
     where not exists (
       select from sample_texts s where s.workspace_id = $1 and s.mention_id = c.mention_id and s.revision = c.revision)
     group by v.language`,
    [tx.workspaceId, since],
  );
}
