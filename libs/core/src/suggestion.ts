import type { Category, Language } from './assessment.js';
import type { AnswerChannel } from './case.js';

/** Where a suggestion stands. `merged`: it goes on as a part of another. */
export type SuggestionState = 'new' | 'under_review' | 'accepted' | 'declined' | 'done' | 'merged';

/** Every state, in the order of a suggestion's way. */
export const suggestionStates: readonly SuggestionState[] = [
  'new',
  'under_review',
  'accepted',
  'declined',
  'done',
  'merged',
];

/** A place in a text: UTF-16 code units, end exclusive. */
export interface TextPlace {
  readonly start: number;
  readonly end: number;
}

/** Where somebody's being told stands; `failed` reached nobody. */
export type TellingState = 'queued' | 'sent' | 'told' | 'failed';

/** An answer to somebody who suggested: what became of it. */
export interface Telling {
  readonly id: string;
  readonly channel: AnswerChannel;
  readonly text: string;
  /** What shows that it reached them; absent while a public answer is on its way. */
  readonly evidence?: string;
  readonly state: TellingState;
  readonly at: Date;
}

/** One person's saying of a suggestion. Words of mentions stay in the mention. */
export interface Voice {
  readonly id: string;
  /** Where they wrote it; absent when they said it elsewhere. */
  readonly mentionId?: string;
  readonly places?: readonly TextPlace[];
  /** The case in which they said it. */
  readonly caseId?: string;
  /** Who said it, and how, where no mention tells. */
  readonly who?: string;
  readonly words?: string;
  readonly language: Language;
  readonly saidAt: Date;
  /** They were cut off while they explained: what they wanted to say has to be asked for. */
  readonly unheard?: true;
}

/** A voice with what was done to answer it. */
export interface AnsweredVoice extends Voice {
  readonly tellings: readonly Telling[];
  /** Why they cannot be told. */
  readonly unreachable?: string;
}

/** What one or more customers suggest, as its history tells it. */
export interface Suggestion {
  readonly id: string;
  readonly state: SuggestionState;
  /** In our words; until somebody gives it one, the first customer's own words stand for it. */
  readonly title?: string;
  readonly category: Category;
  readonly brandId?: string;
  readonly locationId?: string;
  readonly assignee?: string;
  readonly voices: readonly AnsweredVoice[];
  readonly madeAt: Date;
  /** Why it was accepted or declined. */
  readonly reason?: string;
  readonly decidedAt?: Date;
  /** What was done. */
  readonly done?: string;
  readonly doneAt?: Date;
  readonly mergedInto?: string;
}

/** True while there is something to tell the people who suggested it. */
export function isDecided({ state }: Suggestion): boolean {
  return state === 'accepted' || state === 'declined' || state === 'done';
}

/** When what has to be told was settled; what was told before does not tell it. */
function settledAt(current: Suggestion): Date | undefined {
  return current.state === 'done' ? current.doneAt : current.decidedAt;
}

/** The newest answer to the person about what was settled last. */
export function tellingOf(current: Suggestion, voice: AnsweredVoice): Telling | undefined {
  const since = settledAt(current);
  if (!isDecided(current) || since === undefined) return undefined;
  return voice.tellings.findLast((telling) => telling.at >= since);
}

/** Those who do not know yet what became of what they suggested; nobody while nothing is settled. */
export function notTold(current: Suggestion): readonly AnsweredVoice[] {
  if (!isDecided(current)) return [];
  return current.voices.filter(
    (voice) => voice.unreachable === undefined && tellingOf(current, voice)?.state !== 'told',
  );
}

/** What somebody has to look at in a suggestion. */
export type SuggestionFlag = 'people_not_told' | 'not_heard_out';

/** What is to be looked at now; a flag goes when its cause does. */
export function flagsOfSuggestion(current: Suggestion): readonly SuggestionFlag[] {
  const settled = current.state === 'done' || current.state === 'declined';
  return [
    ...(settled && notTold(current).length > 0 ? (['people_not_told'] as const) : []),
    ...(current.voices.some((voice) => voice.unheard) ? (['not_heard_out'] as const) : []),
  ];
}
