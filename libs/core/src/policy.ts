import type { Language, Urgency } from './assessment.js';
import type { FailureKind } from './failure.js';
import type { Cost, FixKind } from './fix.js';
import type { Role } from './staff.js';
import type { WorkingCalendar } from './working-calendar.js';

/** A text in the three languages of Heard. */
export interface InThreeLanguages {
  readonly ru: string;
  readonly uk: string;
  readonly en: string;
}

/** The language of `texts` that a customer reads: theirs, or English. */
export function inLanguage(texts: InThreeLanguages, language: Language): string {
  return language === 'other' ? texts.en : texts[language];
}

/** What a step of a playbook waits for. Done is read from the facts of the case, never ticked by hand. */
export type StepGoal =
  | 'public_answer'
  | 'private_follow_up'
  | 'offer'
  | 'personal_contact'
  | 'explanation'
  | 'refund_done'
  | 'fix_done'
  | 'report_sent'
  | 'root_cause'
  /** They called in vain, and somebody called back; applies to no other case. */
  | 'callback';

/** Every goal of a step. */
export const stepGoals: readonly StepGoal[] = [
  'public_answer',
  'private_follow_up',
  'offer',
  'personal_contact',
  'explanation',
  'refund_done',
  'fix_done',
  'report_sent',
  'root_cause',
  'callback',
];

/** One step of a playbook with its clock. */
export interface PlaybookStep {
  /** Unique in its playbook; a word for programs. */
  readonly key: string;
  readonly goal: StepGoal;
  /** Minutes from the customer's posting; a passed clock alerts the lead once. */
  readonly withinMinutes: number;
  /** `customer` never stops; `working` counts the hours of the working calendar. */
  readonly clock: 'customer' | 'working';
  /** How to put it: hints for the person who writes, never sent by themselves. */
  readonly hint: InThreeLanguages;
}

/** What to do about one kind of failure. */
export interface Playbook {
  readonly failure: FailureKind;
  readonly title: InThreeLanguages;
  readonly steps: readonly PlaybookStep[];
  /** Keys of fixes of the catalogue, the first to offer first; later ones when the earlier did not help. */
  readonly ladder: readonly string[];
  /** Kinds of fix of which one must be done before such a case closes as fixed; empty: any that reaches the customer. */
  readonly closesWith: readonly FixKind[];
}

/** Up to what cost a role may approve; without a line for a role or one below it, it may not approve at all. */
export interface ApprovalLimit {
  readonly role: Role;
  readonly upToMinor: number;
}

/** A fix that the workspace offers. */
export interface CatalogueFix {
  readonly key: string;
  readonly kind: FixKind;
  readonly title: InThreeLanguages;
  /** Kinds of failure it fits. */
  readonly failures: readonly FailureKind[];
  /** What it usually costs; absent when it costs nothing or depends. */
  readonly cost?: Cost;
  readonly approval: readonly ApprovalLimit[];
}

/** What a lost customer costs, set by the director; amounts in the smallest unit. */
export interface MoneyPolicy {
  readonly currency: string;
  /** Value of one contact, from and to. */
  readonly valueFromMinor: number;
  readonly valueToMinor: number;
  /** How likely a complaining customer leaves, 0 to 1: by the urgency, and when they said they would. */
  readonly chanceOfLeaving: Readonly<Record<Urgency, number>>;
  readonly chanceWhenThreatened: number;
}

/** Everything a manager sets about recovery. A case keeps the version it was opened under. */
export interface Policy {
  readonly calendar: WorkingCalendar;
  readonly promises: {
    /** The assignee is warned when this share of the time is left, 0 to 1. */
    readonly warnAtShare: number;
    /** Placeholders: {customer}, {promise}, {due}, {manager}. */
    readonly lateDraft: InThreeLanguages;
  };
  /** Minutes of silence after which an assignee loses the case to a lead; they run while the workspace works. */
  readonly leaseMinutes: Readonly<Record<Urgency, number>>;
  readonly handOffs: { readonly budget: number };
  /** At so many rounds the case goes to the lead. */
  readonly rounds: { readonly limit: number };
  readonly substance: {
    /** An answer this alike to a recent one to somebody else is held, 0 to 1. */
    readonly sameAsOthers: number;
    readonly recentDays: number;
  };
  readonly outcome: {
    /** Hours after the closing at which the customer is asked. */
    readonly askAfterHours: number;
    /** Days for which the link works, and after which silence is written down. */
    readonly linkDays: number;
    /** Placeholders: {customer}, {link}, {brand}. */
    readonly question: InThreeLanguages;
  };
  readonly report: { readonly linkDays: number };
  readonly incidents: {
    /** So many cases with a common cause within the hours propose an incident. */
    readonly cases: number;
    readonly withinHours: number;
  };
  /** Cases like this one before suggestions go by experience instead of the playbook. */
  readonly suggestFrom: number;
  readonly money: MoneyPolicy;
  readonly fixes: readonly CatalogueFix[];
  readonly playbooks: readonly Playbook[];
}

/** A policy with its number; numbers count from 1 in each workspace, and a version never changes. */
export interface PolicyVersion {
  readonly version: number;
  readonly policy: Policy;
}

/** The playbook of a kind of failure; every policy has one for `other`. */
export function playbookFor(policy: Policy, failure: FailureKind): Playbook {
  const found =
    policy.playbooks.find((each) => each.failure === failure) ??
    policy.playbooks.find((each) => each.failure === 'other');
  if (!found) throw new Error('The policy has no playbook for "other".');
  return found;
}
