import type { Assessment, AssessmentInput, SignalCode } from '@heard/core';

/** What makes a text hard to read rightly. */
export type EdgeKind =
  | 'sarcasm'
  | 'negation'
  | 'praise_of_competitor'
  | 'question_not_complaint'
  | 'mixed_review'
  | 'five_stars_with_complaint'
  | 'one_star_with_praise'
  | 'transliteration'
  | 'mixed_languages'
  | 'masked_swearing'
  | 'friendly_swearing'
  | 'emoji_only'
  | 'spam'
  | 'advert'
  | 'quoted_and_solved'
  | 'about_somebody_else'
  | 'employee'
  | 'condolence'
  | 'news'
  | 'prompt_injection'
  | 'invisible_characters'
  | 'right_to_left'
  | 'lone_surrogates'
  | 'homoglyphs';

/** A hard text in our own words, and what a duty manager reads in it by the rubric; what is not named is not held. */
export interface EdgeCase extends Pick<AssessmentInput, 'text' | 'rating'> {
  readonly name: string;
  readonly kind: EdgeKind;
  readonly expects: Partial<Pick<Assessment, 'language' | 'intent' | 'urgency'>> &
    Pick<Assessment, 'sentiment'> & { readonly signals?: readonly SignalCode[] };
}

type Expected = EdgeCase['expects'];
type More = Partial<Expected>;

/** A complaint: negative, and whatever else is held of it. */
export function complains(more: More = {}): Expected {
  return { sentiment: 'negative', intent: 'complaint', ...more };
}

/** Praise: nothing to act on. */
export function praises(more: More = {}): Expected {
  return { sentiment: 'positive', intent: 'praise', urgency: 'none', ...more };
}

/** A question without a breach, which blocks nobody. */
export function asks(more: More = {}): Expected {
  return { sentiment: 'neutral', intent: 'question', urgency: 'none', ...more };
}

/** Chatter, news, adverts: nobody need act. */
export function isChatter(more: More = {}): Expected {
  return { sentiment: 'neutral', intent: 'other', urgency: 'none', ...more };
}

/** All of five stars, and only one of them. */
export const fiveStars = { value: 5, scale: 5 } as const;
export const oneStar = { value: 1, scale: 5 } as const;
