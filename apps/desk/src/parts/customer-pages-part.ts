import { type Actor, roleAtLeast } from '@heard/core';
import type { CaseReportView, OutcomePageView, OutcomeQuestionView, ReportPageView } from '@heard/insight';
import type { Heard } from '@heard/pipeline';
import {
  type OutcomePage,
  type QuestionOfCase,
  questionOfCase,
  type ReportPage,
  type ReportPreview,
} from '@heard/recovery';
import type { CustomerPagesPart } from '../../../api/src/ports/index.js';

/** What customers get of their case, for the api. */
export function customerPagesPart(heard: Heard): CustomerPagesPart {
  const { database, act, links, policies, outcomeByLink, customerReports } = heard;
  const question: CustomerPagesPart['question'] = (workspaceId, caseId, by) =>
    database.inWorkspace(workspaceId, async (tx) =>
      questionView(await questionOfCase(tx, caseId, { policies, links, shows: mayHaveLink(by) })),
    );
  const report: CustomerPagesPart['report'] = (workspaceId, caseId, language, by) =>
    database.inWorkspace(workspaceId, async (tx) =>
      reportView(await customerReports.preview(tx, caseId, { language, shows: mayHaveLink(by) })),
    );
  return {
    question,
    async asked(workspaceId, caseId, channel, by) {
      await act.run(workspaceId, caseId, { type: 'outcome_asked', channel }, by);
      return question(workspaceId, caseId, by);
    },
    async leaveAlone(workspaceId, caseId, words, by) {
      const said = words === undefined ? {} : { words };
      await act.run(workspaceId, caseId, { type: 'want_no_contact', ...said }, by);
      return question(workspaceId, caseId, by);
    },
    report,
    sendReport: (workspaceId, caseId, asked, by) => customerReports.send(workspaceId, caseId, asked, by),
    async revokeReport(workspaceId, caseId, linkId, by) {
      await act.run(workspaceId, caseId, { type: 'revoke_report', linkId }, by);
      return report(workspaceId, caseId, undefined, by);
    },
    async outcomePage(token) {
      const page = await outcomeByLink.page(token);
      return page && outcomePageView(page);
    },
    async say(token, said) {
      const page = await outcomeByLink.say(token, said);
      return page && outcomePageView(page);
    },
    async reportPage(token, language) {
      const page = await customerReports.page(token, language);
      return page && reportPageView(page);
    },
  };
}

/** Whoever holds a link can speak for the customer: it goes only to those who have to send it. */
function mayHaveLink(by: Actor): (assignee: string) => boolean {
  return (assignee) => by.kind === 'person' && (by.staffId === assignee || roleAtLeast(by.role, 'lead'));
}

const at = (moment: Date | undefined): string | undefined => moment?.toISOString();

function questionView(asked: QuestionOfCase): OutcomeQuestionView {
  const { state, question, text, said } = asked;
  return {
    state,
    askAt: at(asked.askAt),
    at: at(question?.at),
    channel: question?.channel ?? asked.channel,
    until: at(question?.until),
    because: question?.because,
    noContactAt: at(asked.noContactAt),
    text,
    saidAt: at(said?.at),
    byPublicLink: said?.byPublicLink,
  };
}

function reportView({ report, text, publicText, sent }: ReportPreview): CaseReportView {
  return {
    report,
    text,
    publicText,
    sent: sent.map(({ channel, language, linkId, address, byName, ...when }) => ({
      channel,
      language,
      at: when.at.toISOString(),
      by: byName,
      linkId,
      address,
      until: at(when.until),
      revokedAt: at(when.revokedAt),
    })),
  };
}

function outcomePageView({ brand, language, until, isAnswered, said }: OutcomePage): OutcomePageView {
  const given = { verdict: said?.verdict, words: said?.words };
  return { brand, language, until: until.toISOString(), answered: isAnswered, ...given };
}

function reportPageView({ brand, isOpen, until, report }: ReportPage): ReportPageView {
  return { brand, open: isOpen, until: until.toISOString(), report };
}
