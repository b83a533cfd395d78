import { type Case, nextPromiseDue } from './case.js';
import { clocksOf } from './case-clocks.js';
import { answeredAt } from './counted-answers.js';
import type { CaseCommand } from './case-command.js';
import type { CaseEvent } from './case-event.js';
import { decide } from './decide.js';
import { evolve, rebuild } from './evolve.js';
import { policy, present, unheld } from './policy.spec-suite.js';
import type { SignalCode } from './assessment.js';
import { isRefusal } from './refusal.js';
import { type Actor, heard } from './staff.js';

const at = (time: string): Date => new Date(`2026-11-20T${time}:00Z`);
const taras: Actor = { kind: 'person', staffId: 'taras', role: 'manager' };
const iryna: Actor = { kind: 'person', staffId: 'iryna', role: 'lead' };
const crm: Actor = { kind: 'program', keyId: 'crm' };

function opened(signals: readonly SignalCode[] = []): Case {
  const event: CaseEvent = {
    type: 'case.opened',
    mentionId: 'm1',
    postedAt: at('10:00'),
    language: 'uk',
    category: 'delivery',
    urgency: 'normal',
    urgencyReasons: ['definite_breach'],
    signals,
    assignee: 'taras',
    because: 'on_duty',
    at: at('10:02'),
    by: heard,
  };
  return rebuild('c1', [event]);
}

/** Plays commands one after another; a refusal is an error unless it is the last and expected. */
function play(state: Case, ...steps: readonly (readonly [CaseCommand, Actor, string])[]): Case {
  return steps.reduce((current, [command, by, time]) => {
    const events = decide(current, command, by, at(time), policy);
    if (isRefusal(events)) throw new Error(`${command.type} was refused: ${events.refused}`);
    return events.reduce((next, event) => evolve(next, event, next.id), current);
  }, state);
}

function refusalOf(state: Case, command: CaseCommand, by: Actor = taras, time = '12:00'): string {
  const events = decide(state, command, by, at(time), policy);
  return isRefusal(events) ? events.refused : 'allowed';
}

const answer: CaseCommand = {
  type: 'answer',
  answerId: 'a1',
  mentionId: 'm1',
  text: 'Привеземо книжки сьогодні.',
  checked: unheld,
};
const seen: CaseCommand = { type: 'answer_seen', answerId: 'a1', externalId: 'x1' };
const promise: CaseCommand = { type: 'promise', promiseId: 'p1', what: 'Привезти книжки', due: at('18:00') };
const offer: CaseCommand = {
  type: 'offer_fix',
  fixId: 'f1',
  offer: { kind: 'redelivery', what: 'Привезти книжки' },
};
const done: CaseCommand = { type: 'complete_fix', fixId: 'f1', evidence: 'Розписка покупця' };
const fixedClose: CaseCommand = { type: 'close', because: 'fixed' };

describe('closing', () => {
  test('works with a visible answer by a person and a fix done with evidence', () => {
    const state = play(
      opened(),
      [answer, taras, '10:10'],
      [seen, heard, '10:11'],
      [offer, taras, '10:12'],
      [{ type: 'accept_fix', fixId: 'f1' }, taras, '10:30'],
      [done, taras, '13:00'],
      [fixedClose, taras, '13:05'],
    );
    expect(state).toMatchObject({ status: 'closed', closedBecause: 'fixed', closedAt: at('13:05') });
  });

  const withFix: Case = play(opened(), [offer, taras, '10:12'], [done, taras, '11:00']);
  const answered: Case = play(opened(), [answer, taras, '10:10'], [seen, heard, '10:11']);
  test.each<[string, Case, CaseCommand, string]>([
    ['nothing was done', answered, fixedClose, 'no_fix_done'],
    ['the customer saw no answer', withFix, fixedClose, 'no_visible_answer'],
    [
      'the answer is only on its way',
      play(withFix, [answer, taras, '11:10']),
      fixedClose,
      'answer_not_visible_yet',
    ],
    ['a promise is open', play(answered, [promise, taras, '10:20']), fixedClose, 'promise_still_open'],
    ['an offer has no end', play(answered, [offer, taras, '10:20']), fixedClose, 'fix_still_open'],
    ['no refusal was reasoned', answered, { type: 'close', because: 'refused' }, 'no_refusal'],
    [
      'the customer’s word is not quoted',
      answered,
      { type: 'close', because: 'customer_word', words: ' ' },
      'words_needed',
    ],
  ])('is refused when %s', (_why, state, command, expected) => {
    expect(refusalOf(state, command)).toBe(expected);
  });

  test('of an unauthorised charge needs the refund, or a reasoned refusal', () => {
    const charged = play(opened(['unauthorized_charge']), [answer, taras, '10:10'], [seen, heard, '10:11']);
    const apologised = play(
      charged,
      [{ type: 'offer_fix', fixId: 'f1', offer: { kind: 'apology', what: 'Вибачилися' } }, taras, '10:20'],
      [done, taras, '10:30'],
    );
    expect(refusalOf(apologised, fixedClose)).toBe('refund_missing');
    expect(refusalOf(apologised, { type: 'close', because: 'customer_word', words: 'гаразд' })).toBe(
      'refund_missing',
    );
    const refunded = play(
      apologised,
      [
        { type: 'offer_fix', fixId: 'f2', offer: { kind: 'refund', what: 'Повернути 250 грн' } },
        taras,
        '10:40',
      ],
      [{ type: 'complete_fix', fixId: 'f2', evidence: 'Платіж 114' }, taras, '11:00'],
    );
    expect(refusalOf(refunded, fixedClose)).toBe('allowed');
  });

  test('after a refusal needs an answer that came after it', () => {
    const refuse: CaseCommand = {
      type: 'refuse',
      reason: 'Товар цілий',
      evidence: 'Акт 7',
      appeal: 'appeal@shop.example',
    };
    const before = play(opened(), [answer, taras, '10:10'], [seen, heard, '10:11'], [refuse, taras, '10:30']);
    expect(refusalOf(before, { type: 'close', because: 'refused' })).toBe('no_visible_answer');
    const told = play(
      before,
      [{ ...answer, answerId: 'a2' } as CaseCommand, taras, '10:40'],
      [{ ...seen, answerId: 'a2' } as CaseCommand, heard, '10:41'],
    );
    expect(refusalOf(told, { type: 'close', because: 'refused' })).toBe('allowed');
  });

  test('ends what can be done, but not the afterword, the outcome and the reopening', () => {
    const noOffer: CaseCommand = { type: 'say_no_offer', reason: 'Книжки знайшлися' };
    const closed = play(
      opened(),
      [noOffer, taras, '10:50'],
      [{ type: 'close', because: 'customer_word', words: 'Усе добре' }, taras, '11:00'],
    );
    expect(refusalOf(closed, answer)).toBe('case_closed');
    expect(
      refusalOf(closed, { type: 'record_outcome', outcome: { verdict: 'recovered' }, lead: 'iryna' }),
    ).toBe('allowed');
    const again = play(closed, [
      { type: 'reopen', reason: 'Книжки так і не привезли', lead: 'iryna' },
      taras,
      '15:00',
    ]);
    expect(again).toMatchObject({ status: 'open', reopened: 1, postedAt: at('10:00'), closedAt: undefined });
  });
});

describe('an answer', () => {
  test('by a program never counts as an answer', () => {
    const state = play(opened(), [answer, crm, '10:10'], [seen, heard, '10:11']);
    expect(state.answers[0]).toMatchObject({ state: 'visible', human: false });
    expect(answeredAt(state)).toBeUndefined();
  });

  test('counts from when it was seen, not from when it was sent', () => {
    const sent = play(
      opened(),
      [answer, taras, '10:10'],
      [{ type: 'answer_sent', answerId: 'a1', externalId: 'x' }, heard, '10:11'],
    );
    expect(answeredAt(sent)).toBeUndefined();
    expect(answeredAt(play(sent, [seen, heard, '10:20']))).toEqual(at('10:20'));
  });

  test('that was rejected or lost stays so, whatever news comes later', () => {
    const lost = play(
      opened(),
      [answer, taras, '10:10'],
      [{ type: 'answer_lost', answerId: 'a1', reason: 'gone' }, heard, '10:20'],
    );
    expect(play(lost, [seen, heard, '10:30']).answers[0]?.state).toBe('lost');
  });

  test('needs text, and evidence when it was given elsewhere', () => {
    expect(refusalOf(opened(), { ...answer, text: ' \n' } as CaseCommand)).toBe('text_needed');
    const phone = {
      type: 'record_answer',
      answerId: 'a1',
      channel: 'phone',
      text: 'Домовились',
      evidence: '',
      checked: unheld,
      delivered: true,
    } as const;
    expect(refusalOf(opened(), phone)).toBe('evidence_needed');
    const recorded = play(opened(), [{ ...phone, evidence: 'Розмова 10:15' }, taras, '10:20']);
    expect(answeredAt(recorded)).toEqual(at('10:20'));
  });
});

describe('a promise', () => {
  test.each<[string, Date | undefined, string]>([
    ['no date', undefined, 'promise_needs_date'],
    ['a date that is none', new Date(Number.NaN), 'promise_needs_date'],
    ['a date in the past', at('11:00'), 'promise_in_past'],
  ])('with %s is refused', (_why, due, expected) => {
    expect(refusalOf(opened(), { type: 'promise', promiseId: 'p', what: 'Подзвонити', due })).toBe(expected);
  });

  test('whose time passes is broken by itself, and cannot be kept afterwards', () => {
    const made = play(opened(), [promise, taras, '10:20']);
    expect(nextPromiseDue(made)).toEqual(at('18:00'));
    expect(play(made, [{ type: 'tick', facts: present }, heard, '17:59']).promises[0]?.state).toBe('open');
    const broken = play(made, [{ type: 'tick', facts: present }, heard, '18:00']);
    expect(broken.promises[0]?.state).toBe('broken');
    expect(
      refusalOf(broken, { type: 'keep_promise', promiseId: 'p1', evidence: 'ось' }, iryna, '18:05'),
    ).toBe('promise_settled');
  });

  test('kept too late is broken, whoever looks first', () => {
    const made = play(opened(), [promise, taras, '10:20']);
    const late = play(made, [{ type: 'keep_promise', promiseId: 'p1', evidence: 'ось' }, taras, '18:30']);
    expect(late.promises[0]?.state).toBe('broken');
  });

  test('said again points to the first one, whose due time stays', () => {
    const twice = play(
      opened(),
      [promise, taras, '10:20'],
      [{ type: 'tick', facts: present }, heard, '18:00'],
      [
        { ...promise, promiseId: 'p2', what: '  привезти КНИЖКИ!', due: at('20:00') } as CaseCommand,
        iryna,
        '18:10',
      ],
    );
    expect(twice.promises).toMatchObject([
      { id: 'p1', state: 'broken', due: at('18:00') },
      { id: 'p2', state: 'open', repeats: 'p1' },
    ]);
  });
});

describe('the assignee', () => {
  test('of two who take at once one wins, and the other is told who', () => {
    const taken = play(opened(), [
      { type: 'take', to: 'olha', seen: 'taras' },
      { ...taras, staffId: 'olha' },
      '10:05',
    ]);
    const second = decide(
      taken,
      { type: 'take', to: 'petro', seen: 'taras' },
      { ...taras, staffId: 'petro' },
      at('10:06'),
      policy,
    );
    expect(second).toEqual({ refused: 'taken_by_other', about: { assignee: 'olha' } });
  });

  test('alone may act among managers; a lead may step in', () => {
    const other: Actor = { kind: 'person', staffId: 'olha', role: 'manager' };
    expect(refusalOf(opened(), promise, other)).toBe('not_assignee');
    expect(refusalOf(opened(), promise, iryna)).toBe('allowed');
  });

  test('hands over with a reason, to somebody who is there', () => {
    const over = {
      type: 'hand_over',
      to: 'olha',
      toOnDuty: true,
      reason: 'Знає склад',
      lead: 'iryna',
    } as const;
    expect(refusalOf(opened(), { ...over, reason: ' ' })).toBe('reason_needed');
    expect(refusalOf(opened(), { ...over, toOnDuty: false })).toBe('not_on_duty');
    expect(refusalOf(opened(), { ...over, to: 'taras' })).toBe('same_assignee');
    const handed = play(opened(), [over, taras, '10:30']);
    expect(handed).toMatchObject({
      assignee: 'olha',
      handOffs: [{ from: 'taras', to: 'olha', reason: 'Знає склад' }],
    });
  });
});

describe('a fix', () => {
  test('that is a personal action says who, where and when', () => {
    const action = { who: 'Тарас', where: 'вул. Садова, 4', when: at('16:00') };
    const personal = (given?: typeof action): CaseCommand => ({
      type: 'offer_fix',
      fixId: 'f1',
      offer: { kind: 'personal_action', what: 'Привезти книжки', action: given },
    });
    expect(refusalOf(opened(), personal())).toBe('fix_action_needed');
    expect(refusalOf(opened(), personal({ ...action, where: '' }))).toBe('fix_action_needed');
    expect(refusalOf(opened(), personal(action))).toBe('allowed');
  });

  test('is done only with evidence, and settled once', () => {
    const offered = play(opened(), [offer, taras, '10:12']);
    expect(refusalOf(offered, { ...done, evidence: '' } as CaseCommand)).toBe('evidence_needed');
    const finished = play(offered, [done, taras, '11:00']);
    expect(refusalOf(finished, { type: 'decline_fix', fixId: 'f1' })).toBe('fix_settled');
    expect(refusalOf(finished, { type: 'accept_fix', fixId: 'other' })).toBe('no_such_fix');
  });
});

describe('a second reading of a text of the case', () => {
  const urgencyReasons = ['second_reading'] as const;
  const reassess = { type: 'reassess', mentionId: 'm1', urgency: 'critical', urgencyReasons } as const;

  test('makes it more urgent, once, and says why', () => {
    const raised = play(opened(), [reassess, heard, '10:05']);
    expect(raised).toMatchObject({ urgency: 'critical', urgencyReasons: ['second_reading'] });
    expect(decide(raised, reassess, heard, at('10:06'), policy)).toEqual([]);
  });

  test('never makes it less urgent, and is nothing to a case that does not have the text', () => {
    const told = (command: CaseCommand) => decide(opened(), command, heard, at('10:05'), policy);
    expect(told({ ...reassess, urgency: 'low' })).toEqual([]);
    expect(told({ ...reassess, mentionId: 'of-another-case' })).toEqual([]);
  });
});

describe('a further complaint of the same person', () => {
  const join = {
    type: 'join',
    mentionId: 'm2',
    complaint: true,
    urgency: 'normal',
    urgencyReasons: ['definite_breach'],
    signals: ['waiting'],
    postedAt: at('15:00'),
    notes: [],
  } as const;

  test('is counted and raises the urgency', () => {
    const joined = play(opened(), [join, heard, '15:00']);
    expect(joined).toMatchObject({
      complaints: 2,
      urgency: 'high',
      signals: ['waiting'],
      postedAt: at('10:00'),
    });
    expect(joined.urgencyReasons).toContain('repeat_complaint');
  });

  test('delivered twice counts once', () => {
    const once = play(opened(), [join, heard, '15:00']);
    expect(decide(once, join, heard, at('15:01'), policy)).toEqual([]);
  });

  test('does not reset the customer’s clock', () => {
    const answered = play(opened(), [answer, taras, '10:10'], [seen, heard, '10:11'], [join, heard, '15:00']);
    expect(clocksOf(answered, at('16:00'))).toMatchObject({
      postedAt: at('10:00'),
      customerWaitMs: 6 * 3_600_000,
      unansweredMs: 11 * 60_000,
    });
  });
});
