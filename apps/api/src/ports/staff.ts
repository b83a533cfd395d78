import type { Actor, DutyCalendar, FailureKind, Language, Role } from '@heard/core';
import type { DutyView, PersonView, UserView } from '@heard/insight';
import type { EscalationPolicy, InterfaceLanguage } from '@heard/staff';

/** What an administrator enters about a person. */
export interface UserAsked {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly languages: readonly Language[];
  readonly brandIds?: readonly string[];
  readonly locationIds?: readonly string[];
  readonly skills?: readonly FailureKind[];
  readonly interfaceLanguage?: InterfaceLanguage;
  readonly password?: string;
}

/** People, duty and escalation. */
export interface StaffPart {
  list(workspaceId: string): Promise<readonly UserView[]>;
  add(
    workspaceId: string,
    asked: UserAsked,
    by: Actor,
  ): Promise<{ readonly user: UserView; readonly oneTimePassword?: string }>;
  change(
    workspaceId: string,
    staffId: string,
    asked: Partial<UserAsked> & { readonly active?: boolean },
    by: Actor,
  ): Promise<UserView>;
  /** True when the person is active and on duty now; faults `missing` when there is no such person. */
  isOnDuty(workspaceId: string, staffId: string): Promise<boolean>;
  duty(workspaceId: string): Promise<{
    readonly timeZone: string;
    readonly items: readonly DutyView[];
    readonly leadOnCall?: PersonView;
  }>;
  setDuty(workspaceId: string, staffId: string, calendar: DutyCalendar, by: Actor): Promise<DutyView>;
  policy(workspaceId: string): Promise<EscalationPolicy>;
  setPolicy(workspaceId: string, policy: EscalationPolicy, by: Actor): Promise<EscalationPolicy>;
}
