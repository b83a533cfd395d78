import { type FailureKind, failureKinds, type Language, type Role } from '@heard/core';
import type * as shape from '@heard/insight';
import type { AlertTarget, EscalationPolicy, InterfaceLanguage, Scope } from '@heard/staff';
import { scopes } from '@heard/staff';
import { At, Bool, Int, Key, Keys, ListOf, Of, Str, Word, Words } from './shown.js';
import { words } from './words.js';

/** A person of the staff, as others see them. */
export class PersonView implements shape.PersonView {
  @Key() id: string;
  @Str() name: string;
}

/** A person with what the administrator edits. */
export class UserView implements shape.UserView {
  @Key() id: string;
  @Str() name: string;
  @Str() email: string;
  @Word(words.role) role: Role;
  @Words(words.language) languages: Language[];
  @Keys({ about: 'Brands they answer for; empty means all.' }) brandIds: string[];
  @Keys({ about: 'Locations they answer for; empty means all.' }) locationIds: string[];
  @Words(failureKinds, { about: 'Kinds of failure that they are good at.' }) skills: FailureKind[];
  @Word(words.interfaceLanguage) interfaceLanguage: InterfaceLanguage;
  @Bool() active: boolean;
  @Bool() onDutyNow: boolean;
  @Int() openCases: number;
  @Bool() demo: boolean;
}

/** People. */
export class UserPage {
  @ListOf(() => UserView) items: UserView[];
}

/** A person who was added. */
export class AddedUserView {
  @Of(() => UserView) user: UserView;
  @Str({ optional: true, about: 'Shown once: pass it on.' }) oneTimePassword?: string;
}

/** Who is signed in. */
export class SignedUserView {
  @Key() id: string;
  @Str() name: string;
  @Str() email: string;
  @Word(words.role) role: Role;
  @Word(words.interfaceLanguage) interfaceLanguage: InterfaceLanguage;
}

/** A workspace. */
export class WorkspaceView {
  @Key() id: string;
  @Str() name: string;
  @Str({ about: 'IANA name.' }) timeZone: string;
  @Str({ about: 'ISO 4217.' }) currency: string;
}

/** Who is signed in, and where. */
export class SessionView implements shape.SessionView {
  @Of(() => SignedUserView) user: SignedUserView;
  @Of(() => WorkspaceView) workspace: WorkspaceView;
  @Bool({ about: 'The demo is running: its letters can be read.' }) demo: boolean;
}

/** A span of a day, in minutes from midnight. */
export class HoursView {
  @Int() from: number;
  @Int() to: number;
}

/** A span of a weekday; 1 is Monday. */
export class DutyHoursView extends HoursView {
  @Int() weekday: number;
}

/** Other hours on one date. */
export class DutyExceptionView {
  @Str() date: string;
  @ListOf(() => HoursView) hours: HoursView[];
}

/** When one person is on duty, in the time zone of the workspace. */
export class DutyView implements shape.DutyView {
  @Key() staffId: string;
  @Str() name: string;
  @Word(words.role) role: Role;
  @Bool() onDutyNow: boolean;
  @ListOf(() => DutyHoursView) week: DutyHoursView[];
  @ListOf(() => DutyExceptionView) exceptions: DutyExceptionView[];
}

/** The duty rota. */
export class DutyPage {
  @Str() timeZone: string;
  @ListOf(() => DutyView) items: DutyView[];
  @Of(() => PersonView, { optional: true }) leadOnCall?: PersonView;
}

/** A step of an escalation. */
export class StepView {
  @Str({ about: '`on_call`, `lead`, `director`, `administrator`, or the id of a person.' }) to: AlertTarget;
}

/** Who is told next, and after how long. */
export class PolicyView implements EscalationPolicy {
  @Int() afterMinutes: number;
  @ListOf(() => StepView) steps: StepView[];
}

/** An API key; the key itself is shown once, when it is made. */
export class KeyView {
  @Key() id: string;
  @Str() name: string;
  @Str({ about: 'The beginning of the key.' }) prefix: string;
  @Words(scopes) scopes: Scope[];
  @At() createdAt: Date;
  @At({ optional: true, about: 'Up to a minute old.' }) lastUsedAt?: Date;
}

/** A key that was just made. */
export class MadeKeyView extends KeyView {
  @Str({ about: 'Shown once: keep it.' }) key: string;
}

/** API keys. */
export class KeyPage {
  @ListOf(() => KeyView) items: KeyView[];
}
