import { type Case, type Decision, isDecisionGiven } from '@heard/core';
import type { DecisionsOf } from './ports.js';
import type { MentionRow } from './store/mention-rows.js';
import type { DecidedView, DecisionsView } from './views.js';

/** What can be decided about the customer's texts; not what is decided already, or on its way. */
export function decisionsOf(
  standing: readonly MentionRow[],
  { answers }: Pick<Case, 'answers'>,
  choicesOf: DecisionsOf,
): readonly DecisionsView[] {
  return standing.flatMap(({ id: mentionId, platform, decisions }): DecisionsView[] => {
    if (!decisions || isDecisionGiven(answers, mentionId, decisions.seen)) return [];
    const known = choicesOf(platform) ?? {};
    const choices = decisions.actions.flatMap((action) => {
      const choice = Object.hasOwn(known, action) ? known[action] : undefined;
      return choice ? [{ action, ...choice }] : [];
    });
    return choices.length === 0 ? [] : [{ mentionId, seen: decisions.seen, choices }];
  });
}

/** What an answer decided, in words. */
export function decidedIn({ action }: Decision, platform: string, choicesOf: DecisionsOf): DecidedView {
  const label = choicesOf(platform)?.[action]?.label ?? { ru: action, uk: action, en: action };
  return { action, label };
}
