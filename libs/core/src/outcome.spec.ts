import type { Case } from './case.js';
import type { CaseCommand, QuestionFacts } from './case-command.js';
import type { CaseEvent } from './case-event.js';
import { decide } from './decide.js';
import { nextTimer } from './decide-tick.js';
import { evolve, rebuild } from './evolve.js';
import { policy as usual, present, unheld } from './policy.spec-suite.js';
import { isRefusal } from './refusal.js';
import { type Actor, heard } from './staff.js';

const policy = { ...usual, outcome: { ...usual.outcome, linkDays: 5 } };
const at = (time: string, day = 20): Date => new Date(`2026-11-${day}T${time}:00Z`);
const taras: Actor = { kind: 'person', staffId: 'taras', role: 'manager' };
const customer: Actor = { kind: 'customer' };

type Step = readonly [CaseCommand, Actor, Date];

function decided(state: Case, [command, by, when]: Step): readonly CaseEvent[] {
  const events = decide(state, command, by, when, policy);
  if (isRefusal(events)) throw new Error(`${command.type} was refused: ${events.refused}`);
  return events;
}

function play(state: Case, ...steps: readonly Step[]): Case {
  return steps.reduce(
    (current, step) => decided(current, step).reduce((next, event) => evolve(next, event, next.id), current),
    state,
  );
}

const typesOf = (state: Case, step: Step): string[] => decided(state, step).map(({ type }) => type);

const opened = rebuild('c1', [
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
    at: at('10:02'),
    by: heard,
  },
]);
const close: CaseCommand = { type: 'close', because: 'fixed' };
const theirWord: CaseCommand = { type: 'close', because: 'customer_word', words: 'Тепер гаразд' };
const answeredInPublic = play(
  opened,
  [
    { type: 'answer', answerId: 'a1', mentionId: 'm1', text: 'Привеземо сьогодні.', checked: unheld },
    taras,
    at('10:10'),
  ],
  [{ type: 'answer_seen', answerId: 'a1', externalId: 'x1' }, heard, at('10:11')],
  [{ type: 'offer_fix', fixId: 'f', offer: { kind: 'redelivery', what: 'Привезти' } }, taras, at('10:12')],
  [{ type: 'complete_fix', fixId: 'f', evidence: 'Підпис' }, taras, at('12:00')],
);
const calledByPhone = play(answeredInPublic, [
  {
    type: 'record_answer',
    answerId: 'a2',
    channel: 'phone',
    text: 'Подзвонив, домовилися.',
    evidence: 'Запис дзвінка',
    delivered: true,
    checked: unheld,
  },
  taras,
  at('12:02'),
]);
const closed = play(answeredInPublic, [close, taras, at('12:05')]);
const askAt = at('12:05', 21);

const question: QuestionFacts = {
  linkId: 'l1',
  answerId: 'q1',
  text: 'Чи стало краще? {link}',
  mentionId: 'm1',
  gone: false,
};
const tick = (more: Partial<QuestionFacts> = {}, when = askAt): Step => [
  { type: 'tick', facts: { ...present, question: { ...question, ...more } } },
  heard,
  when,
];
const verdict = (given: 'recovered' | 'partly' | 'not_recovered', more = {}): CaseCommand => ({
  type: 'record_outcome',
  outcome: { verdict: given, ...more },
  lead: 'iryna',
});
const sees = (
  behaviour: 'praise' | 'rating_up' | 'new_complaint' | 'silent',
  when = at('09:00', 23),
): Step => [{ type: 'see_behaviour', behaviour, mentionId: 'm2' }, heard, when];

describe('the customer is asked how it was', () => {
  test('so long after the closing as the policy says, and only then', () => {
    expect(nextTimer(closed, policy, 'Europe/Kyiv', at('12:06'))).toEqual(askAt);
    expect(typesOf(closed, tick({}, at('12:04', 21)))).toEqual([]);
    expect(typesOf(closed, tick())).toEqual(['case.answer_queued', 'case.outcome_asked']);
  });

  test('once, however often time comes by', () => {
    expect(typesOf(play(closed, tick()), tick({}, at('13:00', 21)))).toEqual([]);
  });

  test('by an automatic text that answers nothing and holds nothing up', () => {
    const asked = play(closed, tick());
    expect(asked).toMatchObject({
      status: 'closed',
      question: { state: 'asked', channel: 'public', linkId: 'l1', until: at('12:05', 26) },
    });
    const reopened = play(asked, [verdict('not_recovered'), customer, at('13:00', 21)]);
    expect(reopened.answers.at(-1)).toMatchObject({ human: false, question: true, state: 'queued' });
    expect(typesOf(reopened, [theirWord, taras, at('14:00', 21)])).toEqual(['case.closed']);
  });

  const byHand = ['case.outcome_due'];
  test.each<[string, Case, Partial<QuestionFacts>, string[]]>([
    ['where the last word was by phone, the assignee asks', calledByPhone, {}, byHand],
    [
      'where the source takes no answers, the assignee asks',
      answeredInPublic,
      { mentionId: undefined },
      byHand,
    ],
    [
      'where their words are gone and nobody spoke to them elsewhere, nobody asks',
      answeredInPublic,
      { mentionId: undefined, gone: true },
      ['case.outcome_not_asked'],
    ],
    [
      'who was called is asked by the assignee also when their words are gone',
      calledByPhone,
      { mentionId: undefined, gone: true },
      byHand,
    ],
    [
      'who wants to be left alone is left alone',
      play(answeredInPublic, [{ type: 'want_no_contact' }, taras, at('12:03')]),
      {},
      ['case.outcome_not_asked'],
    ],
  ])('%s', (_what, state, facts, expected) => {
    const shut = play(state, [close, taras, at('12:05')]);
    expect(typesOf(shut, tick(facts))).toEqual(expected);
    const after = play(shut, tick(facts));
    expect(typesOf(after, tick(facts, at('12:10', 21)))).toEqual([]);
    expect(nextTimer(after, policy, 'Europe/Kyiv', askAt)).toBeUndefined();
  });

  test('by the assignee: then the link counts from that moment', () => {
    const due = play(closed, tick({ mentionId: undefined }));
    const asked = play(due, [{ type: 'outcome_asked', channel: 'phone' }, taras, at('15:00', 22)]);
    expect(asked.question).toMatchObject({
      state: 'asked',
      channel: 'phone',
      linkId: 'l1',
      until: at('15:00', 27),
    });
    expect(nextTimer(asked, policy, 'Europe/Kyiv', at('15:01', 22))).toEqual(at('15:00', 27));
  });

  test('by the assignee when the public question was lost', () => {
    const asked = play(closed, tick());
    const lost: Step = [{ type: 'answer_lost', answerId: 'q1', reason: 'gone' }, heard, at('12:30', 21)];
    expect(typesOf(asked, lost)).toEqual(['case.answer_lost', 'case.outcome_due']);
    expect(play(asked, lost)).toMatchObject({ question: { state: 'to_ask' }, outcomeAskedAt: undefined });
  });

  test('not about a recovery that came back before, and anew about the next one', () => {
    const back = play(closed, [{ type: 'reopen', reason: 'Знову', lead: 'iryna' }, taras, at('18:00')]);
    expect(typesOf(back, tick())).not.toContain('case.outcome_asked');
    const again = play(back, [theirWord, taras, at('19:00')]);
    expect(typesOf(again, tick())).toEqual([]);
    expect(typesOf(again, tick({}, at('19:00', 21)))).toContain('case.outcome_asked');
  });
});

describe('what the customer said', () => {
  const asked = play(closed, tick());
  const happy = play(asked, [verdict('recovered', { words: 'Дякую!' }), customer, at('09:00', 22)]);

  test('stays theirs: the staff adds to it and does not overwrite it', () => {
    expect(decide(happy, verdict('not_recovered'), taras, at('10:00', 22), policy)).toMatchObject({
      refused: 'verdict_is_customers',
    });
    const counted = play(happy, [
      verdict('recovered', { words: 'Усе добре', savedMinor: 9_000, currency: 'EUR' }),
      taras,
      at('10:00', 22),
    ]);
    expect(counted.outcome).toMatchObject({ from: 'customer', words: 'Дякую!', savedMinor: 9_000 });
  });

  test('may be changed by them; the same again is no news', () => {
    expect(typesOf(happy, [verdict('recovered', { words: 'Дякую!' }), customer, at('10:00', 22)])).toEqual(
      [],
    );
    expect(play(happy, [verdict('partly'), customer, at('10:00', 22)]).outcome).toMatchObject({
      verdict: 'partly',
      from: 'customer',
    });
  });

  test('by a link that stood in public says so', () => {
    const said = play(asked, [verdict('recovered', { publicLink: true }), customer, at('09:00', 22)]);
    expect(said.outcome).toMatchObject({ publicLink: true });
  });

  test('of an earlier recovery does not bind the staff about the next one', () => {
    const back = play(asked, [verdict('not_recovered'), customer, at('09:00', 22)]);
    expect(back.status).toBe('open');
    expect(play(back, [verdict('recovered'), taras, at('10:00', 22)]).outcome).toMatchObject({
      verdict: 'recovered',
      from: 'staff',
    });
  });
});

describe('what the customer did afterwards', () => {
  const asked = play(closed, tick());

  test('stands beside their verdict and leaves it alone', () => {
    const said = play(
      asked,
      [verdict('partly', { words: 'Довго' }), customer, at('09:00', 22)],
      sees('praise'),
    );
    expect(said.outcome).toMatchObject({
      verdict: 'partly',
      words: 'Довго',
      from: 'customer',
      behaviour: 'praise',
    });
    expect(said.outcome?.at).toEqual(at('09:00', 22));
  });

  test.each<[string, Step[], string]>([
    ['a better rating says more than praise', [sees('praise'), sees('rating_up')], 'rating_up'],
    ['praise does not hide a better rating', [sees('rating_up'), sees('praise')], 'rating_up'],
    ['a new complaint says most', [sees('rating_up'), sees('new_complaint')], 'new_complaint'],
    ['praise breaks silence', [sees('silent'), sees('praise')], 'praise'],
    ['silence hides nothing', [sees('praise'), sees('silent')], 'praise'],
  ])('%s', (_what, steps, expected) => {
    expect(play(asked, ...steps).outcome?.behaviour).toBe(expected);
  });

  test('is silence when nothing came within the days of the link, beside what the staff wrote down', () => {
    const noted = play(closed, [verdict('recovered'), taras, at('13:00')], tick());
    expect(nextTimer(noted, policy, 'Europe/Kyiv', at('12:06', 21))).toEqual(at('12:05', 26));
    const later = play(noted, tick({}, at('12:05', 26)));
    expect(later.outcome).toMatchObject({ verdict: 'recovered', behaviour: 'silent' });
    expect(nextTimer(later, policy, 'Europe/Kyiv', at('12:06', 26))).toBeUndefined();
  });

  test('is no silence when something was seen or said', () => {
    for (const step of [sees('praise'), [verdict('partly'), customer, at('09:00', 22)] as const]) {
      expect(nextTimer(play(asked, step), policy, 'Europe/Kyiv', at('09:01', 23))).toBeUndefined();
    }
  });
});

describe('a report', () => {
  const sent = play(opened, [
    { type: 'report_sent', channel: 'email', language: 'uk', linkId: 'r1' },
    taras,
    at('11:00'),
  ]);

  test('is remembered with its link until it is revoked', () => {
    expect(sent.reports).toMatchObject([{ channel: 'email', by: 'taras', linkId: 'r1', at: at('11:00') }]);
    const revoke: CaseCommand = { type: 'revoke_report', linkId: 'r1' };
    const revoked = play(sent, [revoke, taras, at('12:00')]);
    expect(revoked.reports).toMatchObject([{ revokedAt: at('12:00') }]);
    expect(typesOf(revoked, [revoke, taras, at('12:01')])).toEqual([]);
    expect(decide(sent, { type: 'revoke_report', linkId: 'r2' }, taras, at('12:00'), policy)).toMatchObject({
      refused: 'no_such_report',
    });
  });

  test('in public is a person’s answer that answers nothing by itself', () => {
    const answer = { answerId: 'a9', mentionId: 'm1', text: 'Усе, що ми зробили: {link}' };
    const said = play(opened, [
      { type: 'report_sent', channel: 'public', language: 'uk', linkId: 'r1', answer },
      taras,
      at('11:00'),
    ]);
    expect(said.answers).toMatchObject([{ id: 'a9', human: true, substantive: false, channel: 'public' }]);
  });
});
