import type { Assessment } from './assessment.js';
import type { Case } from './case.js';
import type { LaterBehaviour } from './outcome.js';
import type { Rating } from './mention.js';

const dayMs = 24 * 60 * 60 * 1000;

/** So long after its closing what a customer does still belongs to the recovery. */
export const behaviourDays = 90;

/** What says more stands above what says less: a complaint above a better rating, any of them above silence. */
const weight: Readonly<Record<LaterBehaviour, number>> = {
  silent: 0,
  came_back: 1,
  left: 1,
  praise: 2,
  rating_up: 3,
  new_complaint: 4,
};

/** True when behaviour that is seen now says more than what was seen since the closing. */
export function saysMore(current: Case, behaviour: LaterBehaviour): boolean {
  const known = current.outcome?.behaviour;
  // What was seen after an earlier recovery says nothing of this one.
  const ofThisOne = current.outcome !== undefined && (current.behaviourAt ?? current.outcome.at);
  const began = current.rounds.at(-1)?.startedAt;
  if (known === undefined || !ofThisOne || (began && ofThisOne <= began)) return true;
  return weight[behaviour] > weight[known];
}

/** True while what the customer does at a moment belongs to the recovery of a closed case. */
export function isAfterwards(closedAt: Date | undefined, at: Date): closedAt is Date {
  return (
    closedAt !== undefined && at >= closedAt && at.getTime() - closedAt.getTime() <= behaviourDays * dayMs
  );
}

/** What a further text of somebody whose case was closed says of that recovery. */
export function behaviourOfNew(assessment: Assessment): LaterBehaviour | undefined {
  if (assessment.sentiment === 'negative')
    return assessment.intent === 'complaint' ? 'new_complaint' : undefined;
  return isPraise(assessment) ? 'praise' : undefined;
}

/** What an edit of a text of the case says: a better rating, or praise where a complaint stood. */
export function behaviourOfEdit(
  before: { readonly rating?: Rating },
  now: { readonly rating?: Rating; readonly assessment: Assessment },
): LaterBehaviour | undefined {
  const [was, is] = [shareOf(before.rating), shareOf(now.rating)];
  if (was !== undefined && is !== undefined && is > was) return 'rating_up';
  return isPraise(now.assessment) ? 'praise' : undefined;
}

function isPraise({ intent, sentiment }: Assessment): boolean {
  return intent === 'praise' && sentiment === 'positive';
}

function shareOf(rating: Rating | undefined): number | undefined {
  return rating && rating.scale > 0 ? rating.value / rating.scale : undefined;
}
