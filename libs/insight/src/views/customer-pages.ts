import type { AnswerChannel, NotAskedBecause, Verdict } from '@heard/core';
import type { Instant } from '../instant.js';

/** How it stands with asking the customer of a case what the recovery did. */
export interface OutcomeQuestionView {
  readonly state: 'not_closed' | 'waiting' | 'to_ask' | 'asked' | 'not_asked';
  /** When Heard asks, while it waits. */
  readonly askAt?: Instant;
  /** Since when it stands so. */
  readonly at?: Instant;
  readonly channel?: AnswerChannel;
  /** Until when the link takes an answer. */
  readonly until?: Instant;
  readonly because?: NotAskedBecause;
  /** Since when the customer wants to be left alone. */
  readonly noContactAt?: Instant;
  /** The text with its link, for the assignee or a lead, while a person has to ask. */
  readonly text?: string;
  /** When the customer gave their verdict by the link. */
  readonly saidAt?: Instant;
  /** The link stood in public: it could have been somebody else. */
  readonly byPublicLink?: boolean;
}

/** The page behind a question's link. */
export interface OutcomePageView {
  readonly brand: string;
  readonly language: 'ru' | 'uk' | 'en';
  readonly until: Instant;
  readonly answered: boolean;
  readonly verdict?: Exclude<Verdict, 'unknown'>;
  readonly words?: string;
}

/** A line of a report; a quotation is the customer's own words. */
export interface ReportLineView {
  readonly text: string;
  readonly quote?: boolean;
}

/** A part of a report. */
export interface ReportSectionView {
  readonly key: string;
  readonly heading: string;
  readonly lines: readonly ReportLineView[];
}

/** A report in words. */
export interface WrittenReportView {
  readonly language: 'ru' | 'uk' | 'en';
  readonly title: string;
  readonly greeting: string;
  readonly sections: readonly ReportSectionView[];
}

/** A report that was sent. */
export interface SentReportView {
  readonly channel: AnswerChannel;
  readonly language: string;
  readonly at: Instant;
  readonly by?: string;
  readonly linkId?: string;
  /** The address of its page while it lives, for the assignee or a lead. */
  readonly address?: string;
  readonly until?: Instant;
  readonly revokedAt?: Instant;
}

/** The report of a case as it would be sent now, and those that were. */
export interface CaseReportView {
  readonly report: WrittenReportView;
  /** As one text; `{link}` stands where the address of its page goes. */
  readonly text: string;
  /** What is said of it in public. */
  readonly publicText: string;
  readonly sent: readonly SentReportView[];
}

/** A report that was just made. */
export interface MadeReportView {
  readonly linkId: string;
  readonly address: string;
  readonly text: string;
}

/** The page behind a report's link. */
export interface ReportPageView {
  readonly brand: string;
  readonly open: boolean;
  readonly until: Instant;
  readonly report: WrittenReportView;
}
