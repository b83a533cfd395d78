import {
  type Actor,
  type AnswerChannel,
  type CauseFix,
  type Clock,
  Fault,
  lastFix,
  reportOf,
  type SentReport,
} from '@heard/core';
import { type CauseBook, causeBook } from '@heard/registers';
import { type Database, newId, type Transaction } from '@heard/database';
import type { ActOnCase } from '../act-on-case.js';
import { type CustomerLinks, linkPlaceholder } from '../customer-links.js';
import { type ReadCase, readCase } from '../read-case.js';
import { namesOf, toldBy } from '../store/case-around.js';
import { publicText, reportText, type WrittenReport, writeReport } from './render-report.js';
import type { ReportLanguage } from './words/report-words.js';

/** A report as it would be sent now, and those that were. */
export interface ReportPreview {
  readonly report: WrittenReport;
  /** As one text, with `{link}` where the address of its page goes. */
  readonly text: string;
  readonly publicText: string;
  readonly sent: readonly (SentReport & { readonly byName?: string; readonly address?: string })[];
}

/** A report that was just made: what to send, where Heard does not send it itself. */
export interface MadeReport {
  readonly linkId: string;
  readonly address: string;
  readonly text: string;
}

/** The page behind a report's link. */
export interface ReportPage {
  readonly brand: string;
  readonly language: ReportLanguage;
  readonly report: WrittenReport;
  readonly isOpen: boolean;
  readonly until: Date;
}

/** What a sender asks for. */
export interface ReportAsked {
  readonly channel: AnswerChannel;
  readonly language?: ReportLanguage;
  /** A few words of the sender, above the rest. */
  readonly note?: string;
  /** Under which text of theirs it is said, when in public. */
  readonly mentionId?: string;
}

/** Reports to customers: previewed, sent by a manager, and shown behind a link while it lives. */
export class CustomerReports {
  private readonly causes: Pick<CauseBook, 'read'> = causeBook();

  constructor(
    private readonly database: Database,
    private readonly cases: ActOnCase,
    private readonly links: CustomerLinks,
    private readonly clock: Clock,
  ) {}

  /** How it reads now; `shows` says whether the reader may have the links of those that were sent. */
  async preview(
    tx: Transaction,
    caseId: string,
    asked: { readonly language?: ReportLanguage; readonly shows: (assignee: string) => boolean },
  ): Promise<ReportPreview> {
    const read = await readCase(tx, caseId);
    const names = await this.namesFor(tx, read);
    const language = asked.language ?? languageOf(read);
    const report = await this.written(tx, read, names, language);
    const mayHave = asked.shows(read.state.assignee);
    return {
      report,
      text: reportText(report, { name: names.get(read.state.assignee) ?? '', brand: read.brand }),
      publicText: publicText(language, read.customer),
      sent: read.state.reports.map((each) => ({
        ...each,
        byName: each.by === undefined ? undefined : names.get(each.by),
        ...(mayHave && each.linkId !== undefined && this.isAlive(each)
          ? { address: this.links.address('report', each.linkId) }
          : {}),
      })),
    };
  }

  /** Makes the link and writes down that it was sent; in public it goes out through the source. */
  async send(workspaceId: string, caseId: string, asked: ReportAsked, by: Actor): Promise<MadeReport> {
    return this.database.inWorkspace(workspaceId, async (tx) => {
      const linkId = newId();
      const before = await readCase(tx, caseId);
      const language = asked.language ?? languageOf(before);
      await this.cases.within(
        tx,
        caseId,
        {
          type: 'report_sent',
          channel: asked.channel,
          language,
          linkId,
          ...(asked.channel === 'public' ? { answer: answerOf(before, asked, language) } : {}),
        },
        by,
      );
      const read = await readCase(tx, caseId);
      const names = await this.namesFor(tx, read);
      const report = await this.written(tx, read, names, language);
      const sender = by.kind === 'person' ? (await namesOf(tx, [by.staffId])).get(by.staffId) : undefined;
      const text = reportText(report, { name: sender ?? '', brand: read.brand }, asked.note);
      const address = this.links.address('report', linkId);
      return { linkId, address, text: text.replaceAll(linkPlaceholder, address) };
    });
  }

  /** Undefined for a link that leads nowhere (any more). */
  async page(token: string, language?: ReportLanguage): Promise<ReportPage | undefined> {
    const link = await this.links.find(token, 'report');
    return (
      link &&
      this.database.inWorkspace(link.workspaceId, async (tx) => {
        const read = await readCase(tx, link.caseId);
        const sent = read.state.reports.find((each) => each.linkId === link.id);
        const chosen = language ?? (isLanguage(sent?.language) ? sent.language : languageOf(read));
        const names = await this.namesFor(tx, read);
        const report = await this.written(tx, read, names, chosen, link.public);
        const isOpen = read.state.status === 'open';
        return { brand: read.brand, language: chosen, report, isOpen, until: link.until };
      })
    );
  }

  private isAlive({ until, revokedAt }: SentReport): boolean {
    return !revokedAt && until !== undefined && until > this.clock.now();
  }

  private async written(
    tx: Transaction,
    read: ReadCase,
    names: ReadonlyMap<string, string>,
    language: ReportLanguage,
    forAnybody = false,
  ): Promise<WrittenReport> {
    const { state, history } = read;
    const told = await toldBy(tx, state.id);
    const causeFix = await this.causeFix(tx, state.causeId);
    const nameOf = (id: string): string | undefined => names.get(id);
    const report = reportOf(state, { history, told, nameOf, causeFix, forAnybody }, this.clock.now());
    return writeReport(report, forAnybody ? { ...read, customer: undefined } : read, language);
  }

  /** What was changed, once the cause counts as removed; plans and tries are ours. */
  private async causeFix(tx: Transaction, causeId: string | undefined): Promise<CauseFix | undefined> {
    if (causeId === undefined) return undefined;
    const [cause] = await this.causes.read(tx, [causeId]);
    return cause?.state.state === 'fixed' ? lastFix(cause.state) : undefined;
  }

  private namesFor(tx: Transaction, { state, history }: ReadCase): Promise<Map<string, string>> {
    const people = history.flatMap(({ by }) => (by.kind === 'person' ? [by.staffId] : []));
    return namesOf(tx, [...new Set([...people, state.assignee])]);
  }
}

function languageOf({ state }: ReadCase): ReportLanguage {
  return state.language === 'other' ? 'en' : state.language;
}

function isLanguage(value: string | undefined): value is ReportLanguage {
  return value === 'ru' || value === 'uk' || value === 'en';
}

function answerOf(read: ReadCase, { mentionId, note }: ReportAsked, language: ReportLanguage) {
  if (mentionId === undefined) {
    throw new Fault('refused', 'This platform takes no answers from us: send the report elsewhere.', {
      code: 'no_public_answer',
    });
  }
  const said = publicText(language, read.customer);
  // What the sender writes is theirs: no placeholder in it stands for a link.
  const words = note === undefined ? '' : `${note.replaceAll(linkPlaceholder, '').trim()}\n\n`;
  return { answerId: newId(), mentionId, text: `${words}${said}` };
}
