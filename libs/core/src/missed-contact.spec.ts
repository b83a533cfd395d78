import type { Assessment } from './assessment.js';
import type { Case } from './case.js';
import type { CaseCommand } from './case-command.js';
import { decide } from './decide.js';
import { evolve, rebuild } from './evolve.js';
import { assessmentOfMissed, callbacksOf, callerOf, urgencyOfTries } from './missed-contact.js';
import { stepsOf } from './playbook-steps.js';
import { policy, present, unheld } from './policy.spec-suite.js';
import { isRefusal } from './refusal.js';
import { type Actor, heard } from './staff.js';

const taras: Actor = { kind: 'person', staffId: 'taras', role: 'manager' };
/** A Tuesday, 10:00 in Kyiv. */
const start = Date.UTC(2026, 10, 24, 8);
const at = (minutes: number): Date => new Date(start + minutes * 60_000);

const called: Case = rebuild('c', [
  {
    type: 'case.opened',
    mentionId: 'm1',
    postedAt: at(0),
    language: 'other',
    category: 'support',
    urgency: 'high',
    urgencyReasons: ['no_answer'],
    signals: ['no_answer'],
    failure: 'no_answer',
    asked: { channel: 'phone', contact: '+380 44 555 01 01' },
    missed: { tries: 3, called: 'Липова' },
    assignee: 'taras',
    because: 'on_duty',
    at: at(5),
    by: heard,
  },
]);

function after(state: Case, command: CaseCommand, by: Actor, minute: number): Case {
  const events = decide(state, command, by, at(minute), policy);
  if (isRefusal(events)) throw new Error(events.refused);
  return events.reduce((current, event) => evolve(current, event, 'c'), state);
}

const callAgain = (mentionId: string, minute: number): CaseCommand => ({
  type: 'join',
  mentionId,
  complaint: true,
  urgency: 'normal',
  urgencyReasons: ['no_answer'],
  signals: ['no_answer'],
  postedAt: at(minute),
  notes: [{ code: 'channel_asked', start: 0, end: 0, channel: 'phone', contact: '0445550101' }],
  missed: { tries: 1 },
});

const answer = (channel: 'phone' | 'email' | 'private', id = 'a1'): CaseCommand => ({
  type: 'record_answer',
  answerId: id,
  channel,
  text: 'Перезвонил, привезём в четверг',
  evidence: '10:40, 4 минуты',
  delivered: true,
  checked: unheld,
});

const callbacks = (state: Case, minute: number) =>
  stepsOf(state, policy, 'Europe/Kyiv', at(minute))
    .filter(({ step }) => step.goal === 'callback')
    .map(({ step, state: stands }) => [step.key, stands]);

test.each([
  ['+380 44 555-01-01', 'tel:445550101'],
  ['044 555 01 01', 'tel:445550101'],
  ['(044) 5550101', 'tel:445550101'],
  ['+44 20 7946 0103', 'tel:079460103'],
  ['12345', 'tel:12345'],
  ['1234', undefined],
  ['hidden', undefined],
  ['', undefined],
])('the caller of %j is %s', (phone, caller) => {
  expect(callerOf(phone)).toBe(caller);
});

test.each([
  [1, 'normal'],
  [2, 'normal'],
  [3, 'high'],
  [9, 'high'],
])('%d tries are %s', (tries, urgency) => {
  expect(urgencyOfTries(tries)).toBe(urgency);
});

test('a call without words is a complaint that nobody answered, to be answered by telephone', () => {
  const silence: Assessment = {
    language: 'other',
    sentiment: 'neutral',
    pNegative: 0.1,
    intent: 'other',
    urgency: 'none',
    urgencyReasons: [],
    category: 'other',
    signals: [],
    model: 'rules-1',
  };
  const missed = { phone: '+380 44 555 01 01', tries: 3 };
  expect(assessmentOfMissed(silence, missed)).toMatchObject({
    intent: 'complaint',
    sentiment: 'negative',
    urgency: 'high',
    urgencyReasons: ['no_answer', 'repeat_contact'],
    category: 'support',
    signals: [{ code: 'no_answer', start: 0, end: 0 }],
    notes: [{ code: 'channel_asked', channel: 'phone', contact: '+380 44 555 01 01' }],
  });
  const hurt: Assessment = { ...silence, intent: 'complaint', urgency: 'critical', category: 'safety' };
  expect(assessmentOfMissed(hurt, missed)).toMatchObject({ urgency: 'critical', category: 'safety' });
});

test('a callback is due, is told of once when it is late, and nothing is asked that a caller cannot get', () => {
  expect(callbacks(called, 59)).toEqual([['call_back', 'waiting']]);
  const goals = stepsOf(called, policy, 'Europe/Kyiv', at(0)).map(({ step }) => step.goal);
  expect(goals).toEqual(['callback', 'offer', 'fix_done']);
  const late = after(called, { type: 'tick', facts: { ...present, lead: 'taras' } }, heard, 60);
  expect(late.overdueSteps).toEqual(['call_back']);
  const again = decide(late, { type: 'tick', facts: { ...present, lead: 'taras' } }, heard, at(61), policy);
  expect(again).toEqual([]);
});

test.each([
  ['a call', 'phone', taras, 'done'],
  ['a letter', 'email', taras, 'waiting'],
  ['a message', 'private', taras, 'waiting'],
  ['a call by a robot', 'phone', { kind: 'program', keyId: 'dialler' } as Actor, 'waiting'],
] as const)('%s leaves the callback %4$s', (_what, channel, by, stands) => {
  expect(callbacks(after(called, answer(channel), by, 40), 50)).toEqual([['call_back', stands]]);
});

test('who calls in vain once more after the callback is owed another, with a clock of its own', () => {
  const spoken = after(called, answer('phone'), taras, 40);
  const again = after(spoken, callAgain('m2', 50), heard, 51);
  expect(callbacksOf(again)).toEqual([{ since: at(0), doneAt: at(40) }, { since: at(50) }]);
  expect(callbacks(again, 109)).toEqual([
    ['call_back', 'done'],
    ['call_back_2', 'waiting'],
  ]);
  expect(callbacks(again, 110).at(-1)).toEqual(['call_back_2', 'overdue']);
});

test('tries of one caller are counted together', () => {
  const once: Case = {
    ...called,
    urgency: 'normal',
    missedContacts: [{ mentionId: 'm1', tries: 1, at: at(0) }],
  };
  const twice = after(once, callAgain('m2', 10), heard, 11);
  expect(twice.urgency).toBe('normal');
  expect(after(twice, callAgain('m3', 12), heard, 13)).toMatchObject({ urgency: 'high', complaints: 3 });
});
