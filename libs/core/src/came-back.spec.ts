import type { Case } from './case.js';
import { roundClocks } from './case-clocks.js';
import type { CaseCommand } from './case-command.js';
import { roundAnsweredAt } from './counted-answers.js';
import {
  answer,
  at,
  opened,
  play,
  recoveredAgain,
  refusalOf,
  seen,
  type Step,
  taras,
} from './played.spec-suite.js';
import { heard } from './staff.js';

/** They complain once more. */
const join = (postedAt: Date): CaseCommand => ({
  type: 'join',
  mentionId: 'm2',
  complaint: true,
  urgency: 'normal',
  urgencyReasons: [],
  signals: [],
  postedAt,
  notes: [],
});

describe('closing what came back', () => {
  const close = (because: 'fixed' | 'refused'): CaseCommand => ({ type: 'close', because });
  const back: Step = [{ type: 'reopen', reason: 'Знову те саме', lead: 'iryna' }, taras, at('13:00')];
  const answered = play(opened(), [answer(), taras, at('10:10')], [seen(), heard, at('10:11')]);
  const offer = { type: 'offer_fix', fixId: 'f', offer: { kind: 'redelivery', what: 'Привезти' } } as const;
  const fixed = play(
    answered,
    [offer, taras, at('11:00')],
    [{ type: 'complete_fix', fixId: 'f', evidence: 'Підпис' }, taras, at('12:00')],
    [close('fixed'), taras, at('12:05')],
    back,
  );
  const refuse: CaseCommand = { type: 'refuse', reason: 'Ціле', evidence: 'Акт 7', appeal: 'Пишіть нам' };
  const refused = play(
    answered,
    [refuse, taras, at('11:00')],
    [answer({}, 'r1'), taras, at('11:10')],
    [seen('r1'), heard, at('11:11')],
    [close('refused'), taras, at('12:05')],
    back,
  );

  test.each<[string, Case, CaseCommand, string]>([
    ['the fix that did not help', fixed, close('fixed'), 'nothing_since_back'],
    ['the refusal that was not the last word', refused, close('refused'), 'nothing_since_back'],
  ])('takes more than %s', (_what, state, command, expected) => {
    expect(refusalOf(state, command, taras, at('13:30'))).toBe(expected);
  });

  test('takes a fix and an answer since it came back', () => {
    const [offered, done, ...said] = recoveredAgain(taras, 21);
    const mended = play(fixed, ...[offered, done].filter((each) => each !== undefined));
    expect(refusalOf(mended, close('fixed'), taras, at('15:00', 21))).toBe('no_visible_answer');
    expect(refusalOf(play(mended, ...said), close('fixed'), taras, at('15:00', 21))).toBe('allowed');
  });

  test('takes an answer to what was complained of since the last one', () => {
    const again = play(
      answered,
      [offer, taras, at('11:00')],
      [{ type: 'complete_fix', fixId: 'f', evidence: 'Підпис' }, taras, at('12:00')],
      [join(at('12:30')), heard, at('12:31')],
    );
    expect(refusalOf(again, close('fixed'), taras, at('13:00'))).toBe('no_visible_answer');
  });
});

describe('a complaint and an answer that cross', () => {
  const answered = play(opened(), [answer(), taras, at('10:10')], [seen(), heard, at('10:14')]);

  test('an answer that is seen late does not answer what was said after it was written', () => {
    const again = play(answered, [join(at('10:12')), heard, at('10:15')]);
    expect(again.rounds).toHaveLength(2);
    expect(roundAnsweredAt(again)).toBeUndefined();
    expect(roundClocks(again, at('11:00'))[1]).not.toHaveProperty('answeredAt');
  });

  test('a complaint that comes in late, from before the answer, begins no round', () => {
    const late = play(answered, [join(at('10:05')), heard, at('10:15')]);
    expect(late.rounds).toHaveLength(1);
    expect(roundAnsweredAt(late)).toEqual(at('10:14'));
  });
});
