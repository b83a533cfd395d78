import {
  type AnswerChannel,
  type ClosedBecause,
  type FixKind,
  fixKinds,
  type LaterBehaviour,
  type Urgency,
  type Verdict,
} from '@heard/core';
import { Inner, Moment, OneOf, Text, Token, Uuid, Whole } from './fields.js';
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

/** Answers in public, through the source. */
export class AnswerDto {
  @Uuid({ optional: true, about: 'The mention to answer; the newest complaint when absent.' })
  mentionId?: string;

  @Text({ max: 10_000 })
  text: string;
}

/** Records an answer that was given elsewhere. */
export class RecordedAnswerDto {
  @OneOf(['private', 'phone', 'email', 'in_person'])
  channel: Exclude<AnswerChannel, 'public'>;

  @Text({ max: 10_000 })
  text: string;

  @Text(evidence)
  evidence: string;
}

/** Promises something by a date. */
export class PromiseDto {
  @Text(words)
  what: string;

  @Moment({ optional: true, about: 'By when; a promise without it is refused with `promise_needs_date`.' })
  due?: Date;
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

  @OneOf(['rating_up', 'praise', 'came_back', 'left', 'silent'], { optional: true })
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
  @OneOf(['fixed', 'refused', 'customer_word'])
  because: ClosedBecause;

  @Text({ ...words, optional: true, about: "The customer's own words, when they close it." })
  words?: string;
}
