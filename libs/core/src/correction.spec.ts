import type { Category, SignalCode, Urgency } from './assessment.js';
import type { Case } from './case.js';
import type { CaseCommand, CommandOf } from './case-command.js';
import { type TextOfCase, weightOf } from './correction.js';
import { decide } from './decide.js';
import { evolve } from './evolve.js';
import { type FailureKind, failureSaid } from './failure.js';
import { at, iryna, olha, opened, play, refusalOf, seen, answer, taras } from './played.spec-suite.js';
import { policy } from './policy.spec-suite.js';
import { nextTimer } from './decide-tick.js';
import { stepsOf } from './playbook-steps.js';
import { isRefusal } from './refusal.js';
import { heard } from './staff.js';
import { triage } from './triage.js';
import { newsOf } from './verdicts.js';

const zone = 'Europe/Kyiv';
const text = (mentionId: string, urgency: Urgency, more: Partial<TextOfCase> = {}): TextOfCase => ({
  mentionId,
  complaint: true,
  urgency,
  urgencyReasons: [],
  said: false,
  ...more,
});
const correct = (
  mentionId: string,
  texts: readonly TextOfCase[],
  rest: Partial<CommandOf<'correct'>> = {},
): CommandOf<'correct'> => ({
  type: 'correct',
  mentionId,
  postedAt: at('10:00'),
  texts,
  lead: 'iryna',
  timeZone: zone,
  ...rest,
});
const say = (mentionId: string, urgency: Urgency, ...others: readonly TextOfCase[]) =>
  correct(mentionId, [text(mentionId, urgency, { said: true, urgencyReasons: ['corrected'] }), ...others], {
    urgency,
  });
const none = correct('m1', [text('m1', 'none', { complaint: false })]);
const joins: CaseCommand = {
  type: 'join',
  mentionId: 'm2',
  complaint: true,
  urgency: 'normal',
  urgencyReasons: ['definite_breach'],
  signals: [],
  postedAt: at('11:00'),
  notes: [],
};
const typesOf = (state: Case, command: CaseCommand, by = taras, when = at('12:00')): readonly string[] => {
  const events = decide(state, command, by, when, policy);
  return isRefusal(events) ? [events.refused] : events.map(({ type }) => type);
};

test.each<[string, readonly TextOfCase[], Urgency]>([
  ['no text', [], 'none'],
  ['the most urgent text', [text('a', 'low'), text('b', 'critical')], 'critical'],
  ['a second complaint is high', [text('a', 'low'), text('b', 'low')], 'high'],
  ['a person’s word on the second one stands', [text('a', 'low'), text('b', 'low', { said: true })], 'low'],
  ['a thank-you repeats nothing', [text('a', 'low'), text('b', 'none', { complaint: false })], 'low'],
  ['two tries are no repeated complaint', [text('a', 'normal', { tries: 2 })], 'normal'],
  ['tries add up', [text('a', 'normal', { tries: 2 }), text('b', 'normal', { tries: 1 })], 'high'],
])('a case by its texts: %s', (_what, texts, urgency) => {
  expect(weightOf(texts).urgency).toBe(urgency);
});

test.each<[string, Parameters<typeof newsOf>, ReturnType<typeof newsOf>]>([
  ['another verdict', [{ urgency: 'low' }, { sentiment: 'negative' }, {}], { urgency: 'low' }],
  [
    'agreeing with the machine',
    [{ sentiment: 'negative' }, { sentiment: 'negative' }, {}],
    { sentiment: 'negative' },
  ],
  ['what was said already', [{ urgency: 'low' }, { sentiment: 'neutral' }, { urgency: 'low' }], {}],
  [
    'a complaint is negative',
    [{ intent: 'complaint' }, { sentiment: 'neutral' }, {}],
    { intent: 'complaint', sentiment: 'negative' },
  ],
  [
    'unless a person said otherwise',
    [{ intent: 'complaint' }, { sentiment: 'neutral' }, { sentiment: 'neutral' }],
    { intent: 'complaint' },
  ],
])('what is news of a correction: %s', (_what, given, news) => {
  expect(newsOf(...given)).toEqual(news);
});

test.each<[Category, readonly SignalCode[], FailureKind]>([
  ['delivery', [], 'not_delivered'],
  ['product', ['undelivered'], 'defective_product'],
  ['staff', ['unauthorized_charge'], 'rude_staff'],
  ['billing', ['unauthorized_charge'], 'charged_without_consent'],
  ['billing', [], 'other'],
  ['support', ['broken_promise'], 'broken_promise'],
  ['support', [], 'no_answer'],
  ['other', ['undelivered'], 'other'],
  ['app', ['sent_in_circles'], 'sent_in_circles'],
])('a person’s category %s with %j is a case of %s', (category, signals, failure) => {
  expect(failureSaid(category, signals)).toBe(failure);
});

describe('how urgent it is', () => {
  test('said to be more urgent, the case is, and says who said so', () => {
    const [event] = decide(opened(), say('m1', 'critical'), taras, at('12:00'), policy) as object[];
    expect(event).toMatchObject({
      type: 'case.urgency_corrected',
      to: 'critical',
      said: 'critical',
      reasons: ['corrected'],
      by: taras,
    });
  });

  test('said to be less urgent, it is no more urgent than its other complaints', () => {
    const two = play(opened({ urgency: 'high' }), [joins, heard, at('11:01')]);
    expect(play(two, [say('m1', 'low', text('m2', 'normal')), taras, at('12:00')]).urgency).toBe('high');
    expect(play(opened({ urgency: 'high' }), [say('m1', 'low'), taras, at('12:00')]).urgency).toBe('low');
  });

  test('no later reading of the same text goes above a person’s word; a further complaint does', () => {
    const calm = play(opened({ urgency: 'high' }), [say('m1', 'low'), taras, at('12:00')]);
    const read = { type: 'reassess', mentionId: 'm1', urgency: 'critical', urgencyReasons: [] } as const;
    expect(typesOf(calm, read, heard)).toEqual([]);
    expect(play(calm, [joins, heard, at('13:00')]).urgency).toBe('high');
  });

  test('taken back, it is as urgent as its words, and a later reading counts again', () => {
    const calm = play(opened({ urgency: 'high' }), [say('m1', 'low'), taras, at('12:00')]);
    const back = correct('m1', [text('m1', 'high')], {
      takenBack: { fields: ['urgency'], category: 'delivery', signals: [] },
    });
    const again = play(calm, [back, taras, at('12:05')]);
    expect(again).toMatchObject({ urgency: 'high', urgencySaidOf: [] });
    const read = { type: 'reassess', mentionId: 'm1', urgency: 'critical', urgencyReasons: [] } as const;
    expect(typesOf(again, read, heard)).toEqual(['case.urgency_raised']);
  });

  test('a manager corrects what is theirs; a lead corrects all', () => {
    expect(refusalOf(opened(), say('m1', 'low'), olha)).toBe('not_assignee');
    expect(typesOf(opened(), say('m1', 'low'), iryna)).toEqual(['case.urgency_corrected']);
  });

  test('a text of another case changes nothing', () => {
    expect(typesOf(opened(), say('m9', 'critical'))).toEqual([]);
  });
});

describe('no complaint', () => {
  const calm = play(opened({ urgency: 'high' }), [none, taras, at('12:00')]);

  test('nobody waits for anything then, and the case may be closed', () => {
    expect(calm).toMatchObject({ complaints: 0, complaintIds: [], urgency: 'none', status: 'open' });
    const closed = play(calm, [{ type: 'close', because: 'no_complaint' }, taras, at('12:05')]);
    expect(closed).toMatchObject({ status: 'closed', closedBecause: 'no_complaint' });
    expect(nextTimer(closed, policy, zone, at('12:06'))).toBeUndefined();
  });

  test('no step of a playbook is late where nobody complained', () => {
    const facts = { timeZone: zone, assigneePresent: true, lead: 'iryna' };
    const types = typesOf(calm, { type: 'tick', facts }, heard, at('12:30'));
    expect(types).not.toContain('case.step_overdue');
  });

  test('while a complaint stands nobody closes it so', () => {
    expect(refusalOf(opened(), { type: 'close', because: 'no_complaint' })).toBe('complaint_stands');
    const two = play(opened(), [joins, heard, at('11:01')]);
    const half = play(two, [
      correct('m1', [text('m1', 'none', { complaint: false }), text('m2', 'normal')]),
      taras,
      at('12:00'),
    ]);
    expect(refusalOf(half, { type: 'close', because: 'no_complaint' })).toBe('complaint_stands');
  });

  test('grave words need somebody above a manager', () => {
    const grave = play(opened({ signals: ['safety'] }), [none, taras, at('12:00')]);
    expect(refusalOf(grave, { type: 'close', because: 'no_complaint' })).toBe('lead_needed');
    expect(refusalOf(grave, { type: 'close', because: 'no_complaint' }, iryna)).toBe('allowed');
  });

  test('a further complaint brings it back, with the clock of the first text', () => {
    const closed = play(calm, [{ type: 'close', because: 'no_complaint' }, taras, at('12:05')]);
    const verdict = triage(
      { isBrand: false, hasWords: true, postedAt: at('13:00') },
      { intent: 'complaint', sentiment: 'negative' } as never,
      [
        {
          caseId: 'c1',
          status: 'closed',
          lastMentionAt: at('10:00'),
          closedAt: at('12:05'),
          closedBecause: 'no_complaint',
        },
      ],
    );
    expect(verdict).toEqual({ verdict: 'join', caseId: 'c1', complaint: true });
    const back = play(closed, [{ ...joins, postedAt: at('13:00') }, heard, at('13:01')]);
    expect(back).toMatchObject({ status: 'open', complaints: 1, reopened: 1, postedAt: at('10:00') });
    expect(back.rounds.at(-1)).toMatchObject({ because: 'reopened', startedAt: at('13:00') });
  });

  test('said to be a complaint again, it is as urgent as before', () => {
    const again = play(calm, [correct('m1', [text('m1', 'high')]), taras, at('12:10')]);
    expect(again).toMatchObject({ complaints: 1, urgency: 'high' });
  });

  test('said to be a complaint again after a long time, the assignee has all their time before them', () => {
    const again = play(calm, [correct('m1', [text('m1', 'high')]), iryna, at('16:00')]);
    const facts = { timeZone: zone, assigneePresent: true, lead: 'iryna' };
    expect(typesOf(again, { type: 'tick', facts }, heard, at('16:01'))).not.toContain('case.handed_over');
  });

  test('closed and said to be a complaint again, it is open', () => {
    const closed = play(calm, [{ type: 'close', because: 'no_complaint' }, taras, at('12:05')]);
    expect(typesOf(closed, correct('m1', [text('m1', 'high')]), taras, at('12:10'))).toEqual([
      'case.complaint_corrected',
      'case.reopened',
      'case.round_begun',
      'case.urgency_corrected',
    ]);
  });

  test('an afterthought that a person calls a complaint begins a round after an answer', () => {
    const thanks = { ...joins, complaint: false, postedAt: at('13:00') };
    const answered = play(
      opened(),
      [answer(), taras, at('12:00')],
      [seen(), heard, at('12:01')],
      [thanks, heard, at('13:01')],
    );
    const said = correct('m2', [text('m1', 'normal'), text('m2', 'normal')], { postedAt: at('13:00') });
    expect(typesOf(answered, said, taras, at('13:10'))).toEqual([
      'case.complaint_corrected',
      'case.round_begun',
      'case.urgency_corrected',
    ]);
  });
});

describe('what it is about', () => {
  const said = correct('m1', [text('m1', 'normal')], { category: 'staff' });

  test('the steps are those of the other playbook, counted from the same posting', () => {
    const moved = play(opened(), [said, taras, at('12:00')]);
    expect(moved).toMatchObject({ category: 'staff', failure: 'rude_staff', postedAt: at('10:00') });
    expect(stepsOf(moved, policy, zone, at('12:00'))[0]?.due).toEqual(at('11:00'));
  });

  test('what is late under both playbooks is told once', () => {
    const facts = { timeZone: zone, assigneePresent: true, lead: 'iryna' };
    const late = play(opened(), [{ type: 'tick', facts }, heard, at('11:30')]);
    expect(late.overdueSteps).toEqual(['answer']);
    const moved = play(late, [said, taras, at('12:00')]);
    expect(moved.overdueSteps).toEqual(['answer']);
    expect(typesOf(moved, { type: 'tick', facts }, heard, at('12:01'))).not.toContain('case.step_overdue');
  });

  test('taken back, it is about what was understood, by the signals of that text', () => {
    const moved = play(opened(), [said, taras, at('12:00')]);
    const takenBack = {
      fields: ['category' as const],
      category: 'other' as const,
      signals: ['privacy' as const],
    };
    const back = play(moved, [correct('m1', [text('m1', 'normal')], { takenBack }), taras, at('12:05')]);
    expect(back).toMatchObject({ category: 'other', failure: 'data_leak' });
  });

  test('the same once more changes nothing, nor does what a later text is about', () => {
    const moved = play(opened(), [said, taras, at('12:00')]);
    expect(typesOf(moved, said)).toEqual([]);
    const two = play(opened(), [joins, heard, at('11:01')]);
    const other = correct('m2', [text('m1', 'normal'), text('m2', 'normal')], { category: 'staff' });
    expect(typesOf(two, other)).toEqual([]);
  });

  test('reports may be set right after the closing', () => {
    const closed = play(play(opened(), [none, taras, at('12:00')]), [
      { type: 'close', because: 'no_complaint' },
      taras,
      at('12:05'),
    ]);
    const after = correct('m1', [text('m1', 'none', { complaint: false })], { category: 'staff' });
    const events = decide(closed, after, taras, at('12:10'), policy);
    if (isRefusal(events)) throw new Error(events.refused);
    expect(events.reduce((state, event) => evolve(state, event, 'c1'), closed)).toMatchObject({
      status: 'closed',
      category: 'staff',
    });
  });
});
