import type { BrandReply, MentionKind } from './mention.js';
import type { Refusal } from './refusal.js';

/** What a length is counted in: Unicode characters, UTF-16 units, or bytes of UTF-8 (a Cyrillic letter is two). */
export type LengthUnit = 'characters' | 'utf16' | 'bytes';

/** How long a text may be on a platform. */
export interface LengthLimit {
  /** Absent where the platform publishes none. */
  readonly maxLength?: number;
  readonly minLength?: number;
  readonly unit: LengthUnit;
}

/** What an answer on a platform may be. */
export interface AnswerLimits extends LengthLimit {
  /** False where the platform takes no links. */
  readonly links: boolean;
  /** False where it takes no phone numbers and addresses either. */
  readonly contacts?: false;
  /** A new answer takes the place of the one that stands. */
  readonly replaces: boolean;
  /** The platform looks at answers before it shows them. */
  readonly moderated: boolean;
  /** How often, and for how many days, an answer can be corrected on the platform, where that is limited. */
  readonly edits?: { readonly times: number; readonly withinDays: number };
  /** What one answer takes of an allowance that the platform gives for a day. */
  readonly cost?: { readonly units: number; readonly ofDaily: number };
  /** The platform's one private answer to a comment. */
  readonly privately?: PrivateLimits;
  /** How long a message in a private conversation may be, where that is another length; nobody looks at it first, and it stays as it is. */
  readonly messages?: LengthLimit;
}

/** What the one private answer to a comment may be. */
export interface PrivateLimits extends LengthLimit {
  /** It is taken for so many days after the comment. */
  readonly withinDays: number;
}

/** Why a platform would not take a text. */
export type AnswerProblem =
  'answer_too_long' | 'answer_too_short' | 'answer_with_links' | 'answer_with_contacts';

/** A text as a platform counts it, and what speaks against it there. */
export interface AnswerMeasure {
  readonly length: number;
  /** Negative when it is too long; absent where there is no limit. */
  readonly left?: number;
  /** The first place in the text that the platform would not take. */
  readonly found?: string;
  readonly problems: readonly AnswerProblem[];
}

const aLink =
  /\b(?:https?:\/\/|www\.)\S+|(?<![@\p{L}\p{N}.-])(?:[\p{L}\p{N}-]+\.)+(?:com|net|org|info|biz|online|shop|store|site|app|me|io|ru|ua|by|kz|su|eu|uk|de|pl|рф|укр|бел|example)(?![\p{L}\p{N}-])(?:\/\S*)?/iu;
const aContact =
  /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+|(?<![\p{L}\p{N}])\+?\d(?:[\s().-]*\d){8,13}(?!\d)/iu;

/** How long a text is in the platform's own unit. */
export function lengthIn(unit: LengthUnit, text: string): number {
  if (unit === 'utf16') return text.length;
  let length = 0;
  for (const character of text) length += unit === 'bytes' ? bytesOf(character.codePointAt(0) ?? 0) : 1;
  return length;
}

function bytesOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}

/** Measures an answer as the platform would: its length, and what it would not take. */
export function measureAnswer(
  text: string,
  limits: LengthLimit & Partial<Pick<AnswerLimits, 'links' | 'contacts'>>,
): AnswerMeasure {
  const { maxLength, minLength = 0, unit, links = true, contacts = true } = limits;
  const length = lengthIn(unit, text);
  const link = links ? undefined : aLink.exec(text)?.[0];
  const contact = contacts ? undefined : aContact.exec(text)?.[0];
  const found = link ?? contact;
  const problems: AnswerProblem[] = [];
  if (maxLength !== undefined && length > maxLength) problems.push('answer_too_long');
  if (length < minLength) problems.push('answer_too_short');
  if (link !== undefined) problems.push('answer_with_links');
  if (contact !== undefined) problems.push('answer_with_contacts');
  return {
    length,
    ...(maxLength === undefined ? {} : { left: maxLength - length }),
    ...(found === undefined ? {} : { found }),
    problems,
  };
}

/** Where an answer goes: what is taken there, and what stands there now. */
export interface AnswerPlace {
  readonly limits?: AnswerLimits;
  readonly kind: MentionKind;
  readonly postedAt: Date;
  /** The brand's answer that the platform shows beside it. */
  readonly standing?: Pick<BrandReply, 'text'>;
}

/** An answer that somebody wants to give. */
export interface AnswerWanted {
  readonly text: string;
  readonly privately?: boolean;
  /** The answer that stands there, as the writer saw it: only it may be replaced. */
  readonly instead?: string;
}

const dayMs = 24 * 60 * 60 * 1000;

/** Until when the one private answer is taken; undefined where there is none. */
export function privatelyUntil({ limits, kind, postedAt }: AnswerPlace): Date | undefined {
  const { privately } = limits ?? {};
  if (!privately || (kind !== 'comment' && kind !== 'reply')) return undefined;
  return new Date(postedAt.getTime() + privately.withinDays * dayMs);
}

/** What an answer to a mention of this kind may be. */
export function limitsFor(limits: AnswerLimits, kind: MentionKind): AnswerLimits {
  const { messages, ...rest } = limits;
  if (kind !== 'message' || !messages) return rest;
  const { edits: _, ...inPrivate } = rest;
  return { ...inPrivate, ...messages, replaces: false, moderated: false };
}

/** Says why the platform would not take an answer, or why it would do harm there; undefined for one that may go. */
export function refuseThere(place: AnswerPlace, wanted: AnswerWanted, now: Date): Refusal | undefined {
  const { limits } = place;
  if (wanted.privately === true) {
    const until = privatelyUntil(place);
    if (until === undefined) return { refused: 'no_private_answer' };
    if (until <= now) return { refused: 'private_answer_over', about: { until: until.toISOString() } };
    return limits?.privately && overLimit(wanted.text, limits.privately);
  }
  if (!limits) return undefined;
  const inPlace = limitsFor(limits, place.kind);
  return overLimit(wanted.text, inPlace) ?? (inPlace.replaces ? wouldReplace(place, wanted) : undefined);
}

/** Why a text is too long, too short, or holds what is not taken; undefined for one that may go. */
export function overLimit(text: string, limits: LengthLimit): Refusal | undefined {
  const { length, found, problems } = measureAnswer(text, limits);
  const [refused] = problems;
  if (refused === undefined) return undefined;
  const { maxLength, minLength, unit } = limits;
  const about = {
    length: String(length),
    unit,
    ...(maxLength === undefined ? {} : { maxLength: String(maxLength) }),
    ...(minLength === undefined ? {} : { minLength: String(minLength) }),
    ...(found === undefined ? {} : { found }),
  };
  return { refused, about };
}

function wouldReplace({ standing }: AnswerPlace, { text, instead }: AnswerWanted): Refusal | undefined {
  if (standing === undefined || sameWords(standing.text, text)) return undefined;
  if (instead !== undefined && sameWords(standing.text, instead)) return undefined;
  return { refused: 'answer_stands', about: { standing: standing.text } };
}

/** Platforms trim answers and change their line ends. */
export function sameWords(one: string, other: string): boolean {
  const plain = (text: string): string => text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
  return plain(one) === plain(other);
}
