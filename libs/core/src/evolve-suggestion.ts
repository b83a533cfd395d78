import type { AnsweredVoice, Suggestion, TellingState } from './suggestion.js';
import type { SuggestionEvent } from './suggestion-event.js';

type Made = Extract<SuggestionEvent, { type: 'suggestion.made' }>;
type Later = Exclude<SuggestionEvent, Made>;

/** The next state of a suggestion after an event: no choices, no rules. A history begins with `suggestion.made`. */
export function evolveSuggestion(
  current: Suggestion | undefined,
  event: SuggestionEvent,
  id: string,
): Suggestion {
  if (event.type === 'suggestion.made') return madeBy(event, id);
  if (!current) throw new Error(`History of suggestion ${id} begins with ${event.type}.`);
  return ofDecision(current, event) ?? ofPeople(current, event);
}

function madeBy(event: Made, id: string): Suggestion {
  const { title, category, brandId, locationId, at } = event;
  return {
    id,
    state: 'new',
    category,
    madeAt: at,
    voices: event.voices.map((voice) => ({ tellings: [], ...voice })),
    ...(title === undefined ? {} : { title }),
    ...(brandId === undefined ? {} : { brandId }),
    ...(locationId === undefined ? {} : { locationId }),
  };
}

function ofDecision(current: Suggestion, event: Later): Suggestion | undefined {
  switch (event.type) {
    case 'suggestion.titled':
      return { ...current, title: event.title };
    case 'suggestion.assigned':
      return { ...current, assignee: event.to };
    case 'suggestion.review_begun':
      return { ...current, state: 'under_review' };
    case 'suggestion.accepted':
      return { ...current, state: 'accepted', reason: event.reason, decidedAt: event.at };
    case 'suggestion.declined':
      return { ...current, state: 'declined', reason: event.reason, decidedAt: event.at };
    case 'suggestion.done':
      return { ...current, state: 'done', done: event.what, doneAt: event.at };
    case 'suggestion.reconsidered':
      return {
        ...current,
        state: 'under_review',
        reason: undefined,
        decidedAt: undefined,
        done: undefined,
        doneAt: undefined,
      };
    default:
      return undefined;
  }
}

function ofPeople(current: Suggestion, event: Later): Suggestion {
  switch (event.type) {
    case 'suggestion.voice_added':
      return { ...current, voices: [...current.voices, { ...event.voice, tellings: [] }] };
    case 'suggestion.heard':
      return voiced(current, event.voiceId, (voice) => ({
        ...voice,
        unheard: undefined,
        words: event.words,
      }));
    case 'suggestion.answered': {
      const { tellingId: id, channel, text, evidence, at } = event;
      const state = evidence === undefined ? 'queued' : 'told';
      const telling = {
        id,
        channel,
        text,
        state,
        at,
        ...(evidence === undefined ? {} : { evidence }),
      } as const;
      return voiced(current, event.voiceId, (voice) => ({
        ...voice,
        tellings: [...voice.tellings, telling],
      }));
    }
    case 'suggestion.answer_sent':
      return told(current, event.tellingId, 'sent');
    case 'suggestion.answer_seen':
      return told(current, event.tellingId, 'told');
    case 'suggestion.answer_failed':
      return told(current, event.tellingId, 'failed');
    case 'suggestion.unreachable':
      return voiced(current, event.voiceId, (voice) => ({ ...voice, unreachable: event.reason }));
    case 'suggestion.merged':
      return { ...current, state: 'merged', mergedInto: event.into, voices: [] };
    case 'suggestion.grouped':
      return { ...current, voices: [...current.voices, ...event.voices] };
    case 'suggestion.split_off':
      return { ...current, voices: current.voices.filter(({ id }) => !event.voiceIds.includes(id)) };
    default:
      return current;
  }
}

function voiced(
  current: Suggestion,
  id: string,
  change: (voice: AnsweredVoice) => AnsweredVoice,
): Suggestion {
  return { ...current, voices: current.voices.map((voice) => (voice.id === id ? change(voice) : voice)) };
}

function told(current: Suggestion, tellingId: string, state: TellingState): Suggestion {
  const voices = current.voices.map((voice) => ({
    ...voice,
    tellings: voice.tellings.map((telling) => (telling.id === tellingId ? { ...telling, state } : telling)),
  }));
  return { ...current, voices };
}

/** A suggestion rebuilt from its history alone. */
export function rebuildSuggestion(id: string, events: readonly SuggestionEvent[]): Suggestion {
  const state = events.reduce<Suggestion | undefined>(
    (current, event) => evolveSuggestion(current, event, id),
    undefined,
  );
  if (!state) throw new Error(`Suggestion ${id} has no history.`);
  return state;
}
