import type { Case } from './case.js';
import type { CaseEvent, CaseFact } from './case-event.js';
import { evolve } from './evolve.js';
import { reportOf } from './report.js';
import { type Actor, heard } from './staff.js';

const at = (time: string): Date => new Date(`2026-11-20T${time}:00Z`);
const taras: Actor = { kind: 'person', staffId: 'taras', role: 'manager' };
const names: Readonly<Record<string, string>> = { taras: 'Тарас', iryna: 'Ірина' };

type Told = readonly [string, CaseFact, Actor?];

const opened: Told = [
  '10:02',
  {
    type: 'case.opened',
    mentionId: 'm1',
    postedAt: at('10:00'),
    language: 'uk',
    category: 'delivery',
    urgency: 'normal',
    urgencyReasons: [],
    signals: [],
    assignee: 'taras',
    because: 'on_duty',
  },
  heard,
];

function report(steps: readonly Told[], now = at('18:00'), forAnybody = false) {
  const history: CaseEvent[] = [opened, ...steps].map(([time, fact, by = taras]) => ({
    ...fact,
    at: at(time),
    by,
  }));
  const state = history.reduce<Case | undefined>((current, event) => evolve(current, event, 'c1'), undefined);
  if (!state) throw new Error('No history.');
  const told = [{ words: 'Не привезли!', at: at('10:00') }];
  return reportOf(state, { history, told, nameOf: (id) => names[id], forAnybody }, now);
}

const offered: Told = [
  '10:20',
  {
    type: 'case.fix_offered',
    fixId: 'f',
    offer: {
      kind: 'personal_action',
      what: 'Привезти особисто',
      cost: { amountMinor: 32_000, currency: 'UAH' },
      action: { who: 'Тарас', where: 'вул. Липова, 7', when: at('15:00') },
    },
  },
];
const promised: Told = [
  '10:10',
  { type: 'case.promise_made', promiseId: 'p', what: 'Передзвоню', due: at('12:00') },
];

test('tells what was said, promised and done, by whom and when', () => {
  const { told, did, promises, status } = report([
    ['10:05', { type: 'case.answer_queued', answerId: 'a', mentionId: 'm1', text: 'Везу', human: true }],
    ['10:06', { type: 'case.answer_visible', answerId: 'a', externalId: 'x' }, heard],
    promised,
    ['11:00', { type: 'case.promise_kept', promiseId: 'p', evidence: 'Дзвінок' }],
    offered,
    ['15:10', { type: 'case.fix_done', fixId: 'f', evidence: 'Фото 7' }],
  ]);
  expect(status).toBe('open');
  expect(told).toEqual([{ words: 'Не привезли!', at: at('10:00') }]);
  expect(did).toMatchObject([
    { kind: 'answered', channel: 'public', at: at('10:06'), by: 'Тарас' },
    { kind: 'fix', state: 'done', at: at('15:10'), by: 'Тарас', action: { where: 'вул. Липова, 7' } },
  ]);
  expect(promises).toEqual([{ what: 'Передзвоню', due: at('12:00'), state: 'kept', keptAt: at('11:00') }]);
});

test('holds nothing that is only ours: costs, evidence, hand-offs, withdrawn offers, automatic texts, overruled answers', () => {
  const whole = report([
    offered,
    ['10:30', { type: 'case.handed_over', from: 'taras', to: 'iryna', reason: 'Не хочу цього клієнта' }],
    ['10:40', { type: 'case.no_offer', reason: 'Скандальний' }],
    ['10:45', { type: 'case.fix_offered', fixId: 'g', offer: { kind: 'refund', what: 'Гроші назад' } }],
    ['10:46', { type: 'case.fix_withdrawn', fixId: 'g', reason: 'Задорого' }],
    [
      '10:50',
      { type: 'case.answer_queued', answerId: 'q', mentionId: 'm1', text: 'Авто', human: false },
      heard,
    ],
    ['10:51', { type: 'case.answer_visible', answerId: 'q', externalId: 'x' }, heard],
    ['11:00', { type: 'case.record_noted', record: { claim: 'delivered', where: 'CRM, картка 5512' } }],
    ['15:10', { type: 'case.fix_done', fixId: 'f', evidence: 'Фото 7' }],
  ]);
  const text = JSON.stringify(whole);
  for (const ours of ['320', 'Не хочу', 'Скандальний', 'Гроші назад', 'Задорого', 'Авто', '5512', 'Фото 7']) {
    expect(text).not.toContain(ours);
  }
  expect(whole).toMatchObject({ assignee: 'Ірина', found: [{ kind: 'record', claim: 'delivered' }] });
});

test('says what the customer gets, and what will change', () => {
  const { did, change } = report([
    [
      '10:20',
      {
        type: 'case.fix_offered',
        fixId: 'f',
        offer: { kind: 'refund', what: 'Гроші назад', cost: { amountMinor: 45_000, currency: 'UAH' } },
      },
    ],
    [
      '10:30',
      { type: 'case.fix_offered', fixId: 'g', offer: { kind: 'prevention', what: 'Адреси звіряємо двічі' } },
    ],
  ]);
  expect(did).toMatchObject([{ fix: 'refund', state: 'offered', amount: { amountMinor: 45_000 } }]);
  expect(change).toEqual([{ what: 'Адреси звіряємо двічі', done: false }]);
});

test('leaves out for anybody what only the customer may read', () => {
  const text = JSON.stringify(report([offered], at('18:00'), true));
  for (const theirs of ['Не привезли', 'Липова']) expect(text).not.toContain(theirs);
});

test.each<[string, readonly Told[], string, object]>([
  ['an answer is owed first', [], '10:30', { kind: 'answer_owed' }],
  ['then what was promised', [promised], '11:00', { kind: 'promise', by: at('12:00'), late: false }],
  ['also when it is late', [promised], '13:00', { kind: 'promise', late: true }],
  [
    'then what was agreed',
    [offered, ['10:30', { type: 'case.fix_accepted', fixId: 'f' }]],
    '11:00',
    { kind: 'action', by: at('15:00') },
  ],
  ['then our offer waits for them', [offered], '11:00', { kind: 'offer_waits', what: 'Привезти особисто' }],
])('while the case is open it says what comes next: %s', (_what, steps, now, expected) => {
  expect(report(steps, at(now)).next).toMatchObject([expected]);
});

test('a refusal has its reason, what shows it, and where to appeal', () => {
  const refusal = { reason: 'Строк минув', evidence: 'Чек від 1 жовтня', appeal: 'appeal@shop.example' };
  const { found, appeal, next } = report([
    ['11:00', { type: 'case.refused', ...refusal }],
    ['11:10', { type: 'case.closed', because: 'refused' }],
  ]);
  expect(found).toMatchObject([{ kind: 'refusal', what: 'Строк минув', shown: 'Чек від 1 жовтня' }]);
  expect({ appeal, next }).toEqual({ appeal: 'appeal@shop.example', next: [] });
});
