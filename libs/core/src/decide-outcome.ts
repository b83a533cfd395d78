import type { Case } from './case.js';
import type { CommandOf } from './case-command.js';
import type { CaseFact } from './case-event.js';
import { badVerdict } from './case-event.js';
import { pinForRounds } from './decide-matter.js';
import type { Outcome } from './outcome.js';
import type { Policy } from './policy.js';
import { isRefusal, type Refusal } from './refusal.js';
import type { Actor } from './staff.js';

type Decision = readonly CaseFact[] | Refusal;

/** What it did. A bad verdict of the customer opens the case again: it was closed on our side only. */
export function decideOutcome(
  current: Case,
  command: CommandOf<'record_outcome'>,
  by: Actor,
  policy: Policy,
  now: Date,
): Decision {
  const outcome =
    by.kind === 'customer' ? saidByThem(current, command.outcome) : saidByStaff(current, command.outcome);
  if (isRefusal(outcome)) return outcome;
  if (isKnown(current, outcome)) return [];
  const recorded: CaseFact = { type: 'case.outcome_recorded', outcome };
  if (current.status === 'open' || command.outcome.verdict !== 'not_recovered') return [recorded];
  return [
    recorded,
    { type: 'case.reopened', reason: badVerdict },
    { type: 'case.round_begun', because: 'bad_verdict', startedAt: now },
    ...pinForRounds(current, command.lead, policy),
  ];
}

type Said = Omit<Outcome, 'at'>;

/** The customer's own words; what was seen and counted stands beside them, but silence does not. */
function saidByThem({ outcome }: Case, said: Said): Said {
  const { behaviour, savedMinor, lostMinor, currency } = outcome ?? {};
  const seen = behaviour === undefined || behaviour === 'silent' ? {} : { behaviour };
  const money = { savedMinor, lostMinor, currency };
  const known = Object.entries(money).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(known), ...seen, ...said, from: 'customer' };
}

/** What the customer said of this recovery themselves nobody of the staff overwrites; the rest is added to it. */
function saidByStaff(current: Case, said: Said): Said | Refusal {
  const { outcome } = current;
  if (outcome?.from !== 'customer' || !isOfThisRecovery(current)) return { ...said, from: 'staff' };
  if (said.verdict !== outcome.verdict && said.verdict !== 'unknown')
    return { refused: 'verdict_is_customers' };
  const { at: _at, ...theirs } = outcome;
  return {
    ...said,
    verdict: theirs.verdict,
    words: theirs.words,
    from: 'customer',
    publicLink: theirs.publicLink,
  };
}

/** The same again is no news, but after a further recovery it is. */
function isKnown(current: Case, now: Said): boolean {
  if (current.outcome?.from !== 'customer' || now.from !== 'customer') return false;
  if (current.status === 'closed' && !isOfThisRecovery(current)) return false;
  const { at: _at, ...known } = current.outcome;
  const keys = new Set([...Object.keys(known), ...Object.keys(now)]) as Set<keyof Said>;
  return [...keys].every((key) => known[key] === now[key]);
}

function isOfThisRecovery({ outcome, rounds }: Case): boolean {
  const began = rounds.at(-1)?.startedAt;
  return outcome !== undefined && (began === undefined || outcome.at > began);
}
