import type { FailureKind, Language } from '@heard/core';
import type { Instant } from '../instant.js';

/** A person of the staff with what the administrator edits. */
export interface UserView {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: 'administrator' | 'director' | 'lead' | 'manager' | 'viewer';
  readonly languages: readonly Language[];
  readonly brandIds: readonly string[];
  readonly locationIds: readonly string[];
  readonly skills: readonly FailureKind[];
  readonly interfaceLanguage: 'ru' | 'uk' | 'en';
  readonly active: boolean;
  readonly onDutyNow: boolean;
  readonly openCases: number;
  readonly demo: boolean;
}

/** When one person is on duty; minutes from midnight in the workspace's time zone. */
export interface DutyView {
  readonly staffId: string;
  readonly name: string;
  readonly role: UserView['role'];
  readonly onDutyNow: boolean;
  readonly week: readonly { readonly weekday: number; readonly from: number; readonly to: number }[];
  readonly exceptions: readonly {
    readonly date: string;
    readonly hours: readonly { readonly from: number; readonly to: number }[];
  }[];
}

/** Who is signed in, and where. */
export interface SessionView {
  readonly user: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly role: UserView['role'];
    readonly interfaceLanguage: 'ru' | 'uk' | 'en';
  };
  readonly workspace: {
    readonly id: string;
    readonly name: string;
    readonly timeZone: string;
    /** ISO 4217; what sums of money are entered in unless said otherwise. */
    readonly currency: string;
  };
  /** The demo is running: its letters can be read at `/api/v1/demo/letters`. */
  readonly demo: boolean;
}

/** A letter in the demo's made-up mailbox. */
export interface LetterView {
  readonly id: string;
  readonly to: string;
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly at: Instant;
}
