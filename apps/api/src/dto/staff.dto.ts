import { type FailureKind, failureKinds, type Language, type Role, roles } from '@heard/core';
import { type InterfaceLanguage, scopes } from '@heard/staff';
import { Email, Flag, InnerList, OneOf, Password, SomeOf, Text, Token, Uuids, Whole } from './fields.js';

const languages = ['ru', 'uk', 'en', 'other'] as const;
const lastMinute = 1440;

/** Adds a person. */
export class AddUserDto {
  @Text({ max: 200 })
  name: string;

  @Email()
  email: string;

  @OneOf(roles)
  role: Role;

  @SomeOf(languages, { about: 'Languages they answer in.' })
  languages: Language[];

  @Uuids({ optional: true, about: 'Brands they answer for; empty means all.' })
  brandIds?: string[];

  @Uuids({ optional: true, about: 'Locations they answer for; empty means all.' })
  locationIds?: string[];

  @SomeOf(failureKinds, { optional: true, about: 'Kinds of failure that they are good at.' })
  skills?: FailureKind[];

  @OneOf(['ru', 'uk', 'en'], { optional: true })
  interfaceLanguage?: InterfaceLanguage;

  @Password({ optional: true, about: 'At least 12 characters; made up and shown once when absent.' })
  password?: string;
}

/** Changes a person. */
export class ChangeUserDto {
  @Text({ max: 200, optional: true })
  name?: string;

  @Email({ optional: true })
  email?: string;

  @OneOf(roles, { optional: true })
  role?: Role;

  @SomeOf(languages, { optional: true })
  languages?: Language[];

  @Uuids({ optional: true })
  brandIds?: string[];

  @Uuids({ optional: true })
  locationIds?: string[];

  @SomeOf(failureKinds, { optional: true })
  skills?: FailureKind[];

  @OneOf(['ru', 'uk', 'en'], { optional: true })
  interfaceLanguage?: InterfaceLanguage;

  @Password({ optional: true, about: 'At least 12 characters; ends all sessions of the person.' })
  password?: string;

  @Flag({ optional: true, about: 'False when the person leaves; refused while they have open cases.' })
  active?: boolean;
}

/** A span of a day; minutes from midnight in the time zone of the workspace. */
export class HoursDto {
  @Whole({ min: 0, max: lastMinute - 1 })
  from: number;

  @Whole({ min: 1, max: lastMinute })
  to: number;
}

/** A span of one weekday. */
export class DutyHoursDto extends HoursDto {
  @Whole({ min: 1, max: 7, about: '1 is Monday.' })
  weekday: number;
}

/** What differs on one date. */
export class DutyExceptionDto {
  @Token({ pattern: /^\d{4}-\d{2}-\d{2}$/u, example: '2026-12-31' })
  date: string;

  @InnerList(() => HoursDto, { max: 24, about: 'Empty means off duty the whole day.' })
  hours: HoursDto[];
}

/** When a person is on duty. */
export class DutyDto {
  @InnerList(() => DutyHoursDto, { max: 168 })
  week: DutyHoursDto[];

  @InnerList(() => DutyExceptionDto, { max: 400 })
  exceptions: DutyExceptionDto[];
}

/** A step of an escalation. */
export class StepDto {
  @Token({
    pattern: /^(on_call|lead|director|administrator|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/u,
    about: '`on_call`, `lead`, `director`, `administrator`, or the id of a person.',
  })
  to: string;
}

/** Who is told next, and after how long. */
export class PolicyDto {
  @Whole({ min: 1, max: 1440 })
  afterMinutes: number;

  @InnerList(() => StepDto, { min: 1, max: 20, about: 'In order; without a step nobody would be told.' })
  steps: StepDto[];
}

/** Makes an API key. */
export class AddKeyDto {
  @Text({ max: 100 })
  name: string;

  @SomeOf(scopes)
  scopes: string[];
}

/** Adds a webhook. */
export class AddReceiverDto {
  @Text({ max: 100 })
  name: string;

  @Token({ pattern: /^https?:\/\/[^\s\0]{1,2000}$/u, example: 'https://crm.example/heard' })
  url: string;
}
