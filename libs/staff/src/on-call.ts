import { leadOnCall, type Candidate } from '@heard/core';
import type { Transaction } from '@heard/database';
import type { InterfaceLanguage } from './person.js';
import type { People } from './store/people.js';
import type { AlertTarget, Workspaces } from './store/workspaces.js';

/** Somebody to be told, and how. */
export interface Told {
  readonly staffId: string;
  readonly name: string;
  readonly email: string;
  readonly interfaceLanguage: InterfaceLanguage;
}

/** What an alert is about: its case, where it has one, and whether it is of the demo. */
export interface About {
  readonly caseId?: string;
  readonly demo: boolean;
}

/** Finds the person behind a step of an escalation policy. */
export class OnCall {
  constructor(
    private readonly people: People,
    private readonly workspaces: Workspaces,
  ) {}

  /**
   * `on_call` is the assignee of the case, `lead` the lead on call by the rota, others as named; without a case
   * `on_call` is the lead on call too. Undefined when nobody active plays that part: ask for the next step.
   */
  async resolve(tx: Transaction, target: AlertTarget, about: About, now: Date): Promise<Told | undefined> {
    const staffId = await this.staffIdOf(tx, target, about, now);
    const person = staffId === undefined ? undefined : await this.people.person(tx, staffId);
    if (!person?.active || person.demo !== about.demo) return undefined;
    const { id, name, email, interfaceLanguage } = person;
    return { staffId: id, name, email, interfaceLanguage };
  }

  /** The lead on call, or who stands in where there is no lead. */
  async lead(
    tx: Transaction,
    of: { readonly demo: boolean },
    now: Date,
  ): Promise<{ staffId: string; name: string } | undefined> {
    const told = await this.resolve(tx, 'lead', of, now);
    return told && { staffId: told.staffId, name: told.name };
  }

  private async staffIdOf(
    tx: Transaction,
    target: AlertTarget,
    about: About,
    now: Date,
  ): Promise<string | undefined> {
    switch (target) {
      case 'on_call':
        return about.caseId === undefined
          ? this.staffIdOf(tx, 'lead', about, now)
          : assigneeOf(tx, about.caseId);
      case 'lead': {
        const { timeZone } = await this.workspaces.get(tx);
        return leadOnCall(await this.people.candidates(tx, about), now, timeZone)?.staffId;
      }
      case 'director':
        return leastBusy(await this.people.candidates(tx, about), 'director')?.staffId;
      case 'administrator':
        return leastBusy(await this.people.candidates(tx, about), 'administrator')?.staffId;
      default:
        return target;
    }
  }
}

async function assigneeOf(tx: Transaction, caseId: string): Promise<string | undefined> {
  const [found] = await tx.rows<{ assignee_id: string }>(
    'select assignee_id from cases where workspace_id = $1 and id = $2',
    [tx.workspaceId, caseId],
  );
  return found?.assignee_id;
}

/** Ties go by id (the order of the candidates), so that the same facts choose the same person. */
function leastBusy(
  candidates: readonly Candidate[],
  role: 'director' | 'administrator',
): Candidate | undefined {
  return candidates.filter((each) => each.role === role).toSorted((a, b) => a.openCases - b.openCases)[0];
}
