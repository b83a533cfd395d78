import type { Transaction } from '@heard/database';

/** A person of the staff by id. */
export type StaffRef = `${string}-${string}-${string}-${string}-${string}`;

/** Whom an alert goes to: a duty that somebody has at the moment, or one person. `on_call` is the assignee of the case. */
export type EscalationTarget = 'on_call' | 'lead' | 'director' | 'administrator' | StaffRef;

/** Languages of the interface, and so of the letters. */
export type LetterLanguage = 'ru' | 'uk' | 'en';

/** A person who can be told. */
export interface ToldPerson {
  readonly staffId: string;
  readonly name: string;
  readonly email: string;
  readonly interfaceLanguage: LetterLanguage;
}

/** Knows who has a duty now. */
export interface OnCall {
  /** Nobody when the duty is vacant; demo alerts go to demo staff, real ones to real staff. */
  resolve(
    tx: Transaction,
    target: EscalationTarget,
    about: { readonly caseId?: string; readonly demo: boolean },
    now: Date,
  ): Promise<ToldPerson | undefined>;
}

/** One step of an escalation that has just been made. */
export interface EscalationStep {
  readonly alertId: string;
  readonly caseId?: string;
  readonly level: number;
  readonly told?: ToldPerson;
}

/** Lets the rest of Heard follow an escalation in its transaction, e.g. give the case to the person told. */
export interface EscalationFollower {
  escalated(tx: Transaction, step: EscalationStep): Promise<void>;
}
