import type { FailureKind, Language, Role } from '@heard/core';

/** Languages of the interface. */
export type InterfaceLanguage = 'ru' | 'uk' | 'en';

/** Somebody who works here. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly languages: readonly Language[];
  /** Brands they answer for; empty means all. */
  readonly brandIds: readonly string[];
  /** Locations they answer for; empty means all. */
  readonly locationIds: readonly string[];
  /** Kinds of failure that they are good at. */
  readonly skills: readonly FailureKind[];
  readonly interfaceLanguage: InterfaceLanguage;
  readonly active: boolean;
  /** Made up for the demo; answers only for made-up cases. */
  readonly demo: boolean;
  readonly openCases: number;
}

/** Somebody who starts to work here. */
export interface NewPerson {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly languages: readonly Language[];
  readonly brandIds?: readonly string[];
  readonly locationIds?: readonly string[];
  readonly skills?: readonly FailureKind[];
  readonly interfaceLanguage?: InterfaceLanguage;
  /** Absent for somebody who cannot sign in. */
  readonly passwordHash?: string;
  readonly demo?: boolean;
}

/** What changes about somebody; what is absent stays as it is. */
export type PersonChange = Partial<Omit<NewPerson, 'demo'>> & { readonly active?: boolean };
