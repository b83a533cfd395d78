import type { IncidentStatus } from '@heard/core';
import { FixDto } from './case.dto.js';
import { Inner, InnerList, Moment, OneOf, Text, Token, Uuid, Uuids, Whole, Flag } from './fields.js';
import { PageDto } from './page.dto.js';

const evidence = { max: 5_000, about: 'What shows it: when they were called, the letter’s date.' } as const;

/** Which incidents to list. */
export class IncidentsQuery extends PageDto {
  @OneOf(['open', 'proposed', 'confirmed', 'dismissed', 'resolved', 'all'], {
    optional: true,
    about: '`open` when absent: those that are proposed or confirmed.',
  })
  status?: IncidentStatus | 'open' | 'all';

  @Token({
    optional: true,
    pattern: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u,
    about: 'Only those that this case is in.',
  })
  case?: string;
}

/** Cases that a person says have one cause. */
export class OpenIncidentDto {
  @Uuids({ about: 'The cases that belong together.' })
  caseIds: string[];
}

/** A case to be added. */
export class AddCaseDto {
  @Uuid()
  caseId: string;
}

/** The message in the languages of the customers. */
export class MessageTextsDto {
  @Text({ max: 10_000, about: 'For customers who write Russian. `{customer}` becomes their name.' })
  ru: string;

  @Text({ max: 10_000, about: 'For customers who write Ukrainian.' })
  uk: string;

  @Text({ max: 10_000, about: 'For everybody else.' })
  en: string;
}

/** What the writer says of a promise that was found in a text of the message. */
export class MessagePromiseDto {
  @OneOf(['ru', 'uk', 'en'], { about: 'In which text.' })
  language: 'ru' | 'uk' | 'en';

  @Whole({ min: 0, max: 10_000, about: 'Where it begins in the text as written, in UTF-16 code units.' })
  start: number;

  @Whole({ min: 0, max: 10_000, about: 'Where it ends, exclusive.' })
  end: number;

  @Moment({ optional: true, about: 'By when; absent where it is no promise.' })
  due?: Date;

  @Flag({ optional: true, about: 'True: these words promise nothing.' })
  none?: boolean;
}

/** The texts to be checked. */
export class CheckMessageDto {
  @Inner(() => MessageTextsDto)
  texts: MessageTextsDto;
}

/** What is said and offered to all customers of an incident. */
export class IncidentDecisionDto {
  @Inner(() => MessageTextsDto)
  texts: MessageTextsDto;

  @InnerList(() => MessagePromiseDto, {
    optional: true,
    min: 0,
    max: 60,
    about: 'One for each promise in each text; a refusal names one that is missing, with its language.',
  })
  promises?: MessagePromiseDto[];

  @Inner(() => FixDto, { optional: true, about: 'Offered in every case, under the same rules as by hand.' })
  offer?: FixDto;

  @Text({
    max: 5_000,
    optional: true,
    about: 'Why it is sent also where it does not touch everything that a customer raised.',
  })
  overrule?: string;
}

/** Sends the message on to cases that joined, or that a rule refused. */
export class SendOnDto {
  @Text({
    max: 5_000,
    optional: true,
    about: 'Why it is sent although it is held back in some cases.',
  })
  overrule?: string;
}

/** How a customer was told elsewhere. */
export class GivenDto {
  @OneOf(['private', 'phone', 'email', 'in_person'])
  channel: 'private' | 'phone' | 'email' | 'in_person';

  @Text(evidence)
  evidence: string;
}

/** What was mended. */
export class ResolveIncidentDto {
  @Text({ max: 5_000, about: 'What was the cause, and what was mended.' })
  words: string;
}

/** Somebody who is likely hit. */
export class LikelyHitDto {
  @Text({ max: 200, optional: true })
  name?: string;

  @Text({ max: 200, optional: true, about: 'Where they can be written to or called.' })
  contact?: string;

  @Text({ max: 100, optional: true, about: 'Such as the number of their order.' })
  reference?: string;
}

/** Those who are likely hit, as rows or as the text of a file. */
export class LikelyHitListDto {
  @InnerList(() => LikelyHitDto, { optional: true, min: 0, max: 2_000 })
  people?: LikelyHitDto[];

  @Text({
    max: 500_000,
    optional: true,
    about: 'CSV with the columns name, contact, reference, or JSON lines with these fields.',
  })
  text?: string;
}

/** How somebody was told before they complained. */
export class ToldBeforeDto {
  @OneOf(['public', 'private', 'phone', 'email', 'in_person'])
  channel: 'public' | 'private' | 'phone' | 'email' | 'in_person';

  @Text({ ...evidence, optional: true })
  evidence?: string;
}
