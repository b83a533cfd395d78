import {
  type AnswerChannel,
  type ClosedBecause,
  type FixKind,
  fixKinds,
  type LaterBehaviour,
  type Urgency,
  type Verdict,
} from '@heard/core';
import { Flag, Inner, InnerList, Moment, OneOf, Text, Token, Uuid, Whole } from './fields.js';
import { QueryList } from './free-fields.js';
import { PageDto } from './page.dto.js';

const words = { max: 5_000 } as const;
const evidence = {
  max: 5_000,
  about: 'What proves it: an address of a photo, a receipt number, their words.',
} as const;
const mostMinor = 1_000_000_000_000;

/** Which cases to list. */
export class CasesQuery extends PageDto {
  @OneOf(['open', 'closed', 'all'], { optional: true, about: '`open` when absent.' })
  status?: 'open' | 'closed' | 'all';

  @Token({
    optional: true,
    pattern: /^(me|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/u,
    about: 'The id of a person, or `me`.',
  })
  assignee?: string;

  @QueryList(['critical', 'high', 'normal', 'low', 'none'])
  urgency?: Urgency[];

  @Uuid({ optional: true, about: 'About this brand.' })
  brandId?: string;

  @Uuid({ optional: true, about: 'About this location.' })
  locationId?: string;
}

/** Takes a case, having seen whose it is. */
export class TakeDto {
  @Uuid({
    about: 'The assignee on the screen of the one who takes: of two who take at once, one is told who won.',
  })
  seenAssignee: string;
}

/** Hands a case over. */
export class HandOverDto {
  @Uuid()
  to: string;

  @Text(words)
  reason: string;
}

/** What the writer says of a promise that was found in an answer: its date, or that it is none. */
export class PromiseInTextDto {
  @Whole({ min: 0, max: 10_000, about: 'Where it begins in the text, in UTF-16 code units.' })
  start: number;

  @Whole({ min: 0, max: 10_000, about: 'Where it ends, exclusive.' })
  end: number;

  @Moment({ optional: true, about: 'By when; absent where it is no promise.' })
  due?: Date;

  @Flag({ optional: true, about: 'True: these words promise nothing.' })
  none?: boolean;

  @Uuid({ optional: true, about: 'The promise that it says again; found by its words when absent.' })
  repeats?: string;
}

const promisesAbout =
  'One for each promise in the text; a refusal `promise_needs_date` or `promise_not_confirmed` names one that is missing.';
const overruleAbout = 'Why it is sent although it is held back (`answer_held`); recorded in the history.';

/** Answers through the source. */
export class AnswerDto {
  @InnerList(() => PromiseInTextDto, { optional: true, min: 0, max: 20, about: promisesAbout })
  promises?: PromiseInTextDto[];

  @Text({ max: 5_000, optional: true, about: overruleAbout })
  overrule?: string;

  @Uuid({ optional: true, about: 'The mention to answer; the newest complaint when absent.' })
  mentionId?: string;

  @OneOf(['public', 'private'], {
    optional: true,
    about:
      'In public when absent; `private` is the one private answer that some platforms take to a comment.',
  })
  channel?: 'public' | 'private';

  @Text({
    max: 10_000,
    optional: true,
    about: 'The answer that stands there, word for word as it was seen: only then it is replaced.',
  })
  instead?: string;

  @Text({ max: 10_000 })
  text: string;
}

/** Decides about an item of the platform, e.g. a claim for a return. */
export class DecideDto {
  @Uuid({ about: 'The mention to decide about.' })
  mentionId: string;

  @Text({ max: 100, about: 'One of the choices that `decisions` of the case offers.' })
  action: string;

  @Text({ max: 100, about: 'How it stands, as `decisions` of the case tells it.' })
  seen: string;

  @Text({ max: 10_000, optional: true, about: 'The words that go with it, where some do.' })
  comment?: string;

  @InnerList(() => PromiseInTextDto, { optional: true, min: 0, max: 20, about: promisesAbout })
  promises?: PromiseInTextDto[];
}

/** Where the customer asked to be answered. */
export class AskedChannelDto {
  @OneOf(['public', 'private', 'phone', 'email', 'in_person'])
  channel: AnswerChannel;

  @Text({ max: 200, optional: true, about: 'The number or address that they gave.' })
  contact?: string;
}

/** Records an answer that was given elsewhere. */
export class RecordedAnswerDto {
  @InnerList(() => PromiseInTextDto, { optional: true, min: 0, max: 20, about: promisesAbout })
  promises?: PromiseInTextDto[];

  @Text({ max: 5_000, optional: true, about: overruleAbout })
  overrule?: string;

  @Uuid({ optional: true, about: 'The public answer that it follows.' })
  follows?: string;

  @OneOf(['private', 'phone', 'email', 'in_person'])
  channel: Exclude<AnswerChannel, 'public'>;

  @Text({ max: 10_000 })
  text: string;

  @Flag({
    optional: true,
    about: 'False while it is sent and nothing shows yet that it arrived: it counts once that is confirmed.',
  })
  delivered?: boolean;

  @Text({ ...evidence, optional: true, about: 'What shows that it arrived; needed where it did.' })
  evidence?: string;
}

/** Promises something by a date. */
export class PromiseDto {
  @Text(words)
  what: string;

  @Moment({ optional: true, about: 'By when; a promise without it is refused with `promise_needs_date`.' })
  due?: Date;

  @Uuid({ optional: true, about: 'The promise that it says again; found by its words when absent.' })
  repeats?: string;
}

/** What proves that something was done. */
export class EvidenceDto {
  @Text(evidence)
  evidence: string;
}

/** What a fix costs. */
export class CostDto {
  @Whole({ min: 0, max: mostMinor, about: "In the currency's smallest unit." })
  amountMinor: number;

  @Token({ pattern: /^[A-Z]{3}$/u, example: 'UAH', about: 'ISO 4217.' })
  currency: string;
}

/** Somebody goes, brings or calls. */
export class ActionDto {
  @Text({ max: 200 })
  who: string;

  @Text({ max: 500 })
  where: string;

  @Moment()
  when: Date;
}

/** Offers something that puts it right. */
export class FixDto {
  @OneOf(fixKinds)
  kind: FixKind;

  @Text(words)
  what: string;

  @Inner(() => CostDto, { optional: true })
  cost?: CostDto;

  @Inner(() => ActionDto, { optional: true, about: 'Required for a personal action, and for nothing else.' })
  action?: ActionDto;

  @Token({
    optional: true,
    pattern: /^[a-z][a-z0-9_]{0,59}$/u,
    example: 'full_refund',
    about:
      "The fix of the catalogue of the case's policy version; absent for something made for this customer.",
  })
  catalogueKey?: string;

  @Text({
    ...words,
    optional: true,
    about: 'Why it is offered although it does not fit the failure (`fix_unfit`).',
  })
  although?: string;
}

/** What the customer said to it. */
export class WordsDto {
  @Text({ ...words, optional: true, about: "The customer's own words." })
  words?: string;
}

/** Why. */
export class ReasonDto {
  @Text(words)
  reason: string;
}

/** A reasoned no to the customer. */
export class RefusalDto {
  @Text(words)
  reason: string;

  @Text(evidence)
  evidence: string;

  @Text({ ...words, about: 'Where and how the customer can appeal.' })
  appeal: string;
}

/** What the recovery did. */
export class OutcomeDto {
  @OneOf(['recovered', 'partly', 'not_recovered', 'unknown'])
  verdict: Verdict;

  @Text({ ...words, optional: true })
  words?: string;

  @OneOf(['rating_up', 'praise', 'came_back', 'new_complaint', 'left', 'silent'], { optional: true })
  behaviour?: LaterBehaviour;

  @Whole({ min: 0, max: mostMinor, optional: true })
  savedMinor?: number;

  @Whole({ min: 0, max: mostMinor, optional: true })
  lostMinor?: number;

  @Token({ pattern: /^[A-Z]{3}$/u, optional: true, example: 'UAH', about: 'ISO 4217.' })
  currency?: string;
}

/** Closes a case. */
export class CloseDto {
  @OneOf(['fixed', 'refused', 'customer_word', 'no_complaint'], {
    about: '`no_complaint` where people said of each of its texts that it is none; grave texts need a lead.',
  })
  because: ClosedBecause;

  @Text({ ...words, optional: true, about: "The customer's own words, when they close it." })
  words?: string;
}
