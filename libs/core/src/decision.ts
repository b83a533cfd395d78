import { type LengthLimit, overLimit } from './answer-limits.js';
import type { Refusal } from './refusal.js';

/** What a platform lets us decide about one of its items, e.g. a claim for a return, as it offered it last. */
export interface DecisionsOffered {
  /** How the item stood then, for the platform's own eyes: it changes with whatever is decided there. */
  readonly seen: string;
  /** The platform's own names of what can be chosen. */
  readonly actions: readonly string[];
}

/** What goes with a choice. */
export interface DecisionRule {
  /** The words that go with it; absent where none may. */
  readonly comment?: LengthLimit & { readonly required: boolean };
}

/** A choice that somebody of the staff made. */
export interface Decision {
  readonly action: string;
  /** How the item stood for whoever decided. */
  readonly seen: string;
}

/** The item to decide about, as far as Heard knows it now. */
export interface DecisionPlace {
  readonly offered?: DecisionsOffered;
  /** Of each choice that has words here. */
  readonly rules: Readonly<Record<string, DecisionRule>>;
}

/** Says why a decision would not be taken, or would overrule one that its maker has not seen. */
export function refuseDecision(
  { offered, rules }: DecisionPlace,
  { action, seen }: Decision,
  text: string,
): Refusal | undefined {
  const rule = Object.hasOwn(rules, action) ? rules[action] : undefined;
  if (!offered || !rule) return { refused: 'decision_not_offered' };
  if (offered.seen !== seen) return { refused: 'decision_outdated' };
  if (!offered.actions.includes(action)) return { refused: 'decision_not_offered' };
  const isBare = text.trim() === '';
  if (!rule.comment) return isBare ? undefined : { refused: 'decision_without_words' };
  return isBare && !rule.comment.required ? undefined : overLimit(text.trim(), rule.comment);
}

/** True when the same standing of an item was decided already, and the platform has not said no to it. */
export function isDecisionGiven(
  answers: readonly { readonly mentionId?: string; readonly decision?: Decision; readonly state: string }[],
  mentionId: string,
  seen: string,
): boolean {
  return answers.some(
    (each) =>
      each.mentionId === mentionId &&
      each.decision?.seen === seen &&
      each.state !== 'rejected' &&
      each.state !== 'lost',
  );
}
