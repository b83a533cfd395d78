import type { GoldLine } from './gold.js';
import type { SentimentLine } from './sentiment.js';

/** The figures of the sets as a table for people. */
export function sentimentSummary(lines: readonly SentimentLine[]): string {
  if (lines.length === 0) return '';
  const head = ['', 'posts', 'macro F1', 'neg P', 'neg R', 'neg F1', 'neg AUC', 'ECE', 'language'];
  return tables(lines, head, ({ of, posts, macroF1, negative = {}, calibration, language }) => [
    of,
    String(posts ?? 0),
    figure(macroF1),
    figure(negative.precision),
    figure(negative.recall),
    figure(negative.f1),
    figure(negative.auc),
    figure(calibration?.negative),
    figure(language),
  ]);
}

/** The agreement with people as a table for people. */
export function goldSummary(lines: readonly GoldLine[]): string {
  if (lines.length === 0) return '';
  const head = [
    'gold',
    'posts',
    'sentiment',
    'neg F1',
    'intent',
    'complaint F1',
    'urgency',
    'kappa',
    'category',
    'signals F1',
  ];
  return tables(lines, head, (line) => [
    line.of,
    String(line.posts ?? 0),
    ...[line.sentiment, line.negativeF1, line.intent, line.complaintF1, line.urgency].map(figure),
    ...[line.urgencyKappa, line.category, line.signalsF1].map(figure),
  ]);
}

function tables<L extends { readonly by: string; readonly note?: string }>(
  lines: readonly L[],
  head: readonly string[],
  cellsOf: (line: L) => readonly string[],
): string {
  return [...new Set(lines.map(({ by }) => by))]
    .map((by) => {
      const own = lines.filter((line) => line.by === by);
      const note = own[0]?.note;
      return `\n${by}${note === undefined ? '' : ` (${note})`}\n${laidOut([head, ...own.map(cellsOf)])}`;
    })
    .join('\n');
}

/** The first column to the left, numbers to the right. */
function laidOut(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const cell = (text: string, column: number): string =>
    column === 0 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0);
  return rows.map((row) => `  ${row.map(cell).join('  ')}`).join('\n');
}

function figure(value: number | undefined): string {
  return value === undefined ? '-' : value.toFixed(3);
}
