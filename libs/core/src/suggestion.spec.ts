import { isRefusal } from './refusal.js';
import { type Actor, heard } from './staff.js';
import {
  decideGrouping,
  decideSplit,
  decideSuggestion,
  type SuggestionCommand,
} from './decide-suggestion.js';
import { evolveSuggestion, rebuildSuggestion } from './evolve-suggestion.js';
import { flagsOfSuggestion, type Suggestion, notTold, type Voice } from './suggestion.js';
import type { SuggestionEvent } from './suggestion-event.js';
import { suggestedIn } from './suggestion-found.js';
import { alikeTexts, sentenceAt } from './suggestion-alike.js';

const now = new Date('2026-11-20T10:00:00Z');
const later = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000);
const lead: Actor = { kind: 'person', staffId: 'iryna', role: 'lead' };
const taras: Actor = { kind: 'person', staffId: 'taras', role: 'manager' };
const voice = (id: string, rest: Partial<Voice> = {}): Voice => ({
  id,
  mentionId: `m-${id}`,
  places: [{ start: 0, end: 10 }],
  language: 'uk',
  saidAt: now,
  ...rest,
});
const made = (...voices: Voice[]): Suggestion =>
  rebuildSuggestion('s1', [{ type: 'suggestion.made', category: 'delivery', voices, at: now, by: heard }]);

let minute = 0;

/** What becomes of it; the minutes go on with every step. */
function after(
  start: Suggestion,
  ...commands: (SuggestionCommand | [SuggestionCommand, Actor])[]
): Suggestion {
  return commands.reduce<Suggestion>((state, each) => {
    const [command, by] = Array.isArray(each) ? each : [each, lead];
    const events = decideSuggestion(state, command, by, later(++minute));
    if (isRefusal(events)) throw new Error(events.refused);
    return events.reduce((current, event) => evolveSuggestion(current, event, current.id), state);
  }, start);
}
const refusal = (state: Suggestion, command: SuggestionCommand, by: Actor = lead): string => {
  const decision = decideSuggestion(state, command, by, later(++minute));
  return isRefusal(decision) ? decision.refused : 'allowed';
};
const accept = { type: 'accept', reason: 'Про це просять щотижня' } as const;
const finish = { type: 'finish', what: 'Пункт видачі відчинено до 22:00' } as const;
const tell = (voiceId: string, rest: Partial<Extract<SuggestionCommand, { type: 'tell' }>> = {}) =>
  ({
    type: 'tell',
    voiceId,
    tellingId: `t-${voiceId}`,
    channel: 'phone',
    text: 'Ми зробили так, як ви радили',
    evidence: 'дзвінок о 12:10',
    ...rest,
  }) as const;

describe('the way of a suggestion', () => {
  test.each<[string, Suggestion, SuggestionCommand, Actor, string]>([
    [
      'may not be declined without a reason',
      made(voice('1')),
      { type: 'decline', reason: ' ' },
      lead,
      'reason_needed',
    ],
    ['is decided by whoever it was given to', made(voice('1')), accept, taras, 'not_assignee'],
    [
      'is decided by its assignee',
      after(made(voice('1')), { type: 'assign', to: 'taras' }),
      accept,
      taras,
      'allowed',
    ],
    [
      'is decided once',
      after(made(voice('1')), accept),
      { type: 'decline', reason: 'Ні' },
      lead,
      'suggestion_settled',
    ],
    ['is not done before it is accepted', made(voice('1')), finish, lead, 'suggestion_undecided'],
    [
      'is not done without saying what was done',
      after(made(voice('1')), accept),
      { type: 'finish', what: '' },
      lead,
      'text_needed',
    ],
    [
      'is not done after it was declined',
      after(made(voice('1')), { type: 'decline', reason: 'Ні' }),
      finish,
      lead,
      'suggestion_undecided',
    ],
    [
      'comes back with a reason',
      after(made(voice('1')), accept),
      { type: 'reconsider', reason: '' },
      lead,
      'reason_needed',
    ],
    ['is not decided unheard', made(voice('1', { unheard: true })), accept, lead, 'suggestion_unheard'],
    ['answers nobody before it is decided', made(voice('1')), tell('1'), lead, 'suggestion_undecided'],
    ['tells nobody twice', after(made(voice('1')), accept, tell('1')), tell('1'), lead, 'already_told'],
    [
      'tells again of what was done',
      after(made(voice('1')), accept, tell('1'), finish),
      tell('1'),
      lead,
      'allowed',
    ],
    [
      'needs evidence of a call',
      after(made(voice('1')), accept),
      tell('1', { evidence: '' }),
      lead,
      'evidence_needed',
    ],
    [
      'is not answered in public where nothing was written',
      after(made(voice('1', { mentionId: undefined })), accept),
      tell('1', { channel: 'public' }),
      lead,
      'evidence_needed',
    ],
    ['knows its people', after(made(voice('1')), accept), tell('9'), lead, 'no_such_voice'],
  ])('%s', (_, state, command, by, expected) => {
    expect(refusal(state, command, by)).toBe(expected);
  });

  test('goes from new to done, and review begins when somebody gets it', () => {
    const states = [
      made(voice('1')),
      after(made(voice('1')), { type: 'assign', to: 'taras' }),
      after(made(voice('1')), accept),
      after(made(voice('1')), accept, finish),
      after(made(voice('1')), accept, finish, { type: 'reconsider', reason: 'Знову зачиняють о 20:00' }),
    ];
    expect(states.map(({ state }) => state)).toEqual([
      'new',
      'under_review',
      'accepted',
      'done',
      'under_review',
    ]);
  });
});

describe('the people who suggested it', () => {
  const done = after(made(voice('1'), voice('2')), accept, finish);

  test('are flagged until all of them know, also when it was declined', () => {
    expect(flagsOfSuggestion(done)).toEqual(['people_not_told']);
    expect(notTold(after(done, tell('1'))).map(({ id }) => id)).toEqual(['2']);
    const unreachable = { type: 'cannot_tell', voiceId: '2', reason: 'Сторінку видалено' } as const;
    expect(flagsOfSuggestion(after(done, tell('1'), unreachable))).toEqual([]);
    expect(flagsOfSuggestion(after(made(voice('1')), { type: 'decline', reason: 'Ні' }))).toEqual([
      'people_not_told',
    ]);
    expect(flagsOfSuggestion(after(made(voice('1')), accept))).toEqual([]);
  });

  test('know it in public when it was seen, and not when it was rejected', () => {
    const sent = after(done, tell('1', { channel: 'public' }));
    expect(notTold(sent)).toHaveLength(2);
    expect(notTold(after(sent, { type: 'telling_seen', tellingId: 't-1' }))).toHaveLength(1);
    const failed = after(sent, { type: 'telling_failed', tellingId: 't-1', reason: 'removed' });
    expect(notTold(failed)).toHaveLength(2);
    expect(refusal(failed, tell('1'))).toBe('allowed');
    // What comes late changes nothing.
    expect(after(failed, { type: 'telling_seen', tellingId: 't-1' })).toEqual(failed);
  });

  test('who were cut off are flagged until they are heard', () => {
    const unheard = made(voice('1', { unheard: true }));
    expect(flagsOfSuggestion(unheard)).toEqual(['not_heard_out']);
    const asked = after(unheard, { type: 'hear', voiceId: '1', words: 'Попереджати про затримку' });
    expect(flagsOfSuggestion(asked)).toEqual([]);
    expect(asked.voices[0]?.words).toBe('Попереджати про затримку');
    expect(refusal(asked, accept)).toBe('allowed');
  });
});

describe('grouping', () => {
  const into: Suggestion = { ...made(voice('2')), id: 's2' };
  const apply = (state: Suggestion, events: readonly SuggestionEvent[]): Suggestion =>
    events.reduce((current, event) => evolveSuggestion(current, event, current.id), state);

  test('a part leaves its people to the whole, which then can be split again', () => {
    const pair = decideGrouping(made(voice('1')), into, lead, now);
    if (isRefusal(pair)) throw new Error(pair.refused);
    const [part, whole] = [apply(made(voice('1')), pair.first), apply(into, pair.second)];
    expect([part.state, part.mergedInto, part.voices.length]).toEqual(['merged', 's2', 0]);
    expect(whole.voices.map(({ id }) => id)).toEqual(['2', '1']);
    expect(refusal(part, accept)).toBe('suggestion_merged');

    const split = decideSplit(whole, ['1'], 's3', lead, now);
    if (isRefusal(split)) throw new Error(split.refused);
    expect(apply(whole, split.first).voices.map(({ id }) => id)).toEqual(['2']);
    expect(rebuildSuggestion('s3', split.second).voices.map(({ id }) => id)).toEqual(['1']);
  });

  test.each([
    ['itself', into, into, 'same_suggestion'],
    ['a part of another', made(voice('1')), { ...into, state: 'merged' as const }, 'suggestion_merged'],
  ])('cannot join %s', (_, part, whole, refused) => {
    expect(decideGrouping(part, whole, lead, now)).toMatchObject({ refused });
  });

  test.each([
    [['2'], 'nothing_left'],
    [[], 'no_such_voice'],
    [['9'], 'no_such_voice'],
  ])('splitting off %j is refused', (ids, refused) => {
    expect(decideSplit(into, ids, 's3', lead, now)).toMatchObject({ refused });
  });
});

describe('what a text suggests', () => {
  const assessed = { intent: 'complaint' as const, signals: [], notes: [] };
  test.each([
    [
      'a marked place',
      { ...assessed, signals: [{ code: 'suggestion' as const, start: 3, end: 9 }] },
      { places: [{ start: 3, end: 9 }] },
    ],
    ['all of it', { ...assessed, intent: 'suggestion' as const }, { places: [{ start: 0, end: 12 }] }],
    [
      'that they were cut off',
      { ...assessed, notes: [{ code: 'interrupted_feedback' as const, start: 1, end: 4 }] },
      { places: [{ start: 1, end: 4 }], unheard: true },
    ],
    ['nothing', assessed, undefined],
  ])('%s', (_, assessment, expected) => {
    expect(suggestedIn('Дванадцять!!', assessment)).toEqual(expected);
  });
});

describe('texts that look alike', () => {
  const others = [
    { id: 'same', text: 'Зробіть, щоб пункт видачі працював увечері' },
    { id: 'ru', text: 'Пункт выдачи мог бы работать вечером' },
    { id: 'other', text: 'Додайте оплату карткою в застосунку' },
    { id: 'empty', text: '' },
  ];
  test('the likest come first, whatever the endings', () => {
    const found = alikeTexts('Було б добре, якби пункти видачі працювали ввечері', others).map(
      ({ id }) => id,
    );
    expect(found[0]).toBe('same');
    expect(found).not.toContain('other');
    expect(found).not.toContain('empty');
  });
  test.each([
    ['Жах. Зробіть доставку вранці! Дякую.', 12, 20, 'Зробіть доставку вранці!'],
    ['без крапок', 0, 3, 'без крапок'],
    ['a', 5, 9, 'a'],
  ])('the sentence of a place in %j', (text, start, end, sentence) => {
    expect(sentenceAt(text, { start, end })).toBe(sentence);
  });
});
