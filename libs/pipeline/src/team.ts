import { type Clock, Fault, isOnDuty, roleAtLeast } from '@heard/core';
import type { Transaction } from '@heard/database';
import type { Team } from '@heard/recovery';
import type { OnCall, People, Workspaces } from '@heard/staff';

/** Who is there now, as recovery asks it of the staff. */
export function teamOf(people: People, workspaces: Workspaces, onCall: OnCall, clock: Clock): Team {
  const timeZone = async (tx: Transaction): Promise<string> => (await workspaces.get(tx)).timeZone;
  return {
    timeZone,
    async lead(tx, { demo }) {
      const lead = await onCall.lead(tx, { demo }, clock.now());
      if (lead) return lead.staffId;
      throw new Fault('unavailable', 'Nobody active may lead: add a lead or an administrator.', {
        code: 'nobody_to_assign',
      });
    },
    async isLead(tx, staffId) {
      const person = await people.person(tx, staffId);
      return person !== undefined && person.active && roleAtLeast(person.role, 'lead');
    },
    nameOf: async (tx, staffId) => (await people.person(tx, staffId))?.name,
    isMadeUp: async (tx, staffId) => (await people.person(tx, staffId))?.demo ?? false,
    async isPresent(tx, staffId) {
      const person = await people.person(tx, staffId);
      if (!person?.active) return false;
      const all = await people.candidates(tx, { demo: person.demo });
      const duty = all.find((each) => each.staffId === staffId)?.duty;
      return duty !== undefined && isOnDuty(duty, clock.now(), await timeZone(tx));
    },
  };
}
