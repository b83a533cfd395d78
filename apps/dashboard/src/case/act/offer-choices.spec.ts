import { policy } from '../../policy/policy.fixture.js';
import { chosenKey, kindOf, listed, offeredFor, own } from './offer-choices.js';

const gift = {
  ...policy.fixes[0],
  key: 'gift',
  kind: 'compensation' as const,
  failures: ['rude_staff' as const],
  title: { ru: 'Подарок', uk: 'Подарунок', en: 'Gift' },
  approval: [],
};
const wide = {
  ...policy,
  fixes: [...policy.fixes, gift],
  playbooks: policy.playbooks.map((each) => ({ ...each, ladder: ['full_refund'] })),
};

test.each([
  ['not_delivered', ['full_refund'], ['apology_by_name'], ['gift']],
  ['rude_staff', ['full_refund'], ['apology_by_name', 'gift'], []],
] as const)(
  'for %s the ladder stands first, then what fits, then the rest',
  (failure, ladder, fitting, others) => {
    const offered = offeredFor(failure, wide);
    expect({
      ladder: offered.ladder.map(({ key }) => key),
      fitting: offered.fitting.map(({ key }) => key),
      others: offered.others.map(({ key }) => key),
    }).toEqual({ ladder, fitting, others });
  },
);

test('what is chosen has its kind by the catalogue, or by itself', () => {
  expect(kindOf(listed('gift'), wide)).toBe('compensation');
  expect(kindOf(listed('gone'), wide)).toBeUndefined();
  expect(kindOf(own('refund'), undefined)).toBe('refund');
  expect([chosenKey(listed('gift')), chosenKey(own('refund'))]).toEqual(['gift', undefined]);
});
