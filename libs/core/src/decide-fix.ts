import type { Case } from './case.js';
import type { CommandOf } from './case-command.js';
import type { CaseFact } from './case-event.js';
import type { Cost, Fix, FixKind, FixOffer } from './fix.js';
import type { ApprovalLimit, Policy } from './policy.js';
import type { Refusal } from './refusal.js';
import type { Actor, Role } from './staff.js';
import { roleAtLeast, roles } from './staff.js';

type Decision = readonly CaseFact[] | Refusal;

const isBlank = (text: string): boolean => text.trim() === '';

/**
 * A concrete offer that fits the failure and that its maker may approve; a personal action says who, where and when.
 */
export function decideOffer(
  current: Case,
  command: CommandOf<'offer_fix'>,
  by: Actor,
  policy: Policy,
): Decision {
  const { fixId, offer } = command;
  if (isBlank(offer.what)) return { refused: 'text_needed' };
  if (offer.kind === 'personal_action' && !isComplete(offer)) return { refused: 'fix_action_needed' };
  if (!isListed(offer, policy)) return { refused: 'not_in_catalogue' };
  // A program approves no more than a manager does: its key stands for nobody above.
  const needed = approverOf(offer, by.kind === 'person' ? by.role : 'manager', policy);
  if (needed) return { refused: 'approval_needed', about: { role: needed } };
  if (!fits(current, offer, policy) && isBlank(offer.although ?? '')) {
    return { refused: 'fix_unfit', about: { failure: current.failure } };
  }
  return [{ type: 'case.fix_offered', fixId, offer }];
}

/** What says whether an offer fits and who may make it. */
type Terms = Pick<FixOffer, 'kind' | 'cost' | 'catalogueKey'>;

/** False for a key that the catalogue does not have, or has for another kind: limits and reports go by it. */
function isListed({ catalogueKey, kind }: Terms, policy: Policy): boolean {
  if (catalogueKey === undefined) return true;
  return policy.fixes.some((each) => each.key === catalogueKey && each.kind === kind);
}

/** The role that has to approve, or undefined when this one may. What costs nothing needs nobody. */
export function approverOf(offer: Terms, role: Role, policy: Policy): Role | undefined {
  if (!offer.cost || offer.cost.amountMinor === 0) return undefined;
  const { cost } = offer;
  const needed = measuredBy(offer, policy).map(({ approval }) => leastOf(approval, cost, policy));
  // The highest of them: leaving the catalogue out is no way around its limits.
  const least = roles.find((each) => needed.includes(each));
  return least === undefined || roleAtLeast(role, least) ? undefined : least;
}

/** The fixes whose limits hold: the one of the catalogue; without one all of its kind, else all there are. */
function measuredBy({ kind, catalogueKey }: Terms, { fixes }: Policy): Policy['fixes'] {
  if (catalogueKey !== undefined) return fixes.filter((each) => each.key === catalogueKey);
  const alike = fixes.filter((each) => each.kind === kind);
  return alike.length > 0 ? alike : fixes;
}

/** The lowest role whose limit is enough; undefined where the catalogue sets no limits. */
function leastOf(
  limits: readonly ApprovalLimit[],
  { amountMinor, currency }: Cost,
  policy: Policy,
): Role | undefined {
  if (limits.length === 0) return undefined;
  // Limits are in the money of the workspace; another currency is for the director.
  if (currency !== policy.money.currency) return 'director';
  const enough = limits.filter((limit) => amountMinor <= limit.upToMinor).map((limit) => limit.role);
  return roles.findLast((each) => enough.includes(each)) ?? 'director';
}

/** True when the fix is meant for this kind of failure; what words alone can do fits every one. */
export function fits(current: Pick<Case, 'failure'>, offer: Terms, policy: Policy): boolean {
  if (wordsOnly.includes(offer.kind)) return true;
  if (offer.catalogueKey !== undefined) {
    const listed = policy.fixes.find((each) => each.key === offer.catalogueKey);
    return listed !== undefined && listed.failures.includes(current.failure);
  }
  const kinds = policy.fixes
    .filter((each) => each.failures.includes(current.failure))
    .map((each) => each.kind);
  return kinds.length === 0 || kinds.includes(offer.kind);
}

const wordsOnly: readonly FixKind[] = [
  'apology',
  'explanation',
  'correction',
  'personal_action',
  'prevention',
];

function isComplete({ action }: FixOffer): boolean {
  return (
    action !== undefined &&
    !isBlank(action.who) &&
    !isBlank(action.where) &&
    !Number.isNaN(action.when.getTime())
  );
}

type SettleCommand = CommandOf<'accept_fix' | 'decline_fix' | 'withdraw_fix' | 'complete_fix'>;

/** What became of an offer: accepted or declined by the customer, withdrawn by us, done with evidence. */
export function decideSettleFix(current: Case, command: SettleCommand): Decision {
  const fix = current.fixes.find((each) => each.id === command.fixId);
  if (!fix) return { refused: 'no_such_fix' };
  if (fix.state !== 'offered' && fix.state !== 'accepted') return { refused: 'fix_settled' };
  switch (command.type) {
    case 'accept_fix':
      if (fix.state === 'accepted') return { refused: 'fix_settled' };
      return [{ type: 'case.fix_accepted', fixId: fix.id, ...wordsOf(command) }];
    case 'decline_fix':
      return [{ type: 'case.fix_declined', fixId: fix.id, ...wordsOf(command) }];
    case 'withdraw_fix':
      if (isBlank(command.reason)) return { refused: 'reason_needed' };
      return [{ type: 'case.fix_withdrawn', fixId: fix.id, reason: command.reason }];
    case 'complete_fix':
      if (isBlank(command.evidence)) return { refused: 'evidence_needed' };
      return [{ type: 'case.fix_done', fixId: fix.id, evidence: command.evidence }];
  }
}

function wordsOf(command: { readonly words?: string }): { words?: string } {
  return command.words === undefined || isBlank(command.words) ? {} : { words: command.words };
}

/** True when an offer still waits for an end. */
export function isUnsettled(fix: Fix): boolean {
  return fix.state === 'offered' || fix.state === 'accepted';
}

/** A part of the recovery was given to the customer, with what shows it. */
export function decideTickPart(current: Case, command: CommandOf<'tick_part'>): Decision {
  if (isBlank(command.evidence)) return { refused: 'evidence_needed' };
  if (current.parts.some((each) => each.part === command.part)) return [];
  return [{ type: 'case.part_done', part: command.part, evidence: command.evidence }];
}

/** Nothing concrete is offered, and why. */
export function decideNoOffer(command: CommandOf<'say_no_offer'>): Decision {
  if (isBlank(command.reason)) return { refused: 'reason_needed' };
  return [{ type: 'case.no_offer', reason: command.reason }];
}
