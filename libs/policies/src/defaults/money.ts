import type { MoneyPolicy } from '@heard/core';

/** A careful guess, until the director says what a customer is worth: 4 500 to 7 000 UAH a contact. */
export const defaultMoney: MoneyPolicy = {
  currency: 'UAH',
  valueFromMinor: 450_000,
  valueToMinor: 700_000,
  chanceOfLeaving: { critical: 0.6, high: 0.45, normal: 0.3, low: 0.15, none: 0.05 },
  chanceWhenThreatened: 0.8,
};
