import type { CaseCommand } from './case-command.js';
import type { Case } from './case.js';
import { decide } from './decide.js';
import { evolve, rebuild } from './evolve.js';
import { customersTime, measuresOf, reachBandOf, waitOf } from './measures.js';
import { policy, present, unheld } from './policy.spec-suite.js';
import { isRefusal } from './refusal.js';
import { type Actor, heard } from './staff.js';

const on = (time: string): Date => new Date(`2026-11-20T${time}:00Z`);
const taras: Actor = { kind: 'person', staffId: 'taras', role: 'manager' };
const oksana: Actor = { kind: 'person', staffId: 'oksana', role: 'lead' };

const opened = rebuild('c1', [
  {
    type: 'case.opened',
    mentionId: 'm1',
    postedAt: on('09:00'),
    language: 'uk',
    category: 'delivery',
    urgency: 'high',
    urgencyReasons: [],
    signals: [],
    assignee: 'taras',
    because: 'on_duty',
    reach: 40,
    sourceId: 's1',
    at: on('09:30'),
    by: heard,
  },
]);

function play(...steps: readonly (readonly [CaseCommand, Actor, string])[]): Case {
  return steps.reduce((state, [command, by, time]) => {
    const events = decide(state, command, by, on(time), policy);
    if (isRefusal(events)) throw new Error(`${command.type}: ${events.refused}`);
    return events.reduce((current, event) => evolve(current, event, current.id), state);
  }, opened);
}

const answer: CaseCommand = {
  type: 'answer',
  answerId: 'a1',
  mentionId: 'm1',
  text: 'Привеземо',
  checked: unheld,
};
const visible: CaseCommand = { type: 'answer_seen', answerId: 'a1', externalId: 'x' };
const waited = (state: Case, clock: 'answered' | 'fixed' | 'assigned' = 'answered') =>
  waitOf(measuresOf(state), clock, on('20:00'), customersTime);
const hours = (time: number) => time * 3_600_000;

describe('the clock until the answer', () => {
  it('runs from the posting, not from the opening or the assignment', () => {
    expect(waited(play([answer, taras, '10:00'], [visible, heard, '11:00']))).toEqual({
      time: hours(2),
      happened: true,
    });
    expect(waited(opened, 'assigned')).toEqual({ time: hours(0.5), happened: true });
  });

  it('runs on while nobody answered, through hand-overs and promises said again', () => {
    const handed = play(
      [{ type: 'hand_over', to: 'olha', toOnDuty: true, reason: 'Склад', lead: 'oksana' }, taras, '10:00'],
      [{ type: 'reassign', to: 'oksana', reason: 'no_reaction' }, heard, '11:00'],
      [{ type: 'promise', promiseId: 'p1', what: 'Подзвоню', due: on('12:00') }, oksana, '11:10'],
    );
    expect(waited(handed)).toEqual({ time: hours(11), happened: false });
    expect(measuresOf(handed)).toMatchObject({ handOffs: 2, closedAt: undefined, assignedAt: on('09:30') });
  });

  it.each<[string, readonly (readonly [CaseCommand, Actor, string])[]]>([
    [
      'a robot',
      [
        [answer, heard, '10:00'],
        [visible, heard, '10:01'],
      ],
    ],
    ['what was not seen to be delivered', [[answer, taras, '10:00']]],
    [
      'what the platform rejected',
      [
        [answer, taras, '10:00'],
        [{ type: 'answer_rejected', answerId: 'a1', reason: 'spam' }, heard, '10:01'],
      ],
    ],
    [
      'an answer elsewhere than where they asked for it',
      [
        [{ type: 'ask_channel', asked: { channel: 'phone' } }, taras, '09:40'],
        [answer, taras, '10:00'],
        [visible, heard, '10:01'],
      ],
    ],
  ])('is not stopped by %s', (_what, steps) => {
    expect(waited(play(...steps))).toEqual({ time: hours(11), happened: false });
  });

  it('never ends for a case that is closed without an answer', () => {
    const closed = play(
      [{ type: 'say_no_offer', reason: 'Сама знайшла' }, taras, '10:00'],
      [{ type: 'close', because: 'customer_word', words: 'Вже не треба' }, taras, '10:05'],
    );
    expect(waited(closed)).toEqual({ time: Infinity, happened: false });
  });
});

test('promises are counted with who made them and how they ended', () => {
  const broken = play(
    [{ type: 'promise', promiseId: 'p1', what: 'Подзвоню', due: on('12:00') }, taras, '10:00'],
    [{ type: 'tick', facts: { ...present, lead: 'oksana' } }, heard, '12:01'],
    [
      { type: 'promise', promiseId: 'p2', what: 'Подзвоню', due: on('15:00'), repeats: 'p1' },
      oksana,
      '12:30',
    ],
    [{ type: 'keep_promise', promiseId: 'p2', evidence: 'Дзвінок 14:00' }, oksana, '14:00'],
  );
  const { promises, brokenPromises } = measuresOf(broken);
  expect(brokenPromises).toBe(1);
  expect(promises).toEqual([
    {
      state: 'broken',
      again: false,
      madeBy: 'taras',
      madeAt: on('10:00'),
      due: on('12:00'),
      settledAt: on('12:01'),
    },
    {
      state: 'kept',
      again: true,
      madeBy: 'oksana',
      madeAt: on('12:30'),
      due: on('15:00'),
      settledAt: on('14:00'),
    },
  ]);
});

test('the first fix that was done stops the clock, whatever was offered first', () => {
  const fixed = play(
    [{ type: 'offer_fix', fixId: 'f1', offer: { kind: 'apology', what: 'Вибачте' } }, taras, '10:00'],
    [{ type: 'offer_fix', fixId: 'f2', offer: { kind: 'redelivery', what: 'Привезти' } }, taras, '10:10'],
    [{ type: 'complete_fix', fixId: 'f2', evidence: 'Фото' }, taras, '12:00'],
    [{ type: 'complete_fix', fixId: 'f1', evidence: 'Лист' }, taras, '13:00'],
  );
  expect(measuresOf(fixed)).toMatchObject({ firstOfferAt: on('10:00'), fixedAt: on('12:00'), reach: 40 });
});

test.each([
  [undefined, 'unknown'],
  [0, 'under_100'],
  [99, 'under_100'],
  [100, 'under_1000'],
  [9_999, 'under_10000'],
  [10_000, 'from_10000'],
])('a reach of %s is %s', (reach, band) => {
  expect(reachBandOf(reach)).toBe(band);
});
