import type { Checked, TickFacts } from './case-command.js';
import type { FailureKind } from './failure.js';
import { failureKinds } from './failure.js';
import type { Playbook, PlaybookStep, Policy } from './policy.js';
import { usualCalendar } from './working-calendar.js';

const hint = { ru: 'Назовите срок', uk: 'Назвіть строк', en: 'Name the time' };

const step = (key: string, goal: PlaybookStep['goal'], withinMinutes: number): PlaybookStep => ({
  key,
  goal,
  withinMinutes,
  clock: 'customer',
  hint,
});

function playbook(failure: FailureKind): Playbook {
  return {
    failure,
    title: { ru: failure, uk: failure, en: failure },
    steps: [step('answer', 'public_answer', 60), step('offer', 'offer', 240), step('fix', 'fix_done', 2_880)],
    ladder: ['redelivery'],
    closesWith: failure === 'charged_without_consent' ? ['refund'] : [],
  };
}

/** A policy for tests, small enough to know by heart. */
export const policy: Policy = {
  calendar: usualCalendar,
  promises: { warnAtShare: 0.2, lateDraft: { ru: '{promise}', uk: '{promise}', en: '{promise}' } },
  leaseMinutes: { critical: 10, high: 30, normal: 240, low: 480, none: 1_440 },
  handOffs: { budget: 2 },
  rounds: { limit: 3 },
  substance: { sameAsOthers: 0.9, recentDays: 14 },
  outcome: { askAfterHours: 24, linkDays: 14, question: { ru: '{link}', uk: '{link}', en: '{link}' } },
  report: { linkDays: 60 },
  incidents: { cases: 3, withinHours: 6 },
  suggestFrom: 8,
  money: {
    currency: 'UAH',
    valueFromMinor: 90_00,
    valueToMinor: 140_00,
    chanceOfLeaving: { critical: 0.6, high: 0.4, normal: 0.2, low: 0.1, none: 0 },
    chanceWhenThreatened: 0.7,
  },
  fixes: [
    {
      key: 'redelivery',
      kind: 'redelivery',
      title: { ru: 'Привезти', uk: 'Привезти', en: 'Bring it' },
      failures: ['not_delivered', 'defective_product'],
      cost: { amountMinor: 120_00, currency: 'UAH' },
      approval: [
        { role: 'manager', upToMinor: 500_00 },
        { role: 'lead', upToMinor: 3_000_00 },
        { role: 'director', upToMinor: 20_000_00 },
      ],
    },
    {
      key: 'refund',
      kind: 'refund',
      title: { ru: 'Вернуть деньги', uk: 'Повернути гроші', en: 'Give the money back' },
      failures: [...failureKinds],
      approval: [],
    },
  ],
  playbooks: failureKinds.map(playbook),
};

/** Nothing found in a text, nothing held against it. */
export const unheld: Checked = {
  found: [],
  confirmed: [],
  substance: { held: false, reasons: [], points: [] },
};

/** A tick while the assignee is there. */
export const present: TickFacts = { timeZone: 'Europe/Kyiv', assigneePresent: true, lead: 'iryna' };
