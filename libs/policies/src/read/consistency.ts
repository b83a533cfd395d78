import { nearest } from '@heard/config';
import { failureKinds, type Playbook, type Policy, type Urgency } from '@heard/core';
import { type Place, wrong } from './place.js';
import { eachOnce } from './values.js';

const urgencies: readonly Urgency[] = ['critical', 'high', 'normal', 'low', 'none'];

/** What no part of a policy can tell by itself: whether the parts fit together. */
export function checkConsistency(policy: Policy): void {
  checkCalendar(policy);
  checkLeases(policy);
  eachOnce(
    policy.fixes.map((fix) => fix.key),
    (index) => `fixes[${index}].key`,
  );
  checkCurrencies(policy);
  eachOnce(
    policy.playbooks.map(({ failure }) => failure),
    (index) => `playbooks[${index}].failure`,
  );
  const without = failureKinds.find((kind) => !policy.playbooks.some(({ failure }) => failure === kind));
  if (without !== undefined) {
    throw wrong('playbooks', `there is none for "${without}"`, 'add one: each kind of failure has its own');
  }
  policy.playbooks.forEach((playbook, index) => checkLadder(policy, playbook, `playbooks[${index}]`));
}

function checkCalendar({ calendar }: Policy): void {
  eachOnce(calendar.days, (index) => `calendar.days[${index}]`);
  eachOnce(calendar.holidays, (index) => `calendar.holidays[${index}]`);
  if (calendar.from >= calendar.to) {
    throw wrong(
      'calendar.to',
      `work ends (${calendar.to}) before it begins (${calendar.from})`,
      'write minutes from midnight, such as 1080 for 18:00, later than calendar.from',
      { mistake: 'hours_order' },
    );
  }
}

/** The more urgent never waits longer. */
function checkLeases({ leaseMinutes }: Policy): void {
  urgencies.forEach((urgency, index) => {
    const above = urgencies[index - 1];
    if (above === undefined || leaseMinutes[above] <= leaseMinutes[urgency]) return;
    throw wrong(
      `leaseMinutes.${urgency}`,
      `${leaseMinutes[urgency]} is less than ${above} (${leaseMinutes[above]}) has`,
      'let the more urgent wait no longer than the less urgent',
      { mistake: 'lease_order' },
    );
  });
}

/** Limits of approval have no currency of their own, so that all money of a policy is in one. */
function checkCurrencies({ fixes, money }: Policy): void {
  fixes.forEach(({ cost }, index) => {
    if (!cost || cost.currency === money.currency) return;
    throw wrong(
      `fixes[${index}].cost.currency`,
      `"${cost.currency}" is not the currency of money.currency ("${money.currency}")`,
      'write all amounts in one currency',
      { mistake: 'currency_other', currency: money.currency },
    );
  });
}

function checkLadder(policy: Policy, { failure, ladder, closesWith, steps }: Playbook, place: Place): void {
  const offered = ladder.map((key, index) => {
    const fix = policy.fixes.find((each) => each.key === key);
    if (!fix) {
      const close = nearest(
        key,
        policy.fixes.map((each) => each.key),
      );
      throw wrong(
        `${place}.ladder[${index}]`,
        `the catalogue has no fix "${key}"`,
        `did you mean "${close}"?`,
        { mistake: 'fix_unknown', fix: key.slice(0, 60) },
      );
    }
    if (!fix.failures.includes(failure)) {
      throw wrong(
        `${place}.ladder[${index}]`,
        `the fix "${key}" is not meant for "${failure}"`,
        `add "${failure}" to its failures, or take it off the ladder`,
        { mistake: 'fix_unfit', fix: key },
      );
    }
    return fix.kind;
  });
  if (closesWith.length > 0 && !closesWith.some((kind) => offered.includes(kind))) {
    throw wrong(
      `${place}.closesWith`,
      `no fix of the ladder is a ${closesWith.join(' or ')}, so that no such case could close as fixed`,
      'put one on the ladder',
      { mistake: 'closes_with_none' },
    );
  }
  const refund = steps.findIndex(({ goal }) => goal === 'refund_done');
  if (refund >= 0 && !offered.includes('refund')) {
    throw wrong(
      `${place}.steps[${refund}].goal`,
      'it waits for a refund, and the ladder has none',
      'put one on it',
      { mistake: 'refund_none' },
    );
  }
}
