import { type Assignment, type Candidate, chooseAssignee, Fault, type Need } from '@heard/core';
import type { Transaction } from '@heard/database';
import type { StaffOnDuty } from './ports.js';

/** The people of one batch: read once, and counted up as cases are given to them. */
export class DutyRoster {
  private readonly people = new Map<boolean, Candidate[]>();
  private timeZone: string | undefined;

  constructor(private readonly staff: StaffOnDuty) {}

  /** The assignee of a new case; never nobody. */
  async assign(tx: Transaction, need: Need & { readonly demo: boolean }, now: Date): Promise<Assignment> {
    const people = this.people.get(need.demo) ?? [...(await this.staff.candidates(tx, need))];
    this.people.set(need.demo, people);
    this.timeZone ??= await this.staff.timeZone(tx);
    const chosen = chooseAssignee(people, need, now, this.timeZone);
    if (!chosen) {
      throw new Fault(
        'unavailable',
        'No active person may answer for a case: add a manager or an administrator.',
        {
          code: 'nobody_to_assign',
        },
      );
    }
    this.countUp(people, chosen.staffId);
    return chosen;
  }

  private countUp(people: Candidate[], staffId: string): void {
    const index = people.findIndex((each) => each.staffId === staffId);
    const person = people[index];
    if (person) people[index] = { ...person, openCases: person.openCases + 1 };
  }
}
