import type { Assessment, Urgency } from './assessment.js';
import { moreUrgent } from './assessment.js';
import type { Case } from './case.js';
import { counts } from './counted-answers.js';
import type { MissedContact } from './mention.js';
import type { PlaybookStep, StepGoal } from './policy.js';

/** As many digits at the end tell one number from another; what stands before them is written or left out. */
const tellingDigits = 9;
/** Fewer digits are no number that anybody outside the house could call. */
const fewestDigits = 5;

/** Who called: the same for one number however it is written; undefined for a hidden one. */
export function callerOf(phone: string): string | undefined {
  const digits = phone.replaceAll(/\D/gu, '');
  return digits.length < fewestDigits ? undefined : `tel:${digits.slice(-tellingDigits)}`;
}

/** From so many tries on somebody is in need of us, not just calling by the way. */
const urgentTries = 3;

/** How urgent calls in vain are, by how often they were tried. */
export function urgencyOfTries(tries: number): Urgency {
  return tries >= urgentTries ? 'high' : 'normal';
}

/**
 * What a call in vain says, beside the words that may have come with it: a complaint that nobody answered, to be
 * answered by telephone and nowhere else.
 */
export function assessmentOfMissed(read: Assessment, { phone, tries }: MissedContact): Assessment {
  const urgency = moreUrgent(urgencyOfTries(tries), read.intent === 'complaint' ? read.urgency : 'none');
  const signalled = read.signals.some(({ code }) => code === 'no_answer');
  const place = { start: 0, end: 0 };
  return {
    ...read,
    sentiment: 'negative',
    pNegative: Math.max(read.pNegative, 0.9),
    intent: 'complaint',
    urgency,
    urgencyReasons: [...new Set([...read.urgencyReasons, 'no_answer' as const, ...repeated(tries)])],
    category: read.category === 'other' ? 'support' : read.category,
    signals: signalled ? read.signals : [...read.signals, { code: 'no_answer', ...place }],
    notes: [
      ...(read.notes ?? []).filter(({ code }) => code !== 'channel_asked'),
      { code: 'channel_asked', ...place, channel: 'phone', contact: phone },
    ],
  };
}

const repeated = (tries: number): 'repeat_contact'[] => (tries >= urgentTries ? ['repeat_contact'] : []);

/** How often they called in vain, in the whole case. */
export function triesIn(current: Case): number {
  return current.missedContacts.reduce((sum, { tries }) => sum + tries, 0);
}

/** A callback that is owed, or was: for all calls in vain until somebody called. */
export interface Callback {
  /** When they called in vain first: the clock of the callback starts here. */
  readonly since: Date;
  /** When a person had them on the telephone. */
  readonly doneAt?: Date;
}

/** The callbacks of a case, oldest first; only a person's words on the telephone are one. */
export function callbacksOf(current: Case): readonly Callback[] {
  const called = current.answers
    .flatMap((each) =>
      each.channel === 'phone' && counts(current, each) && each.visibleAt ? [each.visibleAt] : [],
    )
    .toSorted((a, b) => a.getTime() - b.getTime());
  const callbacks = new Map<number, Callback>();
  for (const { at } of current.missedContacts.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    const doneAt = called.find((each) => each > at);
    const key = doneAt?.getTime() ?? Infinity;
    if (!callbacks.has(key)) callbacks.set(key, { since: at, ...(doneAt ? { doneAt } : {}) });
  }
  return [...callbacks.values()];
}

/** True when all we know of them is that they called: there is no text to answer, and no other way to reach them. */
export function onlyCalled(current: Case): boolean {
  return current.missedContacts.length > 0 && current.missedContacts.length === current.mentionIds.length;
}

/** What cannot be done for somebody who only called; the callback stands for them. */
const notByPhone: ReadonlySet<StepGoal> = new Set(['public_answer', 'private_follow_up', 'personal_contact']);

/** True for a step that a case of calls in vain has no use for. */
export function isForWritten(current: Case, { goal }: PlaybookStep): boolean {
  return onlyCalled(current) && notByPhone.has(goal);
}

/** The step of a playbook that names no callback of its own. */
export const usualCallback: PlaybookStep = {
  key: 'call_back',
  goal: 'callback',
  withinMinutes: 60,
  clock: 'working',
  hint: {
    ru:
      'Звоните сами, с человека, который может решить. Начните с того, что видите пропущенные звонки и просите ' +
      'прощения. Не дозвонились — скажите сообщением, когда наберёте снова, и наберите.',
    uk:
      'Телефонуйте самі — той, хто може вирішити. Почніть із того, що бачите пропущені дзвінки й перепрошуєте. Не ' +
      'додзвонилися — напишіть, коли наберете знову, і наберіть.',
    en:
      'Call them yourself, somebody who can settle it. Begin with the calls you missed and that you are sorry. No ' +
      'reply? Leave word when you will try again, and do.',
  },
};
