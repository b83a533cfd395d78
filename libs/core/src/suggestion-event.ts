import type { Category } from './assessment.js';
import type { AnswerChannel } from './case.js';
import type { Actor } from './staff.js';
import type { AnsweredVoice, Voice } from './suggestion.js';

/** What happened to a suggestion, without its stamp. */
export type SuggestionFact =
  | {
      readonly type: 'suggestion.made';
      readonly title?: string;
      readonly category: Category;
      readonly brandId?: string;
      readonly locationId?: string;
      readonly voices: readonly (Voice | AnsweredVoice)[];
      /** The suggestion it was a part of. */
      readonly splitFrom?: string;
    }
  | { readonly type: 'suggestion.voice_added'; readonly voice: Voice }
  | { readonly type: 'suggestion.titled'; readonly title: string }
  | { readonly type: 'suggestion.heard'; readonly voiceId: string; readonly words: string }
  | { readonly type: 'suggestion.assigned'; readonly to: string }
  | { readonly type: 'suggestion.review_begun' }
  | { readonly type: 'suggestion.accepted'; readonly reason: string }
  | { readonly type: 'suggestion.declined'; readonly reason: string }
  | { readonly type: 'suggestion.reconsidered'; readonly reason: string }
  | { readonly type: 'suggestion.done'; readonly what: string }
  | {
      readonly type: 'suggestion.answered';
      readonly voiceId: string;
      readonly tellingId: string;
      readonly channel: AnswerChannel;
      readonly text: string;
      /** Absent while a public answer is on its way. */
      readonly evidence?: string;
      /** The case whose answer it is. */
      readonly caseId?: string;
    }
  | { readonly type: 'suggestion.answer_sent'; readonly tellingId: string; readonly externalId: string }
  | { readonly type: 'suggestion.answer_seen'; readonly tellingId: string; readonly externalId?: string }
  | { readonly type: 'suggestion.answer_failed'; readonly tellingId: string; readonly reason: string }
  | { readonly type: 'suggestion.unreachable'; readonly voiceId: string; readonly reason: string }
  | { readonly type: 'suggestion.merged'; readonly into: string }
  | {
      readonly type: 'suggestion.grouped';
      readonly from: string;
      readonly voices: readonly AnsweredVoice[];
    }
  | {
      readonly type: 'suggestion.split_off';
      readonly voiceIds: readonly string[];
      readonly into: string;
    };

/** A step of a suggestion's history. Never edited after it was written. */
export type SuggestionEvent = SuggestionFact & { readonly at: Date; readonly by: Actor };
