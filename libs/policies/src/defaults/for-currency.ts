import type { CatalogueFix, Policy } from '@heard/core';

/**
 * About so many units of a currency make 1 euro. No exchange rates: a start that a manager sees at once to be of the
 * right size, and corrects.
 */
const toEuro: Readonly<Record<string, number>> = {
  AED: 4,
  AMD: 450,
  AUD: 1.7,
  AZN: 1.9,
  BGN: 2,
  BYN: 3.5,
  CAD: 1.6,
  CHF: 1,
  CZK: 25,
  DKK: 7.5,
  EUR: 1,
  GBP: 0.9,
  GEL: 3,
  HUF: 400,
  ILS: 4,
  JPY: 160,
  KGS: 100,
  KZT: 550,
  MDL: 20,
  NOK: 11,
  PLN: 4.3,
  RON: 5,
  RSD: 117,
  RUB: 100,
  SEK: 11,
  TJS: 11,
  TRY: 45,
  UAH: 50,
  USD: 1.1,
  UZS: 14_000,
};

/**
 * The same policy with all amounts in another currency, of about the same worth and rounded to two digits. A currency
 * that is not known is taken to be worth a euro: limits then come out too small rather than too large.
 */
export function forCurrency(policy: Policy, currency: string): Policy {
  const { money } = policy;
  if (money.currency === currency) return policy;
  const convert = converter(money.currency, currency);
  return {
    ...policy,
    money: {
      ...money,
      currency,
      valueFromMinor: convert(money.valueFromMinor),
      valueToMinor: convert(money.valueToMinor),
    },
    fixes: policy.fixes.map((fix) => inCurrency(fix, currency, convert)),
  };
}

function inCurrency(fix: CatalogueFix, currency: string, convert: (minor: number) => number): CatalogueFix {
  return {
    ...fix,
    ...(fix.cost && { cost: { amountMinor: convert(fix.cost.amountMinor), currency } }),
    approval: fix.approval.map(({ role, upToMinor }) => ({ role, upToMinor: convert(upToMinor) })),
  };
}

function converter(from: string, to: string): (minor: number) => number {
  const rate = (toEuro[to] ?? 1) / (toEuro[from] ?? 1);
  const perMinor = 10 ** (minorDigits(to) - minorDigits(from));
  return (minor) => Math.round(twoDigits(minor * rate * perMinor));
}

/** Decimal places of a currency: 2 for UAH, 0 for JPY. */
function minorDigits(currency: string): number {
  const { maximumFractionDigits } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions();
  return maximumFractionDigits ?? 2;
}

function twoDigits(amount: number): number {
  return Number(amount.toPrecision(2));
}
