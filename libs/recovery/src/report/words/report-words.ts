import type { AnswerChannel, FixKind, FixPart, FixState, InThreeLanguages, RecordClaim } from '@heard/core';

/** A language in which reports are written. */
export type ReportLanguage = keyof InThreeLanguages;

/** The parts of a report, in the order in which they are told. */
export const sectionKeys = ['status', 'told', 'found', 'did', 'promises', 'change', 'appeal'] as const;

/** A part of a report. */
export type SectionKey = (typeof sectionKeys)[number];

/** How a report is put into words; `{…}` are filled in. */
export interface ReportWords {
  /** {brand} */
  readonly title: string;
  /** {customer}; and without a name. */
  readonly greeting: string;
  readonly greetingUnnamed: string;
  readonly heading: Readonly<Record<SectionKey, string>>;
  readonly open: string;
  /** {date} */
  readonly closed: string;
  /** {name} */
  readonly answerable: string;
  /** {text}, {date}, {name}: a line of ours with who and when. */
  readonly line: string;
  readonly lineBy: string;
  readonly record: Readonly<Record<RecordClaim, string>>;
  /** {reason} */
  readonly refused: string;
  /** {shown} */
  readonly refusedShown: string;
  readonly answered: Readonly<Record<AnswerChannel, string>>;
  readonly part: Readonly<Record<FixPart, string>>;
  readonly fix: Readonly<Record<FixKind, string>>;
  /** {fix}, {what} */
  readonly state: Readonly<Record<Exclude<FixState, 'withdrawn'>, string>>;
  /** {who}, {where}, {date} */
  readonly action: string;
  /** {amount} */
  readonly amount: string;
  /** {what}, {date} */
  readonly promise: Readonly<Record<'open' | 'kept' | 'broken' | 'keptLate', string>>;
  readonly change: Readonly<Record<'planned' | 'done', string>>;
  readonly nothingToChange: string;
  readonly next: Readonly<
    Record<'promise' | 'promiseLate' | 'action' | 'offer_waits' | 'answer_owed' | 'working', string>
  >;
  readonly signature: string;
  /** Above the link in a text that is sent. */
  readonly link: string;
  /** What is said in public, with `{link}`; {customer} in front where there is a name. */
  readonly inPublic: string;
}
