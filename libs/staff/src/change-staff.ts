import type { Actor, DutyCalendar } from '@heard/core';
import type { Database } from '@heard/database';
import { refuseUnknownPlaces } from '@heard/places';
import type { NewPerson, Person, PersonChange } from './person.js';
import { hashPassword, makeUpPassword } from './secrets.js';
import type { Audit } from './store/audit.js';
import type { DutyOf, DutyRota } from './store/duty-rota.js';
import type { People } from './store/people.js';
import type { EscalationPolicy, Workspaces } from './store/workspaces.js';

type WithPassword<T> = Omit<T, 'passwordHash' | 'demo'> & { readonly password?: string };

/** What an administrator or a lead changes about people, duty and escalation; each change is audited with who made it. */
export class ChangeStaff {
  constructor(
    private readonly database: Database,
    private readonly people: People,
    private readonly rota: DutyRota,
    private readonly workspaces: Workspaces,
    private readonly audit: Audit,
  ) {}

  /** Adds somebody; without a password one is made up and returned, to be passed on once. */
  async add(
    workspaceId: string,
    asked: WithPassword<NewPerson>,
    by: Actor,
  ): Promise<{ readonly person: Person; readonly oneTimePassword?: string }> {
    const { password, ...person } = asked;
    const oneTimePassword = password === undefined ? makeUpPassword() : undefined;
    const passwordHash = await hashPassword(password ?? oneTimePassword ?? '');
    const added = await this.database.inWorkspace(workspaceId, async (tx) => {
      await refuseUnknownPlaces(tx, person);
      const id = await this.people.add(tx, { ...person, passwordHash });
      await this.audit.write(tx, by, 'staff.added', `staff:${id}`, { role: person.role });
      return this.people.get(tx, id);
    });
    return { person: added, ...(oneTimePassword !== undefined && { oneTimePassword }) };
  }

  /** Changes somebody. */
  async change(
    workspaceId: string,
    staffId: string,
    asked: WithPassword<PersonChange>,
    by: Actor,
  ): Promise<Person> {
    const { password, ...change } = asked;
    const passwordHash = password === undefined ? undefined : await hashPassword(password);
    return this.database.inWorkspace(workspaceId, async (tx) => {
      await refuseUnknownPlaces(tx, change);
      await this.people.change(tx, staffId, {
        ...change,
        ...(passwordHash !== undefined && { passwordHash }),
      });
      const fields = Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [name]));
      await this.audit.write(tx, by, 'staff.changed', `staff:${staffId}`, { fields });
      return this.people.get(tx, staffId);
    });
  }

  /** Replaces one person's duty calendar. */
  async setDuty(
    workspaceId: string,
    staffId: string,
    calendar: DutyCalendar,
    by: Actor,
  ): Promise<DutyOf | undefined> {
    return this.database.inWorkspace(workspaceId, async (tx) => {
      await this.rota.replace(tx, staffId, calendar);
      await this.audit.write(tx, by, 'duty.changed', `staff:${staffId}`);
      return (await this.rota.read(tx)).find((each) => each.staffId === staffId);
    });
  }

  /** Puts another escalation policy. */
  async setPolicy(workspaceId: string, policy: EscalationPolicy, by: Actor): Promise<void> {
    await this.database.inWorkspace(workspaceId, async (tx) => {
      await this.workspaces.changePolicy(tx, policy);
      const steps = policy.steps.map(({ to }) => to);
      const detail = { afterMinutes: policy.afterMinutes, steps };
      await this.audit.write(tx, by, 'escalation_policy.changed', `workspace:${workspaceId}`, detail);
    });
  }
}
