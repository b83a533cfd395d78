import fc from 'fast-check';
import { answeredAt, type Case } from './case.js';
import type { CaseCommand } from './case-command.js';
import type { CaseEvent } from './case-event.js';
import { decide } from './decide.js';
import { evolve, rebuild } from './evolve.js';
import { fixKinds } from './fix.js';
import { isRefusal } from './refusal.js';
import { type Actor, heard } from './staff.js';

const start = Date.UTC(2026, 10, 20, 10);
const id = fc.constantFrom('1', '2', '3');
const staffId = fc.constantFrom('taras', 'olha', 'iryna');
const text = fc.constantFrom('', ' ', 'Привеземо сьогодні', 'We will call you');
const mentionId = fc.constantFrom('m1', 'm2', 'm3');
const due = fc.option(
  fc.integer({ min: -60, max: 600 }).map((minutes) => new Date(start + minutes * 60_000)),
  { nil: undefined },
);

const command: fc.Arbitrary<CaseCommand> = fc.oneof(
  fc.record({
    type: fc.constant('join' as const),
    mentionId,
    complaint: fc.boolean(),
    urgency: fc.constantFrom('low' as const, 'high' as const, 'critical' as const),
    urgencyReasons: fc.constant([]),
    signals: fc.constantFrom([], ['unauthorized_charge' as const]),
  }),
  fc.record({ type: fc.constant('take' as const), to: staffId, seen: staffId }),
  fc.record({ type: fc.constant('hand_over' as const), to: staffId, toOnDuty: fc.boolean(), reason: text }),
  fc.record({ type: fc.constant('reassign' as const), to: staffId, reason: text }),
  fc.record({ type: fc.constant('answer' as const), answerId: id, mentionId, text }),
  fc.record({
    type: fc.constantFrom('answer_sent' as const, 'answer_seen' as const),
    answerId: id,
    externalId: id,
  }),
  fc.record({
    type: fc.constantFrom('answer_rejected' as const, 'answer_lost' as const),
    answerId: id,
    reason: text,
  }),
  fc.record({
    type: fc.constant('record_answer' as const),
    answerId: id,
    channel: fc.constant('phone' as const),
    text,
    evidence: text,
  }),
  fc.record({ type: fc.constant('promise' as const), promiseId: id, what: text, due }),
  fc.record({ type: fc.constant('keep_promise' as const), promiseId: id, evidence: text }),
  fc.constant({ type: 'tick' as const }),
  fc.record({
    type: fc.constant('offer_fix' as const),
    fixId: id,
    offer: fc.record({ kind: fc.constantFrom(...fixKinds), what: text }),
  }),
  fc.record({ type: fc.constantFrom('accept_fix' as const, 'decline_fix' as const), fixId: id }),
  fc.record({ type: fc.constant('complete_fix' as const), fixId: id, evidence: text }),
  fc.record({ type: fc.constant('withdraw_fix' as const), fixId: id, reason: text }),
  fc.record({ type: fc.constant('refuse' as const), reason: text, evidence: text, appeal: text }),
  fc.record({
    type: fc.constant('close' as const),
    because: fc.constantFrom('fixed' as const, 'refused' as const, 'customer_word' as const),
    words: text,
  }),
  fc.record({ type: fc.constant('reopen' as const), reason: text }),
);

const actor: fc.Arbitrary<Actor> = fc.oneof(
  fc.record({
    kind: fc.constant('person' as const),
    staffId,
    role: fc.constantFrom('manager' as const, 'lead' as const),
  }),
  fc.constant<Actor>({ kind: 'program', keyId: 'crm' }),
  fc.constant<Actor>(heard),
);

const steps = fc.array(fc.tuple(command, actor, fc.integer({ min: 0, max: 90 })), { maxLength: 40 });

const first: CaseEvent = {
  type: 'case.opened',
  mentionId: 'm1',
  postedAt: new Date(start),
  language: 'ru',
  category: 'billing',
  urgency: 'normal',
  urgencyReasons: [],
  signals: [],
  assignee: 'taras',
  because: 'on_duty',
  at: new Date(start),
  by: heard,
};

/** Plays any order of commands and looks at the case after each of them. */
function everyState(
  moves: readonly (readonly [CaseCommand, Actor, number])[],
  look: (before: Case, after: Case) => void,
): CaseEvent[] {
  const history: CaseEvent[] = [first];
  let state = rebuild('c', history);
  let now = start;
  for (const [move, by, minutes] of moves) {
    now += minutes * 60_000;
    const events = decide(state, move, by, new Date(now));
    if (isRefusal(events)) continue;
    const after = events.reduce((current, event) => evolve(current, event, 'c'), state);
    history.push(...events);
    look(state, after);
    state = after;
  }
  expect(rebuild('c', history)).toEqual(state);
  return history;
}

const check = (look: (before: Case, after: Case) => void): void =>
  fc.assert(
    fc.property(steps, (moves) => void everyState(moves, look)),
    { numRuns: 300 },
  );

test('no order of commands leaves an open case without an assignee', () => {
  check((_before, after) => expect(after.assignee).not.toBe(''));
});

test('no order of commands resets the customer’s clock', () => {
  check((_before, after) => expect(after.postedAt).toEqual(new Date(start)));
});

test('no order of commands closes a case with an open promise or an answer on its way', () => {
  check((before, after) => {
    if (before.status === 'closed' || after.status === 'open') return;
    expect(after.promises.filter((promise) => promise.state === 'open')).toEqual([]);
    expect(after.answers.filter((answer) => answer.state === 'queued' || answer.state === 'sent')).toEqual(
      [],
    );
  });
});

test('no order of commands lets an automatic text count as an answer', () => {
  check((_before, after) => {
    const counted = answeredAt(after);
    if (!counted) return;
    expect(
      after.answers.some((answer) => answer.human && answer.visibleAt?.getTime() === counted.getTime()),
    ).toBe(true);
  });
});

test('no order of commands closes money taken without consent but by refund or reasoned refusal', () => {
  check((before, after) => {
    if (
      before.status === 'closed' ||
      after.status === 'open' ||
      !after.signals.includes('unauthorized_charge')
    )
      return;
    const refunded = after.fixes.some((fix) => fix.kind === 'refund' && fix.state === 'done');
    expect(refunded || after.closedBecause === 'refused').toBe(true);
  });
});

test('a broken promise never becomes open or kept again, and its due time never moves', () => {
  check((before, after) => {
    for (const promise of before.promises) {
      const later = after.promises.find((each) => each.id === promise.id);
      expect(later?.due).toEqual(promise.due);
      if (promise.state !== 'open') expect(later?.state).toBe(promise.state);
    }
  });
});
