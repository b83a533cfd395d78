import {
  failureKinds,
  fixKinds,
  type InThreeLanguages,
  type Playbook,
  playbookFor,
  type StepGoal,
} from '@heard/core';
import { defaultPolicy } from '../index.js';

const { fixes, playbooks } = defaultPolicy;
const named = playbooks.map((playbook): [string, Playbook] => [playbook.failure, playbook]);

/** Every text of the default policy with where it stands. */
const texts: [string, InThreeLanguages][] = [
  ['late draft', defaultPolicy.promises.lateDraft],
  ['question', defaultPolicy.outcome.question],
  ...fixes.map(({ key, title }): [string, InThreeLanguages] => [key, title]),
  ...playbooks.flatMap(({ failure, title, steps }): [string, InThreeLanguages][] => [
    [failure, title],
    ...steps.map(({ key, hint }): [string, InThreeLanguages] => [`${failure} ${key}`, hint]),
  ]),
];
const minutesOf = (playbook: Playbook, goal: StepGoal): number =>
  playbook.steps.find((step) => step.goal === goal)?.withinMinutes ?? Infinity;

it('has a playbook for each kind of failure and fixes of all eight kinds', () => {
  expect(playbooks.map(({ failure }) => failure)).toEqual(failureKinds);
  expect(new Set(fixes.map(({ kind }) => kind))).toEqual(new Set(fixKinds));
});

describe.each(named)('the playbook of %s', (failure, playbook) => {
  it('has 3 to 6 steps, from the answer to the report', () => {
    expect(playbook.steps.length).toBeGreaterThanOrEqual(3);
    expect(playbook.steps.length).toBeLessThanOrEqual(6);
    const goals = playbook.steps.map(({ goal }) => goal);
    expect(goals[0]).toBe('public_answer');
    expect(goals).toEqual(expect.arrayContaining(['public_answer', 'offer', 'report_sent']));
    expect(goals.includes('fix_done') || goals.includes('refund_done')).toBe(true);
  });

  it('answers by the clock of the customer, within the hour', () => {
    const [answer] = playbook.steps;
    expect(answer?.clock).toBe('customer');
    expect(answer?.withinMinutes).toBeLessThanOrEqual(60);
    expect(minutesOf(playbook, 'offer')).toBeGreaterThan(answer?.withinMinutes ?? 0);
  });

  it('leads over fixes that are meant for it', () => {
    for (const key of playbook.ladder) {
      expect(fixes.find((fix) => fix.key === key)?.failures).toContain(failure);
    }
  });
});

it('answers what endangers people sooner than anything else', () => {
  const sooner = ['unsafe_product', 'data_leak'];
  for (const playbook of playbooks) {
    const most = sooner.includes(playbook.failure) ? 15 : 60;
    expect(minutesOf(playbook, 'public_answer')).toBeLessThanOrEqual(most);
    if (!sooner.includes(playbook.failure)) expect(minutesOf(playbook, 'public_answer')).toBeGreaterThan(15);
  }
});

it('closes a charge without consent with a refund alone', () => {
  expect(playbookFor(defaultPolicy, 'charged_without_consent').closesWith).toEqual(['refund']);
});

it('has a limit for whatever may be given away, at most 500 UAH for a manager', () => {
  for (const { approval } of fixes) {
    expect(approval.find(({ role }) => role === 'manager')?.upToMinor).toBeLessThanOrEqual(50_000);
  }
});

it('offers no gift to whom we endangered, exposed or owe money', () => {
  const grave = ['unsafe_product', 'data_leak', 'charged_without_consent', 'refund_refused'];
  for (const fix of fixes.filter(({ kind }) => kind === 'compensation')) {
    expect(fix.failures.filter((failure) => grave.includes(failure))).toEqual([]);
  }
});

describe.each(texts)('the text of %s', (_where, { ru, uk, en }) => {
  const words = (text: string): string[] => text.replaceAll(/\{[a-z]+\}/gu, '').match(/[\p{L}’]+/gu) ?? [];

  it('is written in three languages, each in its own letters', () => {
    for (const text of [ru, uk, en]) expect(text.trim()).toBe(text);
    expect(words(ru).filter((word) => !/^[а-яё]+$/iu.test(word))).toEqual([]);
    expect(words(uk).filter((word) => !/^[а-щьюяєіїґ’]+$/iu.test(word))).toEqual([]);
    expect(words(en).filter((word) => !/^[a-z’]+$/iu.test(word))).toEqual([]);
    expect(new Set([ru, uk, en]).size).toBe(3);
  });

  it('is no courtesy formula', () => {
    const formula =
      /приносим (?:свои )?извинения|за доставленные неудобства|ваше мнение важно|просимо вибачення за|за завдані незручності|ваша думка важлива|sorry for (?:the|any) inconvenience|apologi[sz]e for|your (?:feedback|opinion) (?:is|matters)|value your/iu;
    for (const text of [ru, uk, en]) expect(text).not.toMatch(formula);
  });

  it('has doubled no space and left no sentence open', () => {
    for (const text of [ru, uk, en]) {
      expect(text).not.toMatch(/ {2}| [,.;:?!]/u);
      expect(text.split('«').length).toBe(text.split('»').length);
      expect(text.split('“').length).toBe(text.split('”').length);
    }
  });
});

it('says nothing twice: each hint stands once', () => {
  for (const language of ['ru', 'uk', 'en'] as const) {
    const hints = playbooks.flatMap(({ steps }) => steps.map(({ hint }) => hint[language]));
    expect(new Set(hints).size).toBe(hints.length);
  }
});
