import type { DecisionsOffered } from '@heard/core';
import { fingerprint } from '../fingerprint.js';
import type { Wire } from '../wire.js';
import { claimChoices } from './wildberries.claim-choices.js';

/** What a claim lets the seller decide; undefined where it lets nothing. */
export function offeredBy(claim: Wire): DecisionsOffered | undefined {
  const actions = actionsOf(claim).filter((action) => Object.hasOwn(claimChoices, action));
  return actions.length === 0 ? undefined : { seen: seenOf(claim), actions };
}

/** How a claim stands: another after every decision, also of a colleague in the cabinet. */
export function seenOf(claim: Wire): string {
  const { status, status_ex: goods, dt_update: at, wb_comment: words } = claim;
  return fingerprint(status, goods, at, words, actionsOf(claim).toSorted());
}

/** What the claim lets the seller do, by Wildberries' own names. */
export function actionsOf({ actions }: Wire): string[] {
  return Array.isArray(actions) ? actions.filter((each) => typeof each === 'string') : [];
}
