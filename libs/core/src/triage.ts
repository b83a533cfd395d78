import type { Assessment } from './assessment.js';
import type { ClosedBecause } from './case.js';
import { isComplaint } from './verdicts.js';

/** What a mention does to the cases: opens one, joins one, or nothing; always with the reason. */
export type Triage =
  | { readonly verdict: 'open' }
  | { readonly verdict: 'join'; readonly caseId: string; readonly complaint: boolean }
  | { readonly verdict: 'let_be'; readonly because: 'own_words' | 'not_a_complaint' | 'no_words' };

/** A case of the same person that a mention may belong to. */
export interface CaseOfAuthor {
  readonly caseId: string;
  readonly status: 'open' | 'closed';
  readonly lastMentionAt: Date;
  readonly closedAt?: Date;
  readonly closedBecause?: ClosedBecause;
}

const dayMs = 24 * 60 * 60 * 1000;

/** How long after the last word of an open case a new text still belongs to it. */
const sameMatterDays = 30;

/** How long after closing a thank-you still belongs to the case. */
const afterwordDays = 30;

/** Opens a case for a negative complaint, joins the open one of the same person, and lets the rest be. */
export function triage(
  mention: { readonly isBrand: boolean; readonly hasWords: boolean; readonly postedAt: Date },
  assessment: Assessment,
  sameAuthor: readonly CaseOfAuthor[],
): Triage {
  if (mention.isBrand) return { verdict: 'let_be', because: 'own_words' };
  const complaint = isComplaint(assessment);
  const open = newest(
    sameAuthor.filter((each) => each.status === 'open'),
    (each) => each.lastMentionAt,
  );
  if (open && within(mention.postedAt, open.lastMentionAt, sameMatterDays)) {
    return { verdict: 'join', caseId: open.caseId, complaint };
  }
  const closed = newest(
    sameAuthor.filter((each) => each.closedAt !== undefined),
    (each) => each.closedAt,
  );
  if (complaint) return comesBack(mention, closed) ?? { verdict: 'open' };
  if (closed?.closedAt && within(mention.postedAt, closed.closedAt, afterwordDays)) {
    return { verdict: 'join', caseId: closed.caseId, complaint: false };
  }
  return { verdict: 'let_be', because: mention.hasWords ? 'not_a_complaint' : 'no_words' };
}

/** Somebody said that it was no complaint, and they complain again: the first text was one after all. */
function comesBack(
  { postedAt }: { readonly postedAt: Date },
  closed: CaseOfAuthor | undefined,
): Triage | undefined {
  if (closed?.closedBecause !== 'no_complaint' || !closed.closedAt) return undefined;
  if (!within(postedAt, closed.closedAt, sameMatterDays)) return undefined;
  return { verdict: 'join', caseId: closed.caseId, complaint: true };
}

function newest<T>(all: readonly T[], at: (each: T) => Date | undefined): T | undefined {
  return all.toSorted((a, b) => (at(b)?.getTime() ?? 0) - (at(a)?.getTime() ?? 0))[0];
}

function within(later: Date, earlier: Date, days: number): boolean {
  return later.getTime() - earlier.getTime() <= days * dayMs;
}
