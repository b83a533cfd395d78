import type { TFunction } from 'i18next';
import type { HistoryEntry } from '@heard/insight';

interface Formats {
  readonly moment: (at: string) => string;
  readonly list: (texts: readonly string[]) => string;
}

type Facts = HistoryEntry['facts'];

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

function textOf(facts: Facts, key: string): string | undefined {
  const value = facts[key];
  return isText(value) ? value : undefined;
}

function within(facts: Facts, key: string): Facts {
  const value = facts[key];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Facts) : {};
}

function reasonsOf(facts: Facts, t: TFunction, { list }: Formats): string | undefined {
  const value = facts['reasons'] ?? facts['urgencyReasons'];
  if (!Array.isArray(value) || value.length === 0) return undefined;
  return list(value.filter(isText).map((reason) => t(`reason.${reason}`)));
}

const heading = (key: string, value: string | undefined, t: TFunction) =>
  value === undefined ? undefined : t(`${key}.${value}`);

/** What an event says beside its name, line by line, in the reader's language. */
export function factLines(entry: HistoryEntry, t: TFunction, formats: Formats): readonly string[] {
  const { facts } = entry;
  const offer = within(facts, 'offer');
  const action = within(offer, 'action');
  const when = textOf(action, 'when');
  const outcome = within(facts, 'outcome');
  const due = entry.type === 'case.promise_made' ? textOf(facts, 'due') : undefined;
  const urgency = entry.type === 'case.urgency_raised' ? 'to' : 'urgency';
  const because = entry.type === 'case.closed' ? 'closedBecause' : 'assignedBecause';
  const from = textOf(facts, 'fromName');
  const to = textOf(facts, 'toName') ?? textOf(facts, 'assigneeName');
  const short = [
    from && t('case.from', { name: from }),
    to && t('case.to', { name: to }),
    heading('urgency', textOf(facts, urgency), t),
    reasonsOf(facts, t, formats),
    heading(because, textOf(facts, 'because'), t),
    heading('channel', textOf(facts, 'channel'), t),
    heading('fixKind', textOf(offer, 'kind'), t),
    heading('verdict', textOf(outcome, 'verdict'), t),
    due && t('case.due', { time: formats.moment(due) }),
  ];
  const lines = [
    short.filter(isText).join(' · '),
    textOf(facts, 'text'),
    textOf(facts, 'what') ?? textOf(offer, 'what'),
    [textOf(action, 'who'), textOf(action, 'where'), when && formats.moment(when)].filter(isText).join(' · '),
    facts['reason'] === 'no_reaction' ? t('assignedBecause.no_reaction') : textOf(facts, 'reason'),
    textOf(facts, 'words') ?? textOf(outcome, 'words'),
    isText(facts['evidence']) ? t('case.evidence', { text: facts['evidence'] }) : undefined,
    textOf(facts, 'appeal'),
  ];
  return [...new Set(lines.filter(isText))];
}
