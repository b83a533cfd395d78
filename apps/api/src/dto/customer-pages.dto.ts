import type { AnswerChannel } from '@heard/core';
import { OneOf, Text, Uuid } from './fields.js';

const languages = ['ru', 'uk', 'en'] as const;
const channels = ['public', 'private', 'phone', 'email', 'in_person'] as const;

/** On which channel the customer was asked. */
export class AskedDto {
  @OneOf(channels)
  channel: AnswerChannel;
}

/** In which language a report is read. */
export class ReportQuery {
  @OneOf(languages, { optional: true, about: 'The customer’s when absent.' })
  language?: 'ru' | 'uk' | 'en';
}

/** Sends a report. */
export class SendReportDto {
  @OneOf(channels, {
    about:
      '`public` says only that there is a report, with its link, under the customer’s text; anybody can open it.',
  })
  channel: AnswerChannel;

  @OneOf(languages, { optional: true, about: 'The customer’s when absent.' })
  language?: 'ru' | 'uk' | 'en';

  @Text({ max: 2_000, optional: true, about: 'A few words of the sender, above the rest.' })
  note?: string;
}

/** Ends the link of a report. */
export class RevokeReportDto {
  @Uuid()
  linkId: string;
}

/** What the customer says. */
export class SayOutcomeDto {
  @OneOf(['recovered', 'partly', 'not_recovered'])
  verdict: 'recovered' | 'partly' | 'not_recovered';

  @Text({ max: 2_000, optional: true, about: 'In their own words.' })
  words?: string;
}
