import { type Intent, type MentionKind, mentionKinds, type Sentiment, type Urgency } from '@heard/core';
import { Transform } from 'class-transformer';
import { Amount, ForeignText, Inner, Moment, OneOf, Text, Token, Uuid, Whole } from './fields.js';
import { Extra } from './free-fields.js';
import { PageDto } from './page.dto.js';

/** Which mentions to list. */
export class MentionsQuery extends PageDto {
  @Uuid({ optional: true })
  sourceId?: string;

  @Uuid({ optional: true })
  caseId?: string;

  @OneOf(['negative', 'neutral', 'positive'], { optional: true })
  sentiment?: Sentiment;

  @OneOf(['complaint', 'question', 'suggestion', 'praise', 'other'], { optional: true })
  intent?: Intent;

  @OneOf(['critical', 'high', 'normal', 'low', 'none'], { optional: true })
  urgency?: Urgency;

  @Moment({ optional: true, about: 'Posted at this moment or later.' })
  since?: Date;
}

/** Programs send ids as numbers too; they are opaque text to us. */
const asText = Transform(({ value }: { value: unknown }) =>
  typeof value === 'number' && Number.isFinite(value) ? String(value) : value,
);

/** A rating with its scale. */
export class PushedRatingDto {
  @Amount({ min: 0, max: 1_000 })
  value: number;

  @Amount({ min: 1, max: 1_000 })
  scale: number;
}

/** Who wrote it. */
export class PushedAuthorDto {
  @ForeignText({ max: 300, optional: true })
  name?: string;

  @asText
  @ForeignText({ max: 300, optional: true, about: "The platform's id of the author." })
  id?: string;
}

/** What a person saw somewhere and pasted. */
export class PastedMentionDto {
  @Token({
    pattern: /^https?:\/\/[^\s\0]{1,2000}$/u,
    about: 'The page it stands on; what says where one came from (utm_*, fbclid) is taken off.',
    example: 'https://example.com/review/1',
  })
  url: string;

  @Text({ max: 100_000, about: 'What the customer wrote, word for word.' })
  text: string;

  @Inner(() => PushedRatingDto, { optional: true })
  rating?: PushedRatingDto;

  @Text({ max: 300, optional: true, about: 'The name that the customer shows there.' })
  authorName?: string;

  @Moment({ optional: true, about: "When the customer posted it: the customer's clock starts here." })
  postedAt?: Date;

  @Text({ max: 200, optional: true, about: 'Where it stands, such as 2GIS; names its push source.' })
  platform?: string;
}

/** What a person read out of a letter that no template reads. */
export class ReadLetterDto {
  @Text({ max: 100_000, about: 'What the customer wrote, word for word.' })
  text: string;

  @Inner(() => PushedRatingDto, { optional: true })
  rating?: PushedRatingDto;

  @Text({ max: 300, optional: true })
  authorName?: string;

  @Token({
    pattern: /^https?:\/\/[^\s\0]{1,2000}$/u,
    optional: true,
    example: 'https://site.example/reviews/1',
  })
  url?: string;

  @Moment({ optional: true, about: 'When the letter came, when absent.' })
  postedAt?: Date;
}

/** One public text, handed to us. */
export class PushedMentionDto {
  @Text({ max: 200, about: 'Name or id of a push source; one with a new name is made.' })
  source: string;

  @asText
  @ForeignText({
    max: 500,
    about: 'The same id sent again is the same mention: with the same text it is a duplicate.',
  })
  external_id: string;

  @Moment({ about: "When the customer posted it: the customer's clock starts here." })
  created_at: Date;

  @ForeignText({ max: 100_000, optional: true, about: 'Only a missed contact may come without words.' })
  text?: string;

  @ForeignText({ max: 1_000, optional: true })
  title?: string;

  @Inner(() => PushedRatingDto, { optional: true })
  rating?: PushedRatingDto;

  @Inner(() => PushedAuthorDto, { optional: true })
  author?: PushedAuthorDto;

  @Token({
    pattern: /^https?:\/\/[^\s\0]{1,2000}$/u,
    optional: true,
    example: 'https://example.com/review/1',
  })
  url?: string;

  @OneOf(mentionKinds, {
    optional: true,
    about:
      '`review` with a rating and `post` without one when absent; `missed_contact` is a call that nobody answered.',
  })
  kind?: MentionKind;

  @ForeignText({
    max: 300,
    optional: true,
    about: 'The location it is about, by its name or an alias; a name that is not known does no harm.',
  })
  location?: string;
  @ForeignText({ max: 100, optional: true, about: 'Of a missed contact: the number to call back.' })
  phone?: string;

  @ForeignText({
    max: 200,
    optional: true,
    about: 'Of a missed contact: the number or shop that was called.',
  })
  called?: string;

  @Whole({ min: 1, max: 1_000, optional: true, about: 'Of a missed contact: how often; 1 when absent.' })
  tries?: number;

  @Extra()
  extra?: Record<string, unknown>;
}
