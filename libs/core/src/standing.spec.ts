import { agendaOf } from './agenda.js';
import type { Case } from './case.js';
import { bothClocks, roundClocks, timeLostBy } from './case-clocks.js';
import type { CaseFact } from './case-event.js';
import { missingToClose } from './decide-close.js';
import { rebuild } from './evolve.js';
import { policy } from './policy.spec-suite.js';
import { type Actor, heard } from './staff.js';

/** 20 November 2026 is a Friday; the wall in Kyiv is two hours ahead. */
const at = (time: string, day = 20): Date => new Date(`2026-11-${day}T${time}:00Z`);
const taras: Actor = { kind: 'person', staffId: 'taras', role: 'manager' };

function caseOf(...facts: readonly (readonly [CaseFact, Date, Actor?])[]): Case {
  const opened: CaseFact = {
    type: 'case.opened',
    mentionId: 'm1',
    postedAt: at('14:00'),
    language: 'uk',
    category: 'delivery',
    urgency: 'normal',
    urgencyReasons: [],
    signals: [],
    assignee: 'taras',
    because: 'on_duty',
  };
  const events = facts.map(([fact, when, by = heard]) => ({ ...fact, at: when, by }));
  return rebuild('c1', [{ ...opened, at: at('14:02'), by: heard }, ...events]);
}

const answered = (id: string): CaseFact => ({
  type: 'case.answer_recorded',
  answerId: id,
  channel: 'phone',
  text: 'Привеземо',
  evidence: 'Розмова',
  human: true,
});

test('the customer’s clock runs over the weekend, ours stands still', () => {
  const state = caseOf([answered('a'), at('08:00', 23), taras]);
  const { marks, ...whole } = bothClocks(state, policy, 'Europe/Kyiv', at('08:00', 23));
  expect(whole).toEqual({ customerMs: 66 * 3_600_000, workingMs: 3 * 3_600_000 });
  expect(marks.find(({ mark }) => mark === 'answered')).toMatchObject({ at: at('08:00', 23) });
  expect(marks.find(({ mark }) => mark === 'seen')).not.toHaveProperty('at');
});

test('each round has its own clock, stopped by an answer in it alone', () => {
  const state = caseOf(
    [answered('a'), at('15:00'), taras],
    [{ type: 'case.round_begun', because: 'complained_again', startedAt: at('18:00') }, at('18:01')],
  );
  expect(roundClocks(state, at('19:00'))).toMatchObject([
    { answeredAt: at('15:00'), endedAt: at('18:00'), waitMs: 4 * 3_600_000 },
    { because: 'complained_again', waitMs: 3_600_000 },
  ]);
  expect(roundClocks(state, at('19:00'))[1]).not.toHaveProperty('answeredAt');
});

test('a hand-off costs until somebody acts, or loses the case again', () => {
  const over = (from: string, to: string): CaseFact => ({ type: 'case.handed_over', from, to, reason: 'x' });
  const state = caseOf(
    [over('taras', 'olha'), at('15:00'), taras],
    [over('olha', 'iryna'), at('15:30')],
    [answered('a'), at('16:30'), { kind: 'person', staffId: 'iryna', role: 'lead' }],
  );
  expect(timeLostBy(state, at('20:00'))).toEqual([30 * 60_000, 60 * 60_000]);
});

test('what comes next is in the order of its time, and a closed case has nothing before it', () => {
  const state = caseOf([
    { type: 'case.promise_made', promiseId: 'p', what: 'Книги', due: at('14:30') },
    at('14:05'),
    taras,
  ]);
  expect(agendaOf(state, policy, 'Europe/Kyiv', at('14:10')).map(({ kind }) => kind)).toEqual([
    'promise',
    'step',
    'step',
    // Two days of the customer's clock pass before four hours of work do: the weekend lies between.
    'step',
    'lease',
  ]);
  const closed = caseOf([{ type: 'case.closed', because: 'customer_word', words: 'Дякую' }, at('15:00')]);
  expect(agendaOf(closed, policy, 'Europe/Kyiv', at('15:00'))).toEqual([]);
});

test('all that a closing lacks is told at once, for each right to close', () => {
  const state = caseOf(
    [{ type: 'case.promise_made', promiseId: 'p', what: 'Книги', due: at('17:00') }, at('14:05'), taras],
    [{ type: 'case.fix_offered', fixId: 'f', offer: { kind: 'prevention', what: 'Наказ' } }, at('15:00')],
    [{ type: 'case.fix_done', fixId: 'f', evidence: 'Наказ 7' }, at('15:01')],
  );
  expect(missingToClose(state, 'fixed', policy)).toEqual([
    'promise_still_open',
    'no_fix_for_customer',
    'no_visible_answer',
  ]);
  expect(missingToClose(state, 'refused', policy)).toEqual(['promise_still_open', 'no_refusal']);
  expect(missingToClose(state, 'customer_word', policy)).toEqual(['promise_still_open']);
});
