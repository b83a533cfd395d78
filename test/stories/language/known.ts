import { readHistory } from '@heard/cases';
import {
  type Case,
  type CaseFlag,
  type CaseNote,
  flagsOf,
  leavingRisk,
  type Policy,
  rebuild,
  type Score,
  scoreOf,
  type StepStanding,
  stepsOf,
} from '@heard/core';
import type { CaseView } from '@heard/insight';
import type { Desk } from './desk.js';

/** What the history of a case tells, and what the rules make of it now. */
export interface Known {
  readonly state: Case;
  readonly policy: Policy;
  readonly flags: readonly CaseFlag[];
  readonly notes: readonly CaseNote['code'][];
  readonly steps: readonly StepStanding[];
  readonly score: Score;
  readonly chanceOfLeaving: number;
}

/** Reads a case from its history alone, as everything that shows it does. */
export async function whatIsKnown({ shop }: Desk, view: CaseView): Promise<Known> {
  const { heard, workspaceId, clock } = shop;
  return heard.database.inWorkspace(workspaceId, async (tx) => {
    const state = rebuild(view.id, await readHistory(tx, view.id));
    const policy = await heard.policies.get(tx, state.policyVersion);
    const { timeZone } = await heard.workspaces.get(tx);
    return {
      state,
      policy,
      flags: flagsOf(state, policy),
      notes: state.notes.map(({ code }) => code),
      steps: stepsOf(state, policy, timeZone, clock.now()),
      score: scoreOf(state),
      chanceOfLeaving: leavingRisk(state, policy).chance,
    };
  });
}

/** The step of the playbook that waits for this. */
export function stepFor({ steps }: Known, goal: StepStanding['step']['goal']): StepStanding | undefined {
  return steps.findLast(({ step }) => step.goal === goal);
}

/** What a refusal says to the person who asked. */
export function refusedWith(code: string, about: object = {}) {
  return { code, about: expect.objectContaining(about) as unknown };
}
