import { answeredAt } from './counted-answers.js';
import type { CaseCommand, Checked } from './case-command.js';
import { decide } from './decide.js';
import { nextTimer } from './decide-tick.js';
import { flagsOf, leavingRisk } from './flags.js';
import {
  answer,
  at,
  customer,
  factsOf,
  iryna,
  olha,
  opened,
  play,
  recoveredAgain,
  refusalOf,
  seen,
  type Step,
  taras,
  text,
} from './played.spec-suite.js';
import { policy, present, unheld } from './policy.spec-suite.js';
import { sameThing } from './same-thing.js';
import { scoreOf } from './score.js';
import { type Actor, heard } from './staff.js';

const tick: CaseCommand = { type: 'tick', facts: present };
const promise: CaseCommand = {
  type: 'promise',
  promiseId: 'p1',
  what: 'Привеземо книжки',
  due: at('18:00'),
};
const found = { start: 0, end: text.length - 1, due: at('16:00'), vague: false };

describe('a promise in an answer', () => {
  test.each<[string, Partial<Checked>, string]>([
    ['without a date asks by when', { found: [{ start: 0, end: 9, vague: true }] }, 'promise_needs_date'],
    ['with a date nobody confirmed waits for it', { found: [found] }, 'promise_not_confirmed'],
    [
      'that is said to be none lets the answer go',
      { found: [found], confirmed: [{ start: 0, end: 9, none: true }] },
      'allowed',
    ],
    [
      'with a date in the past is refused',
      { found: [found], confirmed: [{ start: 0, end: 9, promiseId: 'p', due: at('09:00') }] },
      'promise_in_past',
    ],
  ])('%s', (_name, checked, expected) => {
    expect(refusalOf(opened(), answer(checked))).toBe(expected);
  });

  test('is in the ledger with its words, its date and its answer', () => {
    const confirmed = [{ start: 0, end: 16, promiseId: 'p1', due: at('16:00') }];
    const state = play(opened(), [answer({ found: [found], confirmed }), taras, at('11:00')]);
    expect(state.promises).toMatchObject([
      { what: 'Привеземо книжки', due: at('16:00'), answerId: 'a1', madeAt: at('11:00'), state: 'open' },
    ]);
  });
});

describe('the ledger of promises', () => {
  const made = play(opened(), [promise, taras, at('13:00')]);

  test('warns the assignee once when a fifth of the time is left', () => {
    expect(factsOf(made, tick, heard, at('16:59'))).not.toContain('case.promise_warned');
    const warned = play(made, [tick, heard, at('17:00')]);
    expect(warned.promises[0]).toMatchObject({ state: 'open', warnedAt: at('17:00') });
    expect(factsOf(warned, tick, heard, at('17:30'))).not.toContain('case.promise_warned');
  });

  test('lets only a lead promise the same thing again, and never moves the first date', () => {
    const again: CaseCommand = {
      ...promise,
      promiseId: 'p2',
      what: 'книжки привеземо завтра',
      due: at('20:00'),
    };
    expect(refusalOf(made, again, taras)).toBe('promise_needs_lead');
    const twice = play(made, [again, iryna, at('14:00')]);
    expect(twice.promises).toMatchObject([{ due: at('18:00') }, { repeats: 'p1', due: at('20:00') }]);
    expect(flagsOf(twice, policy)).toContain('promise_repeated');
  });

  test('takes the writer’s word for what is said again', () => {
    const again: CaseCommand = { ...promise, promiseId: 'p2', what: 'Зателефонуємо', repeats: 'p1' };
    expect(refusalOf(made, again, taras)).toBe('promise_needs_lead');
    expect(refusalOf(made, { ...again, repeats: 'nobody' }, iryna)).toBe('no_such_promise');
  });

  test.each([
    ['Перезвоню вам завтра до обеда', 'Обязательно перезвоним сегодня', true],
    ['Привеземо книжки у вівторок', 'Зателефонуємо до четверга', false],
    ['We will refund the money by Friday', 'refund of money within two days', true],
    ['Вернём деньги', 'Вернём книгу', false],
  ])('"%s" and "%s": the same thing is %s', (a, b, same) => expect(sameThing(a, b)).toBe(same));
});

describe('substance', () => {
  const held = { substance: { held: true, reasons: ['courtesy_only' as const], points: [] } };

  test('an answer without it is held back, with the reasons', () => {
    const events = decide(opened(), answer(held), taras, at('11:00'), policy);
    expect(events).toMatchObject({ refused: 'answer_held', about: { reasons: 'courtesy_only' } });
  });

  test('a manager may send it all the same, which is recorded and stops no clock', () => {
    const sent = play(
      opened(),
      [answer({ ...held, overrule: 'Так просив клієнт' }), taras, at('11:00')],
      [seen(), heard, at('11:01')],
    );
    expect(sent.answers[0]).toMatchObject({ substantive: false, overruled: ['courtesy_only'] });
    expect(answeredAt(sent)).toBeUndefined();
  });

  test('a lead answers for it', () => {
    const sent = play(
      opened(),
      [answer({ ...held, overrule: 'Досить' }), iryna, at('11:00')],
      [seen(), heard, at('11:01')],
    );
    expect(answeredAt(sent)).toEqual(at('11:01'));
  });
});

describe('the channel asked for', () => {
  const asked = opened({ asked: { channel: 'phone' } });
  const call: CaseCommand = {
    type: 'record_answer',
    answerId: 'a2',
    channel: 'phone',
    text: 'Домовилися про пʼятницю',
    evidence: 'Розмова 6 хв',
    checked: unheld,
    delivered: true,
  };

  test('an answer elsewhere leaves the case unanswered', () => {
    const elsewhere = play(asked, [answer(), taras, at('11:00')], [seen(), heard, at('11:01')]);
    expect(answeredAt(elsewhere)).toBeUndefined();
    expect(flagsOf(elsewhere, policy)).toContain('asked_channel_unanswered');
    const called = play(elsewhere, [call, taras, at('11:30')]);
    expect(answeredAt(called)).toEqual(at('11:30'));
    expect(flagsOf(called, policy)).not.toContain('asked_channel_unanswered');
  });

  test('what was sent counts when it is known to have arrived', () => {
    const mail = { ...call, channel: 'email', delivered: false, evidence: '' } as CaseCommand;
    const sent = play(opened({ asked: { channel: 'email' } }), [mail, taras, at('11:00')]);
    expect(answeredAt(sent)).toBeUndefined();
    const confirm: CaseCommand = { type: 'confirm_delivery', answerId: 'a2', evidence: 'Відписала' };
    expect(answeredAt(play(sent, [confirm, taras, at('12:00')]))).toEqual(at('12:00'));
    const back: CaseCommand = { type: 'not_delivered', answerId: 'a2', reason: 'Адреси немає' };
    expect(play(sent, [back, taras, at('12:00')]).answers).toMatchObject([{ state: 'lost' }]);
    expect(refusalOf(play(opened(), [answer(), taras, at('11:00')]), { ...back, answerId: 'a1' })).toBe(
      'no_such_answer',
    );
  });
});

describe('hand-offs', () => {
  const over = (to: string): CaseCommand => ({
    type: 'hand_over',
    to,
    toOnDuty: true,
    reason: 'Знає склад',
    lead: 'iryna',
  });

  test('beyond the budget go to the lead, and the case stays there', () => {
    const twice = play(opened(), [over('olha'), taras, at('10:10')], [over('petro'), iryna, at('10:20')]);
    const third = play(twice, [over('vira'), iryna, at('10:30')]);
    expect(third).toMatchObject({ assignee: 'iryna', pinned: { to: 'iryna', because: 'budget' } });
    expect(refusalOf(third, { type: 'take', to: 'olha', seen: 'iryna' }, olha)).toBe('case_pinned');
    expect(refusalOf(third, { ...over('vira'), reason: ' ' } as CaseCommand, iryna)).toBe(
      'lead_reason_needed',
    );
    expect(play(third, [over('vira'), iryna, at('10:40')]).assignee).toBe('vira');
  });

  test('back to where the case has been are a loop', () => {
    const state = play(opened(), [over('olha'), taras, at('10:10')], [over('taras'), olha, at('10:20')]);
    expect(state).toMatchObject({ assignee: 'iryna', pinned: { because: 'loop' } });
  });

  test('cost the customer the time until the new assignee does something', () => {
    const handed = play(opened(), [over('olha'), taras, at('10:10')]);
    expect(handed.handOffs[0]?.actedAt).toBeUndefined();
    const acted = play(handed, [{ ...promise, promiseId: 'p9' } as CaseCommand, olha, at('11:10')]);
    expect(acted.handOffs[0]?.actedAt).toEqual(at('11:10'));
  });

  test('that the customer had to make are counted', () => {
    const sent = opened({ notes: ['redirected'] });
    expect(
      play(sent, [{ type: 'note_sent_on', words: 'Дзвоніть у філію' }, taras, at('11:00')]),
    ).toMatchObject({
      customerHandOffs: [{ mentionId: 'm1' }, { words: 'Дзвоніть у філію' }],
    });
  });
});

describe('seeing', () => {
  const see: CaseCommand = { type: 'see' };

  test('is written once, by whoever could help first, and moves no lease', () => {
    const looked = play(opened({ urgency: 'high' }), [see, olha, at('10:20')], [see, taras, at('10:25')]);
    expect(looked).toMatchObject({ seenAt: at('10:20'), assigneeActedAt: at('10:02') });
    expect(nextTimer(looked, policy, 'Europe/Kyiv', at('10:26'))).toEqual(at('10:32'));
  });

  test('of the assignee ends no hand-off that waits for them', () => {
    const over: CaseCommand = {
      type: 'hand_over',
      to: 'olha',
      toOnDuty: true,
      reason: 'Склад',
      lead: 'iryna',
    };
    const looked = play(opened(), [over, taras, at('10:10')], [see, olha, at('10:20')]);
    expect(looked.handOffs[0]?.actedAt).toBeUndefined();
  });

  test.each<[string, Actor]>([
    ['a program', { kind: 'program', keyId: 'crm' }],
    ['Heard', heard],
  ])('by %s is nobody’s', (_name, by) => expect(factsOf(opened(), see, by, at('10:20'))).toEqual([]));
});

describe('time', () => {
  test('takes the case from a silent assignee, and gives it to a named lead', () => {
    const urgent = opened({ urgency: 'high' });
    expect(nextTimer(urgent, policy, 'Europe/Kyiv', at('10:02'))).toEqual(at('10:32'));
    const lost = play(urgent, [tick, heard, at('10:32')]);
    expect(lost).toMatchObject({ assignee: 'iryna', handOffs: [{ reason: 'no_reaction' }] });
    expect(factsOf(lost, tick, heard, at('10:40'))).not.toContain('case.handed_over');
  });

  test('leaves the case with an assignee who answered', () => {
    const answered = play(
      opened({ urgency: 'high' }),
      [answer(), taras, at('10:10')],
      [seen(), heard, at('10:11')],
    );
    expect(factsOf(answered, tick, heard, at('12:00'))).not.toContain('case.handed_over');
  });

  test('says of each step of the playbook once that it is late', () => {
    expect(factsOf(opened(), tick, heard, at('11:00'))).toContain('case.step_overdue');
    const late = play(opened(), [tick, heard, at('11:00')]);
    expect(late.overdueSteps).toEqual(['answer']);
    expect(factsOf(late, tick, heard, at('11:30'))).not.toContain('case.step_overdue');
  });
});

describe('the outcome', () => {
  const closed = play(
    opened(),
    [answer(), taras, at('10:10')],
    [seen(), heard, at('10:11')],
    [{ type: 'offer_fix', fixId: 'f', offer: { kind: 'redelivery', what: 'Привезти' } }, taras, at('10:12')],
    [{ type: 'complete_fix', fixId: 'f', evidence: 'Підпис' }, taras, at('12:00')],
    [{ type: 'close', because: 'fixed' }, taras, at('12:05')],
  );
  const verdict = (given: 'recovered' | 'not_recovered'): CaseCommand => ({
    type: 'record_outcome',
    outcome: { verdict: given },
    lead: 'iryna',
  });

  test('is asked once for each recovery', () => {
    const asked = play(closed, [{ type: 'outcome_asked', channel: 'public' }, heard, at('12:05', 21)]);
    expect(refusalOf(asked, { type: 'outcome_asked', channel: 'public' }, heard)).toBe(
      'outcome_asked_already',
    );
  });

  test('that is bad opens the case again: a round of its own, the same whole clock', () => {
    const back = play(closed, [verdict('not_recovered'), customer, at('13:00', 21)]);
    expect(back).toMatchObject({ status: 'open', postedAt: at('10:00'), outcome: { from: 'customer' } });
    expect(back.rounds).toMatchObject([
      { because: 'first_complaint', endedAt: at('12:05') },
      { because: 'bad_verdict', startedAt: at('13:00', 21) },
    ]);
  });

  test('of a customer who says nothing is silence', () => {
    const asked = play(closed, [{ type: 'outcome_asked', channel: 'public' }, heard, at('12:05', 11)]);
    expect(nextTimer(asked, policy, 'Europe/Kyiv', at('12:05', 12))).toEqual(at('12:05', 25));
    expect(play(asked, [tick, heard, at('12:05', 25)]).outcome).toMatchObject({ behaviour: 'silent' });
  });

  test('at the limit of rounds the case stays with the lead', () => {
    const second = play(
      closed,
      [verdict('not_recovered'), customer, at('13:00', 21)],
      ...recoveredAgain(taras, 21),
      [{ type: 'close', because: 'fixed' }, iryna, at('15:00', 21)],
    );
    const third = play(second, [verdict('not_recovered'), customer, at('16:00', 21)]);
    expect(third).toMatchObject({ assignee: 'iryna', pinned: { because: 'rounds' } });
    expect(leavingRisk(third, policy).chance).toBeGreaterThan(leavingRisk(closed, policy).chance);
  });
});

describe('closing', () => {
  const answered = play(opened(), [answer(), taras, at('10:10')], [seen(), heard, at('10:11')]);
  const fix = (kind: 'prevention' | 'refund'): readonly Step[] => [
    [{ type: 'offer_fix', fixId: 'f', offer: { kind, what: 'Звільнили касирку' } }, taras, at('11:00')],
    [{ type: 'complete_fix', fixId: 'f', evidence: 'Наказ 7' }, taras, at('11:10')],
  ];

  test('is not bought by punishing somebody inside', () => {
    const punished = play(answered, ...fix('prevention'));
    expect(refusalOf(punished, { type: 'close', because: 'fixed' })).toBe('no_fix_for_customer');
  });

  test('on the customer’s word still needs an offer, or why there is none', () => {
    const word: CaseCommand = { type: 'close', because: 'customer_word', words: 'Гаразд' };
    expect(refusalOf(answered, word)).toBe('no_offer_made');
    const why: CaseCommand = { type: 'say_no_offer', reason: 'Посилка вже знайшлася' };
    expect(refusalOf(play(answered, [why, taras, at('11:00')]), word)).toBe('allowed');
  });
});

describe('an offer', () => {
  const offer = (amountMinor: number, although?: string): CaseCommand => ({
    type: 'offer_fix',
    fixId: 'f',
    offer: { kind: 'redelivery', what: 'Привезти', cost: { amountMinor, currency: 'UAH' }, although },
  });

  test.each([
    [500_00, taras, 'allowed'],
    [500_01, taras, 'approval_needed'],
    [500_01, iryna, 'allowed'],
    [3_000_01, iryna, 'approval_needed'],
  ])('of %i kopecks: %#', (amount, by, expected) =>
    expect(refusalOf(opened(), offer(amount), by)).toBe(expected),
  );

  test('that does not fit the failure is pointed out, and can be made all the same', () => {
    const rude = opened({ category: 'staff', signals: ['rude_staff'] });
    expect(refusalOf(rude, offer(100_00))).toBe('fix_unfit');
    expect(refusalOf(rude, offer(100_00, 'Просила саме так'))).toBe('allowed');
  });
});

test('the six points come from facts alone', () => {
  const nothing = scoreOf(opened());
  expect(nothing).toMatchObject({ held: 1, due: 5, points: { knows_what_they_pay_for: 'not_due' } });
  const answered = play(opened(), [answer(), taras, at('10:10')], [seen(), heard, at('10:11')]);
  expect(scoreOf(answered).points).toMatchObject({
    treated_as_human: 'yes',
    got_response: 'yes',
    got_report: 'no',
  });
});
