import fc from 'fast-check';
import { decideSuggestion, type SuggestionCommand } from './decide-suggestion.js';
import { evolveSuggestion, rebuildSuggestion } from './evolve-suggestion.js';
import { isRefusal } from './refusal.js';
import type { Actor } from './staff.js';
import { isDecided, notTold, type Suggestion } from './suggestion.js';
import type { SuggestionEvent } from './suggestion-event.js';

const start = Date.UTC(2026, 10, 20, 10);
const text = fc.constantFrom('', ' ', 'Зроблено', 'No');
const id = fc.constantFrom('1', '2', '3');
const command: fc.Arbitrary<SuggestionCommand> = fc.oneof(
  fc.record({
    type: fc.constantFrom('accept' as const, 'decline' as const, 'reconsider' as const),
    reason: text,
  }),
  fc.record({ type: fc.constant('finish' as const), what: text }),
  fc.record({ type: fc.constant('assign' as const), to: fc.constantFrom('taras', 'iryna') }),
  fc.record({ type: fc.constant('hear' as const), voiceId: id, words: text }),
  fc.record({ type: fc.constant('cannot_tell' as const), voiceId: id, reason: text }),
  fc.record({
    type: fc.constant('tell' as const),
    voiceId: id,
    tellingId: fc.constantFrom('t1', 't2', 't3', 't4'),
    channel: fc.constantFrom('public' as const, 'phone' as const),
    text,
    evidence: text,
  }),
  fc.record({
    type: fc.constant('telling_sent' as const),
    tellingId: id.map((n) => `t${n}`),
    externalId: id,
  }),
  fc.record({ type: fc.constant('telling_seen' as const), tellingId: id.map((n) => `t${n}`) }),
  fc.record({
    type: fc.constant('telling_failed' as const),
    tellingId: id.map((n) => `t${n}`),
    reason: text,
  }),
);
const actor: fc.Arbitrary<Actor> = fc.record({
  kind: fc.constant('person' as const),
  staffId: fc.constantFrom('taras', 'iryna'),
  role: fc.constantFrom('manager' as const, 'lead' as const),
});
const first: SuggestionEvent = {
  type: 'suggestion.made',
  category: 'delivery',
  voices: [
    { id: '1', mentionId: 'm1', language: 'uk', saidAt: new Date(start) },
    { id: '2', language: 'ru', saidAt: new Date(start), words: 'Открывайте раньше' },
    { id: '3', mentionId: 'm3', language: 'en', saidAt: new Date(start), unheard: true },
  ],
  at: new Date(start),
  by: { kind: 'heard' },
};

/** Everything that was allowed, and the state after each step. */
function played(steps: readonly (readonly [SuggestionCommand, Actor])[]) {
  const history: SuggestionEvent[] = [first];
  const states: Suggestion[] = [rebuildSuggestion('s1', history)];
  for (const [index, [each, by]] of steps.entries()) {
    const before = states.at(-1);
    if (!before) continue;
    const events = decideSuggestion(before, each, by, new Date(start + (index + 1) * 60_000));
    if (isRefusal(events)) continue;
    history.push(...events);
    states.push(events.reduce((current, event) => evolveSuggestion(current, event, 's1'), before));
  }
  return { history, states };
}

const steps = fc.array(fc.tuple(command, actor), { maxLength: 40 });

test('the history alone rebuilds every suggestion', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const { history, states } = played(all);
      expect(rebuildSuggestion('s1', history)).toEqual(states.at(-1));
    }),
  );
});

test('nobody counts as told without evidence, or before the answer was seen', () => {
  fc.assert(
    fc.property(steps, (all) => {
      for (const state of played(all).states.filter(isDecided)) {
        const told = state.voices.filter((voice) => !notTold(state).includes(voice));
        for (const voice of told.filter(({ unreachable }) => unreachable === undefined)) {
          const last = voice.tellings.at(-1);
          expect(last?.state).toBe('told');
          expect(last?.channel === 'public' || (last?.evidence ?? '').trim() !== '').toBe(true);
        }
      }
    }),
  );
});

test('nothing is done that was not accepted, and nothing is decided without a reason', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const { states } = played(all);
      for (const [index, state] of states.entries()) {
        if (isDecided(state)) expect(state.reason?.trim()).toBeTruthy();
        if (state.state === 'done' && states[index - 1]?.state !== 'done')
          expect(states[index - 1]?.state).toBe('accepted');
      }
    }),
  );
});
