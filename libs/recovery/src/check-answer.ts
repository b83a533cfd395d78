import type { CaseRecord } from '@heard/cases';
import type { Checked, Clock, FoundPromise, Policy, SubstanceCheck } from '@heard/core';
import type { Transaction } from '@heard/database';
import { checkSubstance, findPromises } from '@heard/wording';
import { saidBefore } from './store/said-before.js';

/** What is found in an answer before it is sent. */
export interface AnswerFindings {
  readonly promises: readonly FoundPromise[];
  readonly substance: SubstanceCheck;
}

const dayMs = 24 * 60 * 60 * 1000;

/** Reads an answer before it is sent: what it promises and by when, and whether it says anything. */
export class CheckAnswer {
  constructor(private readonly clock: Clock) {}

  async run(
    tx: Transaction,
    { state }: CaseRecord,
    text: string,
    policy: Policy,
    timeZone: string,
    incidentId?: string,
  ): Promise<AnswerFindings> {
    const at = this.clock.now();
    const since = new Date(at.getTime() - policy.substance.recentDays * dayMs);
    const said = await saidBefore(tx, state.id, since, incidentId);
    const promises = findPromises({ text, at, timeZone, calendar: policy.calendar });
    const { refusal } = state;
    const { sameAsOthers } = policy.substance;
    const substance = checkSubstance({
      ...said,
      answer: text,
      sameAsOthers,
      at,
      timeZone,
      ...(refusal ? { refusal } : {}),
    });
    return { promises, substance };
  }
}

/** The findings with what the writer says to them. */
export function checkedWith(
  { promises: found, substance }: AnswerFindings,
  said: { readonly promises?: Checked['confirmed']; readonly overrule?: string },
): Checked {
  const { promises: confirmed = [], overrule } = said;
  return { found, confirmed, substance, ...(overrule === undefined ? {} : { overrule }) };
}
