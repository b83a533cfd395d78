import { sharedWords, stemsOf } from './gist.js';
import { lexicon, sameSteps } from './lexicon.js';
import type { Token } from './phrases.js';

/** Verbs that say nothing of the step: only its object tells. */
const light =
  /^(?:попроб|спроб|try$|tried$|провер|перевір|рекоменд|рад|check$|make$|ensure$|провед|выполн|викон|сделай|зробі|perform|carry|do$)/u;

/**
 * Whether a step for the customer is among what they say they tried: two of its words are, or its verb is, be it by
 * another word for the same.
 */
export function isTried(step: readonly Token[], tried: readonly Token[]): boolean {
  if (tried.length === 0) return false;
  const stems = stemsOf(tried);
  const shared = sharedWords(stems, step);
  if (shared > 1) return true;
  const verbs = step.filter((_, index) => lexicon.steps.endAt(step, index) !== undefined);
  const telling = verbs.filter(({ word }) => !light.test(word));
  if (telling.length === 0) return shared > 0;
  return sharedWords(stems, telling) > 0 || sameSteps.some((group) => group.in(telling) && group.in(tried));
}
