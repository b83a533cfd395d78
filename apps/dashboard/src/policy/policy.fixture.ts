import { failureKinds, type Policy, usualCalendar } from '@heard/core';

const three = (text: string) => ({ ru: text, uk: text, en: text });

/** A policy for the tests of this page. */
export const policy: Policy = {
  calendar: usualCalendar,
  promises: { warnAtShare: 0.2, lateDraft: three('{promise} {due}') },
  leaseMinutes: { critical: 10, high: 30, normal: 240, low: 480, none: 1_440 },
  handOffs: { budget: 2 },
  rounds: { limit: 3 },
  substance: { sameAsOthers: 0.9, recentDays: 14 },
  outcome: { askAfterHours: 24, linkDays: 14, question: three('{link}') },
  report: { linkDays: 60 },
  incidents: { cases: 3, withinHours: 6 },
  suggestFrom: 8,
  money: {
    currency: 'UAH',
    valueFromMinor: 4_500_00,
    valueToMinor: 7_000_00,
    chanceOfLeaving: { critical: 0.6, high: 0.4, normal: 0.2, low: 0.1, none: 0 },
    chanceWhenThreatened: 0.7,
  },
  fixes: [
    {
      key: 'apology_by_name',
      kind: 'apology',
      title: { ru: 'Извинение по имени', uk: 'Вибачення на ім’я', en: 'Apology by name' },
      failures: failureKinds,
      approval: [
        { role: 'manager', upToMinor: 500_00 },
        { role: 'lead', upToMinor: 3_000_00 },
      ],
    },
    {
      key: 'full_refund',
      kind: 'refund',
      title: { ru: 'Возврат', uk: 'Повернення', en: 'Refund' },
      failures: failureKinds,
      approval: [{ role: 'manager', upToMinor: 500_00 }],
    },
  ],
  playbooks: failureKinds.map((failure) => ({
    failure,
    title: three(failure),
    steps: [],
    ladder: ['apology_by_name', 'full_refund'],
    closesWith: [],
  })),
};
