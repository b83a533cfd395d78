import type { AnswerChannel } from './case.js';
import { isRefusal, type Refusal } from './refusal.js';
import type { Actor } from './staff.js';
import { isDecided, type Suggestion, tellingOf, type Voice } from './suggestion.js';
import type { SuggestionEvent, SuggestionFact } from './suggestion-event.js';

/** What a person or Heard asks of one suggestion. Ids of new things come in. */
export type SuggestionCommand =
  | { readonly type: 'add_voice'; readonly voice: Voice }
  | { readonly type: 'retitle'; readonly title: string }
  /** What somebody who was cut off wanted to say. */
  | { readonly type: 'hear'; readonly voiceId: string; readonly words: string }
  | { readonly type: 'assign'; readonly to: string }
  | { readonly type: 'review' }
  | { readonly type: 'accept' | 'decline' | 'reconsider'; readonly reason: string }
  | { readonly type: 'finish'; readonly what: string }
  | {
      readonly type: 'tell';
      readonly voiceId: string;
      readonly tellingId: string;
      readonly channel: AnswerChannel;
      readonly text: string;
      /** What shows that it reached them; a public answer shows it by being seen. */
      readonly evidence?: string;
      readonly caseId?: string;
    }
  | { readonly type: 'telling_sent'; readonly tellingId: string; readonly externalId: string }
  | { readonly type: 'telling_seen'; readonly tellingId: string; readonly externalId?: string }
  | { readonly type: 'telling_failed'; readonly tellingId: string; readonly reason: string }
  | { readonly type: 'cannot_tell'; readonly voiceId: string; readonly reason: string };

type Decision = readonly SuggestionFact[] | Refusal;
type CommandOf<T extends SuggestionCommand['type']> = Extract<SuggestionCommand, { type: T }>;

/** What only the assignee, or somebody above a manager, may do. */
const decisions: ReadonlySet<SuggestionCommand['type']> = new Set([
  'accept',
  'decline',
  'reconsider',
  'finish',
]);

/** Says what happens to a suggestion, or why it may not. */
export function decideSuggestion(
  current: Suggestion,
  command: SuggestionCommand,
  by: Actor,
  now: Date,
): readonly SuggestionEvent[] | Refusal {
  const delivery = command.type.startsWith('telling_');
  if (current.state === 'merged' && !delivery) return mergedAlready(current);
  const isManager = by.kind === 'person' && by.role === 'manager';
  if (decisions.has(command.type) && isManager && by.staffId !== current.assignee) {
    return {
      refused: 'not_assignee',
      ...(current.assignee ? { about: { assignee: current.assignee } } : {}),
    };
  }
  return stamped(decideFacts(current, command), by, now);
}

function stamped(decision: Decision, by: Actor, now: Date): readonly SuggestionEvent[] | Refusal {
  return isRefusal(decision) ? decision : decision.map((fact) => ({ ...fact, at: now, by }));
}

function mergedAlready(current: Suggestion): Refusal {
  return { refused: 'suggestion_merged', about: { into: current.mergedInto ?? '' } };
}

function decideFacts(current: Suggestion, command: SuggestionCommand): Decision {
  switch (command.type) {
    case 'add_voice':
      return [{ type: 'suggestion.voice_added', voice: command.voice }];
    case 'retitle':
      if (isBlank(command.title)) return { refused: 'text_needed' };
      return command.title === current.title ? [] : [{ type: 'suggestion.titled', title: command.title }];
    case 'assign':
      return decideAssign(current, command);
    case 'review':
      return current.state === 'new' ? [{ type: 'suggestion.review_begun' }] : [];
    case 'accept':
    case 'decline':
    case 'reconsider':
    case 'finish':
      return decideVerdict(current, command);
    default:
      return decideTelling(current, command);
  }
}

function decideAssign(current: Suggestion, { to }: CommandOf<'assign'>): Decision {
  const begins: SuggestionFact[] = current.state === 'new' ? [{ type: 'suggestion.review_begun' }] : [];
  return to === current.assignee ? begins : [{ type: 'suggestion.assigned', to }, ...begins];
}

function decideVerdict(
  current: Suggestion,
  command: CommandOf<'accept' | 'decline' | 'reconsider' | 'finish'>,
): Decision {
  if (command.type === 'finish') {
    if (isBlank(command.what)) return { refused: 'text_needed' };
    if (current.state === 'done') return { refused: 'suggestion_settled' };
    if (current.state !== 'accepted') return { refused: 'suggestion_undecided' };
    return [{ type: 'suggestion.done', what: command.what }];
  }
  if (isBlank(command.reason)) return { refused: 'reason_needed' };
  if (command.type === 'reconsider') {
    if (!isDecided(current)) return { refused: 'suggestion_undecided' };
    return [{ type: 'suggestion.reconsidered', reason: command.reason }];
  }
  if (isDecided(current)) return { refused: 'suggestion_settled' };
  // Nobody can decide about what nobody has heard.
  if (current.voices.every((voice) => voice.unheard)) return { refused: 'suggestion_unheard' };
  const type = command.type === 'accept' ? 'suggestion.accepted' : 'suggestion.declined';
  return [{ type, reason: command.reason }];
}

type AboutPeople = CommandOf<
  'hear' | 'tell' | 'telling_sent' | 'telling_seen' | 'telling_failed' | 'cannot_tell'
>;

function decideTelling(current: Suggestion, command: AboutPeople): Decision {
  switch (command.type) {
    case 'hear': {
      const voice = current.voices.find(({ id }) => id === command.voiceId);
      if (!voice) return { refused: 'no_such_voice' };
      if (isBlank(command.words)) return { refused: 'words_needed' };
      return [{ type: 'suggestion.heard', voiceId: voice.id, words: command.words }];
    }
    case 'tell':
      return decideTell(current, command);
    case 'cannot_tell': {
      if (!current.voices.some(({ id }) => id === command.voiceId)) return { refused: 'no_such_voice' };
      if (isBlank(command.reason)) return { refused: 'reason_needed' };
      return [{ type: 'suggestion.unreachable', voiceId: command.voiceId, reason: command.reason }];
    }
    case 'telling_sent':
    case 'telling_seen':
    case 'telling_failed':
      return decideDelivery(current, command);
  }
}

function decideTell(current: Suggestion, command: CommandOf<'tell'>): Decision {
  const { voiceId, tellingId, channel, text, evidence, caseId } = command;
  const voice = current.voices.find(({ id }) => id === voiceId);
  if (!voice) return { refused: 'no_such_voice' };
  if (!isDecided(current)) return { refused: 'suggestion_undecided' };
  if (isBlank(text)) return { refused: 'text_needed' };
  const before = tellingOf(current, voice);
  if (before && before.state !== 'failed') return { refused: 'already_told' };
  if (channel === 'public' && voice.mentionId === undefined) return { refused: 'evidence_needed' };
  if (channel !== 'public' && isBlank(evidence ?? '')) return { refused: 'evidence_needed' };
  return [
    {
      type: 'suggestion.answered',
      voiceId,
      tellingId,
      channel,
      text,
      ...(channel === 'public' || evidence === undefined ? {} : { evidence }),
      ...(caseId === undefined ? {} : { caseId }),
    },
  ];
}

/** Delivery is reported more than once, also after the telling came to its end. */
function decideDelivery(
  current: Suggestion,
  command: CommandOf<'telling_sent' | 'telling_seen' | 'telling_failed'>,
): Decision {
  const telling = current.voices.flatMap((each) => each.tellings).find(({ id }) => id === command.tellingId);
  if (telling?.state !== 'queued' && telling?.state !== 'sent') return [];
  const { tellingId } = command;
  if (command.type === 'telling_sent') {
    const { externalId } = command;
    return telling.state === 'sent' ? [] : [{ type: 'suggestion.answer_sent', tellingId, externalId }];
  }
  if (command.type === 'telling_failed') {
    return [{ type: 'suggestion.answer_failed', tellingId, reason: command.reason }];
  }
  const { externalId } = command;
  return [{ type: 'suggestion.answer_seen', tellingId, ...(externalId === undefined ? {} : { externalId }) }];
}

/** What happens to two suggestions at once. */
export interface PairOfEvents {
  readonly first: readonly SuggestionEvent[];
  readonly second: readonly SuggestionEvent[];
}

/** Makes one suggestion a part of another: its people are answered with the people of that one. */
export function decideGrouping(
  part: Suggestion,
  into: Suggestion,
  by: Actor,
  now: Date,
): PairOfEvents | Refusal {
  if (part.id === into.id) return { refused: 'same_suggestion' };
  if (part.state === 'merged') return mergedAlready(part);
  if (into.state === 'merged') return mergedAlready(into);
  const stamp = { at: now, by };
  return {
    first: [{ type: 'suggestion.merged', into: into.id, ...stamp }],
    second: [{ type: 'suggestion.grouped', from: part.id, voices: part.voices, ...stamp }],
  };
}

/** Takes some people's sayings out of a suggestion and makes another of them: they meant something else. */
export function decideSplit(
  whole: Suggestion,
  voiceIds: readonly string[],
  newId: string,
  by: Actor,
  now: Date,
): PairOfEvents | Refusal {
  if (whole.state === 'merged') return mergedAlready(whole);
  const voices = whole.voices.filter(({ id }) => voiceIds.includes(id));
  if (voices.length < new Set(voiceIds).size || voices.length === 0) return { refused: 'no_such_voice' };
  if (voices.length === whole.voices.length) return { refused: 'nothing_left' };
  const stamp = { at: now, by };
  const { category, brandId, locationId } = whole;
  const made: SuggestionEvent = {
    type: 'suggestion.made',
    category,
    ...(brandId === undefined ? {} : { brandId }),
    ...(locationId === undefined ? {} : { locationId }),
    voices,
    splitFrom: whole.id,
    ...stamp,
  };
  const split = { type: 'suggestion.split_off', voiceIds: voices.map(({ id }) => id), into: newId } as const;
  return { first: [{ ...split, ...stamp }], second: [made] };
}

const isBlank = (text: string): boolean => text.trim() === '';
