import { changedSections, defaultPolicy, forCurrency } from './index.js';

it('nothing changed between a policy and its copy, whatever the order of its fields', () => {
  const turned = Object.fromEntries(
    Object.entries(defaultPolicy).toReversed(),
  ) as unknown as typeof defaultPolicy;
  expect(changedSections(defaultPolicy, turned)).toEqual([]);
  const { from, to, days, holidays } = defaultPolicy.calendar;
  const calendar = { holidays, to, from, days };
  expect(changedSections(defaultPolicy, { ...defaultPolicy, calendar })).toEqual([]);
});

it('names each section that differs, once', () => {
  expect(
    changedSections(defaultPolicy, { ...defaultPolicy, handOffs: { budget: 3 }, suggestFrom: 9 }),
  ).toEqual(['handOffs', 'suggestFrom']);
  expect(changedSections(defaultPolicy, forCurrency(defaultPolicy, 'EUR'))).toEqual(['fixes', 'money']);
});

it('the order of a list counts: the first fix of a ladder is the first to offer', () => {
  const playbooks = defaultPolicy.playbooks.map((each) => ({ ...each, ladder: each.ladder.toReversed() }));
  expect(changedSections(defaultPolicy, { ...defaultPolicy, playbooks })).toEqual(['playbooks']);
});
