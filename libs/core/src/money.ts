import { chanceOfLeaving } from './flags.js';
import type { CaseMeasures } from './measures.js';
import type { MoneyPolicy } from './policy.js';

/** An amount that is only known from and to, in the smallest unit. */
export interface MoneyRange {
  readonly fromMinor: number;
  readonly toMinor: number;
}

/** What became of a contact, or what may. */
export type MoneyFate = 'at_risk' | 'lost' | 'saved' | 'undecided';

/** What a case is worth, and which way it went. */
export interface CaseMoney extends MoneyRange {
  readonly fate: MoneyFate;
  readonly currency: string;
}

/** After so many days without an answer that counts the contact is taken for lost; an answer after that brings it back. */
export const lostAfterSilentDays = 14;

const dayMs = 24 * 60 * 60 * 1000;

/** What shows that a customer stays. */
const stays: ReadonlySet<string> = new Set(['praise', 'came_back', 'rating_up']);

/**
 * Which way a contact went. Lost: they left; or their verdict is that they were not helped, and the case is closed; or
 * nobody answered for two weeks. Saved: they say that it is put right, or praise, come back, raise the rating. At risk:
 * open and neither. Undecided: closed, and they have not said: counted neither way.
 */
export function fateOf(measures: CaseMeasures, now: Date): MoneyFate {
  const { status, verdict, behaviour, answeredAt, postedAt, closedAt } = measures;
  if (behaviour === 'left') return 'lost';
  if (status === 'closed' && verdict === 'not_recovered') return 'lost';
  const until = closedAt ?? now;
  const silentMs = until.getTime() - postedAt.getTime();
  if (status === 'open') {
    return !answeredAt && silentMs >= lostAfterSilentDays * dayMs ? 'lost' : 'at_risk';
  }
  if (verdict === 'recovered' || (behaviour !== undefined && stays.has(behaviour))) return 'saved';
  return 'undecided';
}

/**
 * What a contact is worth, and which way it went: at risk and saved, the value times the chance of leaving at its worst
 * (what would have been lost in the long run); lost, the whole value. An amount that somebody wrote down with the
 * outcome stands instead of the reckoning.
 */
export function moneyOf(measures: CaseMeasures, money: MoneyPolicy, now: Date): CaseMoney {
  const fate = fateOf(measures, now);
  const { savedMinor, lostMinor, currency = money.currency } = measures;
  const known = fate === 'lost' ? lostMinor : fate === 'saved' ? savedMinor : undefined;
  if (known !== undefined) return { fate, currency, fromMinor: known, toMinor: known };
  const share = fate === 'lost' ? 1 : fate === 'undecided' ? 0 : chanceOfLeaving(measures, money);
  const { valueFromMinor, valueToMinor } = money;
  return {
    fate,
    currency: money.currency,
    fromMinor: Math.round(valueFromMinor * share),
    toMinor: Math.round(valueToMinor * share),
  };
}

/** The middle of a range, for comparing one with another. */
export function middleOf({ fromMinor, toMinor }: MoneyRange): number {
  return Math.round((fromMinor + toMinor) / 2);
}

/** What the fixes that were done cost, in one currency. */
export function costOf({ fixes }: CaseMeasures, currency: string): number {
  return fixes.reduce(
    (sum, { state, cost }) =>
      state === 'done' && cost?.currency === currency ? sum + cost.amountMinor : sum,
    0,
  );
}

/** True where the recovery worked: the customer says so, or shows it. */
export function isRecovered({ verdict, behaviour }: CaseMeasures): boolean {
  if (behaviour === 'left' || behaviour === 'new_complaint') return false;
  return verdict === 'recovered' || (behaviour !== undefined && stays.has(behaviour));
}
