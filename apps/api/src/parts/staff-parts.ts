import { type Clock, Fault, isOnDuty } from '@heard/core';
import type { Database } from '@heard/database';
import type { DutyView, UserView } from '@heard/insight';
import {
  type ApiKeys,
  type ChangeStaff,
  type DutyOf,
  type DutyRota,
  OnCall,
  type People,
  type Person,
  type Sessions,
  type Workspaces,
} from '@heard/staff';
import type { AuthPart, StaffPart } from '../ports/index.js';

/** What of @heard/staff the api works with. */
export interface StaffLibrary {
  readonly database: Database;
  readonly clock: Clock;
  readonly people: People;
  readonly rota: DutyRota;
  readonly workspaces: Workspaces;
  readonly change: ChangeStaff;
  readonly sessions: Sessions;
  readonly keys: ApiKeys;
}

/** Sessions and API keys, from @heard/staff. */
export function authPart({ sessions, keys }: StaffLibrary): AuthPart {
  return {
    signIn: (email, password, from) => sessions.signIn(email, password, from),
    findSession: (token) => sessions.find(token),
    signOut: (workspaceId, sessionId) => sessions.signOut(workspaceId, sessionId),
    changeOwn: (workspaceId, session, change) => sessions.changeOwn(workspaceId, session, change),
    findKey: (key) => keys.find(key),
    listKeys: (workspaceId) => keys.list(workspaceId),
    createKey: (workspaceId, asked, by) => keys.create(workspaceId, asked, by),
    revokeKey: (workspaceId, keyId, by) => keys.revoke(workspaceId, keyId, by),
  };
}

/** People, duty and escalation, from @heard/staff. */
export function staffPart(staff: StaffLibrary): StaffPart {
  const { database, clock, people, rota, workspaces, change } = staff;
  const onCall = new OnCall(people, workspaces);
  const readDuty = (workspaceId: string) =>
    database.inWorkspace(workspaceId, async (tx) => {
      const { timeZone } = await workspaces.get(tx);
      const [items, leadOnCall] = [await rota.read(tx), await onCall.lead(tx, { demo: false }, clock.now())];
      return { timeZone, items, leadOnCall };
    });
  const present = async (workspaceId: string): Promise<ReadonlySet<string>> => {
    const { timeZone, items } = await readDuty(workspaceId);
    const now = clock.now();
    return new Set(items.filter((each) => isOnDuty(each, now, timeZone)).map(({ staffId }) => staffId));
  };
  const viewOf = async (workspaceId: string, person: Person): Promise<UserView> =>
    userView(person, await present(workspaceId));
  return {
    async list(workspaceId) {
      const onDuty = await present(workspaceId);
      const all = await database.inWorkspace(workspaceId, (tx) => people.list(tx));
      return all.map((person) => userView(person, onDuty));
    },
    async add(workspaceId, asked, by) {
      const { person, oneTimePassword } = await change.add(workspaceId, asked, by);
      const user = await viewOf(workspaceId, person);
      return { user, ...(oneTimePassword !== undefined && { oneTimePassword }) };
    },
    change: async (workspaceId, staffId, asked, by) =>
      viewOf(workspaceId, await change.change(workspaceId, staffId, asked, by)),
    async isOnDuty(workspaceId, staffId) {
      const person = await database.inWorkspace(workspaceId, (tx) => people.get(tx, staffId));
      return person.active && (await present(workspaceId)).has(staffId);
    },
    async duty(workspaceId) {
      const { timeZone, items, leadOnCall } = await readDuty(workspaceId);
      const views = items.map((each) => dutyView(each, clock.now(), timeZone));
      const lead = leadOnCall && { id: leadOnCall.staffId, name: leadOnCall.name };
      return { timeZone, items: views, ...(lead && { leadOnCall: lead }) };
    },
    async setDuty(workspaceId, staffId, calendar, by) {
      const set = await change.setDuty(workspaceId, staffId, calendar, by);
      const { timeZone } = await database.inWorkspace(workspaceId, (tx) => workspaces.get(tx));
      if (set) return dutyView(set, clock.now(), timeZone);
      throw new Fault('refused', 'Viewers and those who left have no duty.', { code: 'not_on_rota' });
    },
    policy: async (workspaceId) =>
      (await database.inWorkspace(workspaceId, (tx) => workspaces.get(tx))).escalationPolicy,
    async setPolicy(workspaceId, policy, by) {
      await change.setPolicy(workspaceId, policy, by);
      return policy;
    },
  };
}

function userView(person: Person, onDuty: ReadonlySet<string>): UserView {
  return { ...person, onDutyNow: person.active && onDuty.has(person.id) };
}

function dutyView({ staffId, name, role, week, exceptions }: DutyOf, now: Date, timeZone: string): DutyView {
  return {
    staffId,
    name,
    role,
    onDutyNow: isOnDuty({ week, exceptions }, now, timeZone),
    week,
    exceptions,
  };
}
