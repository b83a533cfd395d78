import {
  type Category,
  correctable,
  type Intent,
  type Language,
  type Sentiment,
  type Signal,
  type Urgency,
  type UrgencyReason,
  type WordsBehind,
  type WordsOfVerdicts,
} from '@heard/core';
import { present } from '../instant.js';
import type { Explain } from '../ports.js';
import type { AssessmentView, CorrectedBy } from '../views.js';

/** What was understood of the newest text that has been assessed; null where nothing was. */
export interface AssessmentColumns {
  readonly model: string | null;
  readonly language: Language;
  readonly sentiment: Sentiment;
  readonly p_negative: number;
  readonly intent: Intent;
  readonly urgency: Urgency;
  readonly urgency_reasons: UrgencyReason[];
  readonly category: Category;
  readonly signals: Signal[];
  readonly margin: number | null;
  readonly unsure: boolean;
  readonly because: WordsBehind[] | null;
  readonly also_in: 'ru' | 'uk' | 'en' | null;
  readonly partial: boolean;
  readonly corrected_at: Date | null;
  readonly model_sentiment: Sentiment;
  readonly model_p_negative: number;
  readonly model_intent: Intent;
  readonly model_urgency: Urgency;
  readonly model_urgency_reasons: UrgencyReason[];
  readonly model_category: Category;
}

/** What is read beside an assessment where there is any: whose word its verdicts are, and what they rest on. */
export interface BesideAssessment {
  readonly corrected?: CorrectedBy;
  readonly explain?: Explain;
}

/** What stands of a text; undefined where nothing was understood. */
export function assessmentView(
  row: AssessmentColumns & { readonly text: string },
  { corrected, explain }: BesideAssessment,
): AssessmentView | undefined {
  if (row.model === null) return undefined;
  return present({
    language: row.language,
    sentiment: row.sentiment,
    pNegative: row.p_negative,
    intent: row.intent,
    urgency: row.urgency,
    urgencyReasons: row.urgency_reasons,
    category: row.category,
    signals: row.signals,
    margin: row.margin,
    unsure: row.unsure ? (true as const) : undefined,
    because: row.because,
    behind: explain && behind(row, explain, corrected),
    alsoIn: row.also_in,
    partial: row.partial ? (true as const) : undefined,
    model: row.model,
    corrected,
    understood: row.corrected_at === null ? undefined : understoodView(row),
  });
}

/** A person's word rests on the person, not on words of the text. */
function behind(
  row: AssessmentColumns & { readonly text: string },
  explain: Explain,
  corrected: CorrectedBy = {},
): WordsOfVerdicts {
  const { text, sentiment, intent, urgency_reasons: urgencyReasons, category } = row;
  const rests = explain({ text }, { sentiment, intent, urgencyReasons, category });
  return Object.fromEntries(
    correctable.flatMap((field) => (corrected[field] || !rests[field] ? [] : [[field, rests[field]]])),
  );
}

function understoodView(row: AssessmentColumns): AssessmentView['understood'] {
  return {
    sentiment: row.model_sentiment,
    pNegative: row.model_p_negative,
    intent: row.model_intent,
    urgency: row.model_urgency,
    urgencyReasons: row.model_urgency_reasons,
    category: row.model_category,
  };
}
