import type { Category, SignalCode, Urgency, UrgencyReason } from './assessment.js';
import { moreUrgent, urgencyRank } from './assessment.js';
import type { Case } from './case.js';
import type { CommandOf } from './case-command.js';
import type { CaseFact } from './case-event.js';
import { isAfterAnswer, pinForRounds } from './decide-matter.js';
import { failureOf, failureSaid } from './failure.js';
import { urgencyOfTries } from './missed-contact.js';
import { stepsOf } from './playbook-steps.js';
import type { Policy } from './policy.js';
import type { Verdicts } from './verdicts.js';

/** The reason of a reopening: a person said that the customer's afterword is a complaint. */
export const corrected = 'corrected';

/** A text of a case as it stands, in the order in which the texts came. */
export interface TextOfCase {
  readonly mentionId: string;
  readonly complaint: boolean;
  readonly urgency: Urgency;
  readonly urgencyReasons: readonly UrgencyReason[];
  /** A person said how urgent it is: no rule goes above that. */
  readonly said: boolean;
  /** Of a call in vain: how often it was tried. */
  readonly tries?: number;
}

/** What a person takes back, and what stands of the text without it. */
export interface TakenBack {
  readonly fields: readonly (keyof Verdicts)[];
  readonly category: Category;
  readonly signals: readonly SignalCode[];
}

/** How urgent something is, and why. */
export interface Weight {
  readonly urgency: Urgency;
  readonly reasons: readonly UrgencyReason[];
}

/** How urgent a case is by its texts alone: the most urgent of them, a repeated complaint counting as at least high. */
export function weightOf(texts: readonly TextOfCase[]): Weight {
  let [complaints, tries] = [0, 0];
  let most: Weight = { urgency: 'none', reasons: [] };
  for (const text of texts) {
    tries += text.tries ?? 0;
    const floor = text.complaint && !text.said ? floorOf(text, complaints, tries) : 'none';
    if (text.complaint) complaints += 1;
    const urgency = moreUrgent(text.urgency, floor);
    if (urgencyRank(urgency) <= urgencyRank(most.urgency)) continue;
    const repeated = urgency === text.urgency ? [] : (['repeat_complaint'] as const);
    most = { urgency, reasons: [...new Set([...text.urgencyReasons, ...repeated])] };
  }
  return most;
}

function floorOf({ tries: own }: TextOfCase, complaints: number, tries: number): Urgency {
  if (own !== undefined) return urgencyOfTries(tries);
  return complaints >= 1 ? 'high' : 'none';
}

/** What a person says of a text of the case, and what the case makes of it. */
export function decideCorrect(
  current: Case,
  command: CommandOf<'correct'>,
  policy: Policy,
  now: Date,
): readonly CaseFact[] {
  if (!current.mentionIds.includes(command.mentionId)) return [];
  return [
    ...complaintCorrected(current, command, policy, now),
    ...urgencyCorrected(current, command),
    ...matterCorrected(current, command, policy, now),
  ];
}

const complaintNow = ({ texts, mentionId }: CommandOf<'correct'>): boolean =>
  texts.some((text) => text.mentionId === mentionId && text.complaint);

const hasChanged = (current: Case, command: CommandOf<'correct'>): boolean =>
  current.complaintIds.includes(command.mentionId) !== complaintNow(command);

function complaintCorrected(
  current: Case,
  command: CommandOf<'correct'>,
  policy: Policy,
  now: Date,
): CaseFact[] {
  if (!hasChanged(current, command)) return [];
  const { mentionId, postedAt, lead } = command;
  const complaint = complaintNow(command);
  const fact: CaseFact = { type: 'case.complaint_corrected', mentionId, complaint };
  if (!complaint) return [fact];
  if (current.status === 'closed') {
    return [
      fact,
      { type: 'case.reopened', reason: corrected, mentionId },
      { type: 'case.round_begun', because: 'reopened', startedAt: now },
      ...pinForRounds(current, lead, policy),
    ];
  }
  if (!isAfterAnswer(current, postedAt)) return [fact];
  return [fact, { type: 'case.round_begun', because: 'complained_again', startedAt: postedAt }];
}

/** The case is as urgent as its complaints, and as what a person said of any of its texts. */
function urgencyCorrected(current: Case, command: CommandOf<'correct'>): CaseFact[] {
  const { mentionId, texts, urgency: said } = command;
  const unsaid = said === undefined && takesBack(command, 'urgency');
  if (said === undefined && !unsaid && !hasChanged(current, command)) return [];
  const weighing = texts.filter((text) => text.complaint || text.said || text.mentionId === mentionId);
  const { urgency: to, reasons } = weightOf(weighing);
  if (said === undefined && !unsaid && to === current.urgency) return [];
  const from = current.urgency;
  const word = said === undefined ? (unsaid ? { unsaid: true as const } : {}) : { said };
  return [{ type: 'case.urgency_corrected', mentionId, from, to, reasons, ...word }];
}

const takesBack = ({ takenBack }: CommandOf<'correct'>, field: keyof Verdicts): boolean =>
  takenBack?.fields.includes(field) ?? false;

/** What a case is about is read from its first text: the case follows what a person says of that one. */
function matterCorrected(
  current: Case,
  command: CommandOf<'correct'>,
  policy: Policy,
  now: Date,
): CaseFact[] {
  const { mentionId, timeZone } = command;
  if (current.mentionIds[0] !== mentionId) return [];
  const { category, failure } = matterNow(current, command);
  if (category === current.category && failure === current.failure) return [];
  const late = new Set(
    stepsOf({ ...current, category, failure }, policy, timeZone, now)
      .filter(({ due, doneAt }) => due <= now && doneAt === undefined)
      .map(({ step }) => step.key),
  );
  // Late under the other playbook is not late under this one: of the rest the lead is told in its own time.
  const overdue = current.overdueSteps.filter((key) => late.has(key));
  return [{ type: 'case.matter_corrected', mentionId, category, failure, overdue }];
}

function matterNow(current: Case, command: CommandOf<'correct'>): Pick<Case, 'category' | 'failure'> {
  const { category, takenBack } = command;
  if (category !== undefined) return { category, failure: failureSaid(category, current.signals) };
  if (!takenBack || !takesBack(command, 'category')) return current;
  return { category: takenBack.category, failure: failureOf(takenBack.category, takenBack.signals) };
}

/** Signals under which a single manager does not close a case as no complaint: somebody above looks at it too. */
const grave: readonly SignalCode[] = [
  'safety',
  'privacy',
  'fraud',
  'discrimination',
  'unauthorized_charge',
  'legal',
  'press',
];

/** True when somebody above a manager has to agree that it is no complaint. */
export function isGrave(current: Case): boolean {
  return current.signals.some((code) => grave.includes(code));
}
