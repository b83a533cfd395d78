import type { AnswerChannel, NotAskedBecause } from '@heard/core';
import type * as shape from '@heard/insight';
import { At, Bool, Key, ListOf, Of, Str, Word } from './shown.js';
import { words } from './words.js';

/** How it stands with asking the customer what the recovery did. */
export class OutcomeQuestionView implements shape.OutcomeQuestionView {
  @Word(words.questionState, { about: '`to_ask`: the assignee has to, where Heard cannot.' })
  state: shape.OutcomeQuestionView['state'];
  @At({ optional: true, about: 'When Heard asks, while it waits.' }) askAt?: string;
  @At({ optional: true, about: 'Since when it stands so.' }) at?: string;
  @Word(words.answerChannel, { optional: true }) channel?: AnswerChannel;
  @At({ optional: true, about: 'Until when the link takes an answer.' }) until?: string;
  @Word(words.notAskedBecause, { optional: true }) because?: NotAskedBecause;
  @At({ optional: true, about: 'Since when the customer wants to be left alone.' }) noContactAt?: string;
  @Str({ optional: true, about: 'The text with its link, for the assignee or a lead, while one has to ask.' })
  text?: string;
  @At({ optional: true, about: 'When the customer gave their verdict by the link.' }) saidAt?: string;
  @Bool({ optional: true, about: 'The link stood in public: it could have been somebody else.' })
  byPublicLink?: boolean;
}

/** The page behind a question’s link: nothing of the case. */
export class OutcomePageView implements shape.OutcomePageView {
  @Str() brand: string;
  @Word(words.interfaceLanguage) language: 'ru' | 'uk' | 'en';
  @At({ about: 'Until when the answer can be given and changed.' }) until: string;
  @Bool() answered: boolean;
  @Word(words.givenVerdict, { optional: true, about: 'Absent for a link that stood in public.' })
  verdict?: 'recovered' | 'partly' | 'not_recovered';
  @Str({ optional: true }) words?: string;
}

/** A line of a report. */
export class ReportLineView implements shape.ReportLineView {
  @Str() text: string;
  @Bool({ optional: true, about: 'The customer’s own words.' }) quote?: boolean;
}

/** A part of a report. */
export class ReportSectionView implements shape.ReportSectionView {
  @Str() key: string;
  @Str() heading: string;
  @ListOf(() => ReportLineView) lines: ReportLineView[];
}

/** A report in words. */
export class WrittenReportView implements shape.WrittenReportView {
  @Word(words.interfaceLanguage) language: 'ru' | 'uk' | 'en';
  @Str() title: string;
  @Str() greeting: string;
  @ListOf(() => ReportSectionView) sections: ReportSectionView[];
}

/** A report that was sent. */
export class SentReportView implements shape.SentReportView {
  @Word(words.answerChannel) channel: AnswerChannel;
  @Str() language: string;
  @At() at: string;
  @Str({ optional: true }) by?: string;
  @Key({ optional: true }) linkId?: string;
  @Str({ optional: true, about: 'The address of its page while it lives, for the assignee or a lead.' })
  address?: string;
  @At({ optional: true }) until?: string;
  @At({ optional: true }) revokedAt?: string;
}

/** The report of a case. */
export class CaseReportView implements shape.CaseReportView {
  @Of(() => WrittenReportView) report: WrittenReportView;
  @Str({ about: 'As one text; `{link}` stands where the address of its page goes.' }) text: string;
  @Str({ about: 'What is said of it in public.' }) publicText: string;
  @ListOf(() => SentReportView, { about: 'Oldest first.' }) sent: SentReportView[];
}

/** A report that was just made. */
export class MadeReportView implements shape.MadeReportView {
  @Key() linkId: string;
  @Str({ about: 'The address of its page: whoever has it can read it.' }) address: string;
  @Str({ about: 'The text to send, where it does not go out through the source.' }) text: string;
}

/** The page behind a report’s link. */
export class ReportPageView implements shape.ReportPageView {
  @Str() brand: string;
  @Bool({ about: 'True while the case is open: the page tells how it stands now.' }) open: boolean;
  @At() until: string;
  @Of(() => WrittenReportView) report: WrittenReportView;
}
