import type { Actor, AnswerChannel } from '@heard/core';
import type {
  CaseReportView,
  MadeReportView,
  OutcomePageView,
  OutcomeQuestionView,
  ReportPageView,
} from '@heard/insight';
import type { GivenVerdict, ReportAsked, ReportLanguage } from '@heard/recovery';

/** What customers get of their case: the question how it was, the report, and the pages behind their links. */
export interface CustomerPagesPart {
  question(workspaceId: string, caseId: string, by: Actor): Promise<OutcomeQuestionView>;
  /** The assignee asked the customer on this channel. */
  asked(workspaceId: string, caseId: string, channel: AnswerChannel, by: Actor): Promise<OutcomeQuestionView>;
  leaveAlone(
    workspaceId: string,
    caseId: string,
    words: string | undefined,
    by: Actor,
  ): Promise<OutcomeQuestionView>;
  report(
    workspaceId: string,
    caseId: string,
    language: ReportLanguage | undefined,
    by: Actor,
  ): Promise<CaseReportView>;
  sendReport(workspaceId: string, caseId: string, asked: ReportAsked, by: Actor): Promise<MadeReportView>;
  revokeReport(workspaceId: string, caseId: string, linkId: string, by: Actor): Promise<CaseReportView>;
  /** Undefined for a link that leads nowhere (any more), as below. */
  outcomePage(token: string): Promise<OutcomePageView | undefined>;
  say(
    token: string,
    said: { readonly verdict: GivenVerdict; readonly words?: string },
  ): Promise<OutcomePageView | undefined>;
  reportPage(token: string, language?: ReportLanguage): Promise<ReportPageView | undefined>;
}
