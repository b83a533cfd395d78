import type { Cost, MoneyPolicy, Urgency } from '@heard/core';
import { type Read, wrong } from './place.js';
import { currency, object, share, whole } from './values.js';

const mostMinor = 1_000_000_000_000;

/** An amount in the smallest unit. */
export const minor: Read<number> = (value, place) => {
  if (typeof value === 'number' && !Number.isInteger(value)) {
    throw wrong(
      place,
      `${value} is not whole`,
      'write the amount in the smallest unit of the currency, such as 50000 for 500.00',
      { mistake: 'number', from: '0', to: `${mostMinor}` },
    );
  }
  return whole(0, mostMinor, 'smallest unit of the currency')(value, place);
};

/** A cost. */
export const cost: Read<Cost> = object<Cost>({ amountMinor: minor, currency });

/** One value for each urgency. */
export function byUrgency(each: Read<number>): Read<Record<Urgency, number>> {
  return object<Record<Urgency, number>>({ critical: each, high: each, normal: each, low: each, none: each });
}

const fields = object<MoneyPolicy>({
  currency,
  valueFromMinor: minor,
  valueToMinor: minor,
  chanceOfLeaving: byUrgency(share('with ends')),
  chanceWhenThreatened: share('with ends'),
});

/** What a lost customer costs. */
export const readMoney: Read<MoneyPolicy> = (value, place) => {
  const money = fields(value, place);
  if (money.valueFromMinor > money.valueToMinor) {
    throw wrong(
      `${place}.valueToMinor`,
      `${money.valueToMinor} is less than valueFromMinor (${money.valueFromMinor})`,
      'write the lower value first',
      { mistake: 'value_order' },
    );
  }
  return money;
};
