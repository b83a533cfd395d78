import type { Mistake } from '@heard/policies';
import { policy as en } from '../../apps/dashboard/src/i18n/en/policy.js';
import { policy as ru } from '../../apps/dashboard/src/i18n/ru/policy.js';
import { policy as uk } from '../../apps/dashboard/src/i18n/uk/policy.js';

/** Complete because it would not compile otherwise; the first two are told in the words of the service. */
const mistakes: Readonly<Record<Exclude<Mistake['mistake'], 'malformed' | 'missing'>, true>> = {
  text_missing: true,
  text_long: true,
  placeholder_unknown: true,
  placeholder_missing: true,
  brace_alone: true,
  too_few: true,
  too_many: true,
  number: true,
  share: true,
  key: true,
  date: true,
  twice: true,
  hours_order: true,
  lease_order: true,
  approval_order: true,
  approval_low: true,
  currency_other: true,
  value_order: true,
  fix_unknown: true,
  fix_unfit: true,
  closes_with_none: true,
  refund_none: true,
  step_order: true,
};

test.each([
  ['ru', ru.mistake],
  ['uk', uk.mistake],
  ['en', en.mistake],
])('in %s the page has words for every mistake that a form can make', (_language, texts) => {
  expect(Object.keys(texts).toSorted()).toEqual([...Object.keys(mistakes), 'amount'].toSorted());
});
