import { randomBytes, randomInt } from 'node:crypto';
import { Fault } from '@heard/core';
import { type Options, hash, verify } from '@node-rs/argon2';

/** argon2id with 19 MiB and 2 passes: about 80 ms of one core for each guess. */
const cost: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const shortestPassword = 12;
const longestPassword = 200;
/** Without look-alikes, so that it can be read off a screen. */
const passwordLetters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** The argon2id hash of a new password; faults when it is too short or too long to be one. */
export async function hashPassword(password: string): Promise<string> {
  if (password.length < shortestPassword || password.length > longestPassword) {
    throw new Fault(
      'invalid',
      `A password has ${shortestPassword} to ${longestPassword} characters; choose another one.`,
      { code: 'password_length' },
    );
  }
  return hash(password, cost);
}

/** True when the password is the one that was hashed. */
export async function isPassword(passwordHash: string, password: string): Promise<boolean> {
  if (password.length > longestPassword) return false;
  return verify(passwordHash, password);
}

/** A password of 99 bits that a person can type: four groups of five. */
export function makeUpPassword(): string {
  const group = () =>
    Array.from({ length: 5 }, () => passwordLetters[randomInt(passwordLetters.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}

/** 256 random bits as text. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url');
}

let decoy: Promise<string> | undefined;

/** A hash that no password has, to spend the same time on an unknown name. */
export function decoyHash(): Promise<string> {
  decoy ??= hash(randomToken(), cost);
  return decoy;
}
