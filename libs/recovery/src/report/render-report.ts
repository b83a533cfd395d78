import type { Cost, CustomerReport, Did, Found, NextStep } from '@heard/core';
import { en } from './words/en.js';
import { type ReportLanguage, type ReportWords, type SectionKey, sectionKeys } from './words/report-words.js';
import { ru } from './words/ru.js';
import { uk } from './words/uk.js';

/** A line of a report. */
export interface ReportLine {
  readonly text: string;
  /** The customer's own words, to be shown as a quotation. */
  readonly quote?: true;
}

/** A part of a report with its heading. */
export interface ReportSection {
  readonly key: SectionKey;
  readonly heading: string;
  readonly lines: readonly ReportLine[];
}

/** A report in words, for a page and as one text. */
export interface WrittenReport {
  readonly language: ReportLanguage;
  readonly title: string;
  readonly greeting: string;
  readonly sections: readonly ReportSection[];
}

/** Whose report it is, and by which clock its dates are written. */
export interface ReportAround {
  readonly customer?: string;
  readonly brand: string;
  readonly timeZone: string;
}

/** The words of each language. */
export const reportWords: Readonly<Record<ReportLanguage, ReportWords>> = { ru, uk, en };

/** Puts a report into words: only what is there is told, but that nothing is said of change yet is told too. */
export function writeReport(
  report: CustomerReport,
  around: ReportAround,
  language: ReportLanguage,
): WrittenReport {
  const words = reportWords[language];
  const pen = new Pen(words, language, around.timeZone);
  const lines: Record<SectionKey, readonly ReportLine[]> = {
    status: pen.status(report),
    told: report.told.map(({ words: text, at }) => ({ text: `${text}\n${pen.date(at)}`, quote: true })),
    found: report.found.flatMap((each) => pen.found(each)),
    did: report.did.flatMap((each) => pen.did(each)),
    promises: report.promises.map((each) => pen.promise(each)),
    change: pen.change(report.change),
    appeal: report.appeal === undefined ? [] : [{ text: report.appeal }],
  };
  const { customer } = around;
  return {
    language,
    title: fill(words.title, { brand: around.brand }),
    greeting: customer ? fill(words.greeting, { customer }) : words.greetingUnnamed,
    sections: sectionKeys
      .map((key) => ({ key, heading: words.heading[key], lines: lines[key] }))
      .filter((section) => section.lines.length > 0),
  };
}

/** The report as one text that can be sent, with `{link}` for its page. */
export function reportText(
  report: WrittenReport,
  by: { readonly name: string; readonly brand: string },
  note?: string,
): string {
  const words = reportWords[report.language];
  const sections = report.sections.map(({ heading, lines }) =>
    [heading, ...lines.map(({ text, quote }) => (quote ? quoted(text) : `• ${text}`))].join('\n'),
  );
  return [
    report.greeting,
    ...(note === undefined || note.trim() === '' ? [] : [note.trim()]),
    ...sections,
    `${words.link} {link}`,
    fill(words.signature, by),
  ].join('\n\n');
}

/** What is said in public: that there is a report, and its link; nothing of what it says. */
export function publicText(language: ReportLanguage, customer: string | undefined): string {
  const said = reportWords[language].inPublic;
  if (customer) return `${customer.replaceAll(/[{}]/gu, '')}, ${said}`;
  return said.charAt(0).toLocaleUpperCase(language) + said.slice(1);
}

function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}

/** One pass, so that what looks like a placeholder in a text stands for nothing. */
function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{(\w+)\}/gu, (whole, name: string) => values[name] ?? whole);
}

class Pen {
  private readonly dates: Intl.DateTimeFormat;

  constructor(
    private readonly words: ReportWords,
    private readonly language: ReportLanguage,
    timeZone: string,
  ) {
    this.dates = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
      dateStyle: 'long',
      timeStyle: 'short',
      timeZone,
    });
  }

  date(at: Date): string {
    return this.dates.format(at);
  }

  private line(text: string, { at, by }: { readonly at: Date; readonly by?: string }): ReportLine {
    const { line, lineBy } = this.words;
    const date = this.date(at);
    const plain = text.trim().replace(/[.;,]$/u, '');
    return { text: by ? fill(lineBy, { text: plain, date, name: by }) : fill(line, { text: plain, date }) };
  }

  status({ status, closedAt, assignee, next }: CustomerReport): ReportLine[] {
    const { words } = this;
    const where = closedAt ? fill(words.closed, { date: this.date(closedAt) }) : words.open;
    const who = status === 'open' && assignee ? [{ text: fill(words.answerable, { name: assignee }) }] : [];
    return [{ text: where }, ...who, ...next.map((each) => ({ text: this.next(each) }))];
  }

  private next(step: NextStep): string {
    const { next } = this.words;
    switch (step.kind) {
      case 'promise':
        return fill(step.late ? next.promiseLate : next.promise, {
          what: step.what,
          date: this.date(step.by),
        });
      case 'action':
        return fill(next.action, { what: step.what, date: this.date(step.by) });
      case 'offer_waits':
        return fill(next.offer_waits, { what: step.what });
      case 'answer_owed':
        return next.answer_owed;
      case 'working':
        return next.working;
    }
  }

  found(found: Found): ReportLine[] {
    const { words } = this;
    switch (found.kind) {
      case 'explanation':
        return [this.line(found.what, found)];
      case 'record':
        return [{ text: words.record[found.claim] }];
      case 'refusal':
        return [
          { text: fill(words.refused, { reason: found.what }) },
          { text: fill(words.refusedShown, { shown: found.shown }) },
        ];
    }
  }

  did(did: Did): ReportLine[] {
    const { words } = this;
    switch (did.kind) {
      case 'answered':
        return [this.line(words.answered[did.channel], did)];
      case 'part':
        return [this.line(words.part[did.part], did)];
      case 'fix':
        return this.fix(did);
    }
  }

  private fix(did: Did & { kind: 'fix' }): ReportLine[] {
    const { words } = this;
    if (did.state === 'withdrawn') return [];
    const said = fill(words.state[did.state], { fix: words.fix[did.fix], what: did.what });
    const { action, amount } = did;
    return [
      this.line(said, did),
      ...(action
        ? [
            {
              text: fill(words.action, {
                who: action.who,
                where: action.where,
                date: this.date(action.when),
              }),
            },
          ]
        : []),
      ...(amount ? [{ text: fill(words.amount, { amount: this.money(amount) }) }] : []),
    ];
  }

  private money({ amountMinor, currency }: Cost): string {
    const format = new Intl.NumberFormat(this.language, { style: 'currency', currency });
    const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
    return format.format(amountMinor / 10 ** digits);
  }

  promise({ what, due, state, keptAt }: CustomerReport['promises'][number]): ReportLine {
    const { promise } = this.words;
    const late = keptAt !== undefined && keptAt > due;
    const text = state === 'kept' && late ? promise.keptLate : promise[state];
    return { text: fill(text, { what, date: this.date(due) }) };
  }

  change(change: CustomerReport['change']): ReportLine[] {
    const { words } = this;
    if (change.length === 0) return [{ text: words.nothingToChange }];
    return change.map(({ what, done }) => {
      const whole = done && !/[.!?]$/u.test(what) ? `${what}.` : what;
      return { text: fill(done ? words.change.done : words.change.planned, { what: whole }) };
    });
  }
}
