import fc from 'fast-check';
import { lead, type Move, moves, start } from './any-command.spec-suite.js';
import type { Case } from './case.js';
import { answeredAt } from './counted-answers.js';
import type { CaseEvent } from './case-event.js';
import { decide } from './decide.js';
import { evolve, rebuild } from './evolve.js';
import { policy } from './policy.spec-suite.js';
import { isRefusal } from './refusal.js';
import { heard, roleAtLeast } from './staff.js';

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

/** One move that was allowed: the case before and after it, what happened, and who asked for what. */
interface Step {
  readonly before: Case;
  readonly after: Case;
  readonly events: readonly CaseEvent[];
  readonly move: Move;
}

/** Plays any order of commands and looks at the case after each of them; the history alone gives the same case. */
function play(all: readonly Move[], look: (step: Step) => void): readonly CaseEvent[] {
  const history: CaseEvent[] = [first];
  let before = rebuild('c', history);
  let now = start;
  for (const move of all) {
    const [command, by, minutes] = move;
    now += minutes * 60_000;
    const events = decide(before, command, by, new Date(now), policy);
    if (isRefusal(events)) continue;
    const after = events.reduce((current, event) => evolve(current, event, 'c'), before);
    history.push(...events);
    look({ before, after, events, move });
    before = after;
  }
  expect(rebuild('c', history)).toEqual(before);
  return history;
}

const always = (look: (step: Step) => void): void =>
  fc.assert(
    fc.property(moves, (all) => void play(all, look)),
    { numRuns: 300 },
  );

test('the orders that are played reach what they are to try: closings, reopenings, pins, warnings', () => {
  const seen = new Set<CaseEvent['type']>();
  fc.assert(
    fc.property(moves, (all) => {
      for (const { type } of play(all, () => undefined)) seen.add(type);
    }),
    // The same orders each time: whether they reach everything is no matter of luck.
    { numRuns: 500, seed: 20_261_125 },
  );
  const wanted: readonly CaseEvent['type'][] = [
    'case.closed',
    'case.reopened',
    'case.pinned',
    'case.promise_warned',
    'case.promise_broken',
    'case.step_overdue',
    'case.outcome_asked',
    'case.answer_visible',
  ];
  expect(wanted.filter((type) => !seen.has(type))).toEqual([]);
});

test('no order of commands leaves an open case without an assignee', () => {
  always(({ after }) => expect(['taras', 'olha', lead]).toContain(after.assignee));
});

test('no order of commands resets the customer’s clock, nor that of a round', () => {
  always(({ before, after }) => {
    expect(after.postedAt).toEqual(new Date(start));
    for (const [index, { startedAt }] of before.rounds.entries()) {
      expect(after.rounds[index]?.startedAt).toEqual(startedAt);
    }
  });
});

test('no order of commands closes a case with an open promise, an answer on its way or an offer without an end', () => {
  always(({ before, after }) => {
    if (before.status === 'closed' || after.status === 'open') return;
    expect(after.promises.filter(({ state }) => state === 'open')).toEqual([]);
    expect(after.answers.filter(({ state }) => state === 'queued' || state === 'sent')).toEqual([]);
    expect(after.fixes.filter(({ state }) => state === 'offered' || state === 'accepted')).toEqual([]);
  });
});

test('no order of commands lets an automatic text count as an answer', () => {
  always(({ after }) => {
    const counted = answeredAt(after);
    if (!counted) return;
    const at = after.answers.filter((answer) => answer.visibleAt?.getTime() === counted.getTime());
    expect(at.some((answer) => answer.human && answer.substantive)).toBe(true);
  });
  always(({ events }) => {
    for (const event of events) {
      if (event.type !== 'case.answer_queued' && event.type !== 'case.answer_recorded') continue;
      if (event.human) expect(event.by.kind).toBe('person');
    }
  });
});

test('no order of commands closes money taken without consent but by refund or reasoned refusal', () => {
  always(({ before, after }) => {
    if (before.status === 'closed' || after.status === 'open') return;
    if (!after.signals.includes('unauthorized_charge')) return;
    const refunded = after.fixes.some((fix) => fix.kind === 'refund' && fix.state === 'done');
    const none = after.closedBecause === 'no_complaint' && after.complaintIds.length === 0;
    expect(refunded || none || after.closedBecause === 'refused').toBe(true);
  });
});

test('a promise’s due time never moves, and a settled one stays settled', () => {
  always(({ before, after }) => {
    for (const [index, promise] of before.promises.entries()) {
      const later = after.promises[index];
      expect(later).toMatchObject({ id: promise.id, due: promise.due });
      if (promise.state !== 'open') expect(later?.state).toBe(promise.state);
    }
  });
});

test('the same promise again is a lead’s word, and points to the first one', () => {
  always(({ before, events, move: [, by] }) => {
    for (const event of events) {
      if (event.type !== 'case.promise_made' || event.repeats === undefined) continue;
      const original = before.promises.find(({ id }) => id === event.repeats);
      expect(original?.repeats).toBeUndefined();
      expect(by.kind === 'person' && roleAtLeast(by.role, 'lead')).toBe(true);
    }
  });
});

test('each thing that time brings happens once', () => {
  fc.assert(
    fc.property(moves, (all) => {
      const history = play(all, () => undefined);
      let playbook = 0;
      const brought = history.flatMap((event) => {
        // Corrected, the case follows the steps of another playbook.
        if (event.type === 'case.matter_corrected') playbook += 1;
        if (event.type === 'case.step_overdue') return [`${event.type} ${playbook} ${event.step}`];
        if (event.type === 'case.pinned') return [event.type];
        return [];
      });
      expect(new Set(brought).size).toBe(brought.length);
    }),
    { numRuns: 300 },
  );
});

test('a recovery is asked about once', () => {
  fc.assert(
    fc.property(moves, (all) => {
      let asked = 0;
      const lost = new Set<string>();
      const history = play(all, ({ events }) => {
        for (const event of events) {
          if (event.type === 'case.answer_lost' || event.type === 'case.answer_rejected')
            lost.add(event.answerId);
        }
      });
      for (const event of history) {
        if (event.type === 'case.closed' || event.type === 'case.reopened') asked = 0;
        if (event.type !== 'case.outcome_asked') continue;
        // A question that never arrived was not asked.
        if (event.answerId === undefined || !lost.has(event.answerId)) asked += 1;
        expect(asked).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 300 },
  );
});

test('beyond the budget a case goes to the lead, or on with a lead’s reason', () => {
  always(({ before, after, events, move: [command, by] }) => {
    if (command.type !== 'hand_over' || before.handOffs.length < policy.handOffs.budget) return;
    if (!events.some(({ type }) => type === 'case.handed_over')) return;
    const byLead = by.kind === 'person' && roleAtLeast(by.role, 'lead');
    expect(command.reason.trim()).not.toBe('');
    expect(after.assignee === lead || byLead).toBe(true);
    expect(after.pinned).toBeDefined();
  });
});
