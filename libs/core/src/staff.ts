/** What a person may do; each role may do all that the ones after it may, down to `viewer` who only reads. */
export type Role = 'administrator' | 'director' | 'lead' | 'manager' | 'viewer';

/** Every role, most entitled first. */
export const roles: readonly Role[] = ['administrator', 'director', 'lead', 'manager', 'viewer'];

/** True when `role` may do at least what `needed` may. */
export function roleAtLeast(role: Role, needed: Role): boolean {
  return roles.indexOf(role) <= roles.indexOf(needed);
}

/** Who did something: a person of the staff, a program with an API key, Heard itself, or the customer. */
export type Actor =
  | { readonly kind: 'person'; readonly staffId: string; readonly role: Role }
  | { readonly kind: 'program'; readonly keyId: string }
  | { readonly kind: 'heard' }
  | { readonly kind: 'customer' };

/** Heard itself, for what happens without a person: timers, triage, delivery. */
export const heard: Actor = { kind: 'heard' };
