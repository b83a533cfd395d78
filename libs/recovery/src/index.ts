export { ActOnCase } from './act-on-case.js';
export { type AnswerJob, answerQueue } from './answer-queue.js';
export type { CaseAsked } from './case-asked.js';
export { type CustomerLink, CustomerLinks, linkPlaceholder } from './customer-links.js';
export { type GivenVerdict, OutcomeByLink, type OutcomePage } from './outcome-by-link.js';
export { type QuestionOfCase, questionOfCase } from './question-of-case.js';
export {
  CustomerReports,
  type MadeReport,
  type ReportAsked,
  type ReportPage,
  type ReportPreview,
} from './report/customer-reports.js';
export type { WrittenReport } from './report/render-report.js';
export type { ReportLanguage } from './report/words/report-words.js';
export type { AnswerFindings } from './check-answer.js';
export type { Colleagues, KnownPlaces, PolicyBook, SourceDoor, Team } from './ports.js';
export * from './incidents/index.js';
export { Refused, refusalTexts } from './refusal-text.js';
export { SendAnswer } from './send-answer.js';
export { WatchCases, type WatchLog } from './watch-cases.js';
export { ActOnCause, type AskedOfCause, type CauseToName } from './causes/act-on-cause.js';
export {
  ActOnSuggestion,
  type SimpleCommand,
  type SuggestionToAdd,
  type TellingAsked,
} from './suggestions/act-on-suggestion.js';
export { CollectSuggestions } from './suggestions/collect-suggestions.js';
export { TellingOut } from './suggestions/telling-out.js';
