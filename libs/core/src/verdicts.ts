import type { Category, Intent, Sentiment, Urgency } from './assessment.js';
import type { TextPlace } from './suggestion.js';

/** The verdicts on a text that a person may correct. */
export interface Verdicts {
  readonly sentiment: Sentiment;
  readonly intent: Intent;
  readonly urgency: Urgency;
  readonly category: Category;
}

/** Where the words stand that a verdict rests on; a verdict that rests on no words of the text is absent. */
export type WordsOfVerdicts = Partial<Record<keyof Verdicts, readonly TextPlace[]>>;

/** Every verdict that a person may correct. */
export const correctable: readonly (keyof Verdicts)[] = ['sentiment', 'intent', 'urgency', 'category'];

/** Every value that a verdict may have. */
export const verdictChoices: { readonly [Field in keyof Verdicts]: readonly Verdicts[Field][] } = {
  sentiment: ['negative', 'neutral', 'positive'],
  intent: ['complaint', 'question', 'suggestion', 'praise', 'other'],
  urgency: ['critical', 'high', 'normal', 'low', 'none'],
  category: [
    'delivery',
    'billing',
    'product',
    'staff',
    'support',
    'app',
    'price',
    'refund',
    'availability',
    'safety',
    'privacy',
    'place',
    'other',
  ],
};

/** True for what opens a case, or is a further complaint in one. */
export function isComplaint({ intent, sentiment }: Pick<Verdicts, 'intent' | 'sentiment'>): boolean {
  return intent === 'complaint' && sentiment === 'negative';
}

/**
 * What of a correction is news. What a person said already is none; agreeing with the machine is, for it becomes a
 * person's word. Whoever calls a text a complaint calls it negative, unless a person said otherwise.
 */
export function newsOf(
  given: Partial<Verdicts>,
  stands: Pick<Verdicts, 'sentiment'>,
  said: Partial<Verdicts>,
): Partial<Verdicts> {
  const implied: Partial<Verdicts> =
    given.intent === 'complaint' && stands.sentiment !== 'negative' && said.sentiment === undefined
      ? { sentiment: 'negative' }
      : {};
  const all = { ...implied, ...given };
  return Object.fromEntries(
    correctable.flatMap((field) =>
      all[field] === undefined || all[field] === said[field] ? [] : [[field, all[field]]],
    ),
  );
}
