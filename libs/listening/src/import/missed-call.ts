import { callerOf, type MissedContact } from '@heard/core';
import type { FileRecord } from './fields.js';
import { Rejection, textIn } from './record.js';

const mostTries = 1_000;

/** What a row tells of a call that nobody answered; a call that nobody can return is no use to anybody. */
export function missedIn(record: FileRecord): MissedContact {
  const phone = textIn(record, 'phone');
  if (phone === undefined) throw new Rejection('phone is missing: nobody can call back');
  if (callerOf(phone) === undefined) throw new Rejection('phone is no number that can be called back');
  const called = textIn(record, 'called');
  return { phone, tries: triesIn(record), ...(called === undefined ? {} : { called }) };
}

function triesIn(record: FileRecord): number {
  const tries = Number(textIn(record, 'tries') ?? 1);
  if (Number.isInteger(tries) && tries >= 1 && tries <= mostTries) return tries;
  throw new Rejection(`tries is no whole number from 1 to ${mostTries}`);
}
