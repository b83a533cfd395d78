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

/** Reasons that Heard gives by itself; people write their own. */
const ownReasons = [
  'no_reaction',
  'off_duty',
  'pinned_to_lead',
  'bad_verdict',
  'corrected',
  'complains_again',
];

/** A reason in the reader's language where Heard gave it, else in the words of whoever wrote it. */
export function ownReason(reason: string, t: TFunction): string {
  return ownReasons.includes(reason) ? t(`assignedBecause.${reason}`) : reason;
}

function reasonOf(reason: string | undefined, t: TFunction): string | undefined {
  return reason === undefined ? undefined : ownReason(reason, t);
}

/** Which words say why: of a closing, a round, a pinned case, or an assignment. */
function becauseOf({ type }: HistoryEntry): string {
  if (type === 'case.closed') return 'closedBecause';
  if (type === 'case.outcome_not_asked') return 'outcomePage.card.because';
  if (type === 'case.round_begun') return 'recovery.roundBecause';
  return type === 'case.pinned' ? 'recovery.pinBecause' : 'assignedBecause';
}

/** What is said of parts, of our records, and of where the customer wants to be answered. */
function recoveryParts(facts: Facts, t: TFunction): readonly (string | undefined)[] {
  const [record, asked] = [within(facts, 'record'), within(facts, 'asked')];
  return [
    heading('recovery.part', textOf(facts, 'part'), t),
    heading('recovery.claim', textOf(record, 'claim'), t),
    textOf(record, 'where'),
    heading('channel', textOf(asked, 'channel'), t),
    textOf(asked, 'contact'),
  ];
}

const urgencyChanges: ReadonlySet<HistoryEntry['type']> = new Set([
  'case.urgency_raised',
  'case.urgency_corrected',
]);

/** What an event says beside its name, line by line, in the reader's language. */
export function factLines(entry: HistoryEntry, t: TFunction, formats: Formats): readonly string[] {
  const { facts } = entry;
  const offer = within(facts, 'offer');
  const action = within(offer, 'action');
  const when = textOf(action, 'when');
  const outcome = within(facts, 'outcome');
  const due = entry.type === 'case.promise_made' ? textOf(facts, 'due') : undefined;
  const urgency = urgencyChanges.has(entry.type) ? 'to' : 'urgency';
  const from = textOf(facts, 'fromName');
  const to = textOf(facts, 'toName') ?? textOf(facts, 'assigneeName');
  const short = [
    from && t('case.from', { name: from }),
    to && t('case.to', { name: to }),
    heading('urgency', textOf(facts, urgency), t),
    reasonsOf(facts, t, formats),
    entry.type === 'case.matter_corrected' ? heading('category', textOf(facts, 'category'), t) : undefined,
    heading(becauseOf(entry), textOf(facts, 'because') ?? textOf(within(facts, 'pin'), 'because'), t),
    ...recoveryParts(facts, t),
    heading('channel', textOf(facts, 'channel'), t),
    heading('fixKind', textOf(offer, 'kind'), t),
    heading('verdict', textOf(outcome, 'verdict'), t),
    heading('behaviour', textOf(outcome, 'behaviour') ?? textOf(facts, 'behaviour'), t),
    due && t('case.due', { time: formats.moment(due) }),
  ];
  const lines = [
    short.filter(isText).join(' · '),
    textOf(facts, 'text')?.replace('{link}', t('outcomePage.card.personalLink')),
    textOf(facts, 'what') ?? textOf(offer, 'what'),
    [textOf(action, 'who'), textOf(action, 'where'), when && formats.moment(when)].filter(isText).join(' · '),
    reasonOf(textOf(facts, 'reason'), t),
    textOf(facts, 'words') ?? textOf(outcome, 'words'),
    isText(facts['evidence']) ? t('case.evidence', { text: facts['evidence'] }) : undefined,
    textOf(facts, 'appeal'),
  ];
  return [...new Set(lines.filter(isText))];
}
