import {
  type Candidate,
  type Clock,
  type DutyCalendar,
  type FailureKind,
  Fault,
  type Language,
  type Role,
} from '@heard/core';
import { newId, type Transaction } from '@heard/database';
import type { InterfaceLanguage, NewPerson, Person, PersonChange } from '../person.js';
import { exceptionsOf, weekOf } from './duty-rota.js';

interface StaffRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly languages: Language[];
  readonly brand_ids: string[];
  readonly location_ids: string[];
  readonly skills: FailureKind[];
  readonly interface_language: InterfaceLanguage;
  readonly active: boolean;
  readonly demo: boolean;
  readonly open_cases: number;
}

type CandidateRow = Pick<StaffRow, 'id' | 'role' | 'open_cases' | (typeof answersFor)[number]> & DutyCalendar;

/** Columns that say for what somebody answers. */
const answersFor = ['languages', 'brand_ids', 'location_ids', 'skills'] as const;
const openCases = `(select count(*)::int from cases c
  where c.workspace_id = s.workspace_id and c.assignee_id = s.id and c.status = 'open')`;
const columns = `s.id, s.name, s.email, s.role, s.languages, s.brand_ids, s.location_ids, s.skills, s.interface_language, s.active, s.demo,
  ${openCases} as open_cases`;

/** Beyond so many open cases nobody is busier than another: counting all of them would cost more than it tells. */
const manyCases = 500;

/** The people who work here. */
export class People {
  constructor(private readonly clock: Clock) {}

  /** Everybody, also those who left, by name. */
  async list(tx: Transaction): Promise<Person[]> {
    const rows = await tx.rows<StaffRow>(
      `select ${columns} from staff s where s.workspace_id = $1 order by s.active desc, s.name, s.id`,
      [tx.workspaceId],
    );
    return rows.map(personOf);
  }

  /** One person, also one who left. */
  async person(tx: Transaction, staffId: string): Promise<Person | undefined> {
    const rows = await tx.rows<StaffRow>(
      `select ${columns} from staff s where s.workspace_id = $1 and s.id = $2`,
      [tx.workspaceId, staffId],
    );
    return rows.map(personOf)[0];
  }

  /** One person; faults `missing` when there is none. */
  async get(tx: Transaction, staffId: string): Promise<Person> {
    const person = await this.person(tx, staffId);
    if (!person) throw new Fault('missing', 'There is no such person here.', { code: 'no_such_person' });
    return person;
  }

  /** Names by id, also of those who left. */
  async byIds(tx: Transaction, staffIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await tx.rows<{ id: string; name: string }>(
      'select id, name from staff where workspace_id = $1 and id = any($2::uuid[])',
      [tx.workspaceId, [...staffIds]],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** Adds somebody and returns their id; faults `conflict` when the e-mail address is taken. */
  async add(tx: Transaction, person: NewPerson): Promise<string> {
    const id = newId();
    await emailTaken(() =>
      tx.run(
        `insert into staff (workspace_id, id, name, email, role, languages, brand_ids, interface_language,
           password_hash, demo, created_at, location_ids, skills)
         values ($1, $2, $3, $4, $5, $6, $7::uuid[], $8, $9, $10, $11, $12::uuid[], $13)`,
        [
          tx.workspaceId,
          id,
          person.name,
          person.email,
          person.role,
          [...person.languages],
          [...(person.brandIds ?? [])],
          person.interfaceLanguage ?? 'en',
          person.passwordHash ?? null,
          person.demo ?? false,
          this.clock.now(),
          [...(person.locationIds ?? [])],
          [...(person.skills ?? [])],
        ],
      ),
    );
    return id;
  }

  /**
   * Changes somebody. A workspace keeps an active administrator, and nobody leaves with open cases: each has an
   * assignee at every moment. A new password, and leaving, end the person's sessions.
   */
  async change(tx: Transaction, staffId: string, change: PersonChange): Promise<void> {
    await tx.rows('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`staff:${tx.workspaceId}`]);
    const before = await this.get(tx, staffId);
    await this.refuseToLose(tx, before, change);
    await emailTaken(() =>
      tx.run(
        `update staff set name = coalesce($3, name), email = coalesce($4, email), role = coalesce($5, role),
           languages = coalesce($6, languages), brand_ids = coalesce($7::uuid[], brand_ids),
           interface_language = coalesce($8, interface_language), password_hash = coalesce($9, password_hash),
           active = coalesce($10, active), location_ids = coalesce($11::uuid[], location_ids),
           skills = coalesce($12, skills)
         where workspace_id = $1 and id = $2`,
        [
          tx.workspaceId,
          staffId,
          change.name ?? null,
          change.email ?? null,
          change.role ?? null,
          listOrNull(change.languages),
          listOrNull(change.brandIds),
          change.interfaceLanguage ?? null,
          change.passwordHash ?? null,
          change.active ?? null,
          listOrNull(change.locationIds),
          listOrNull(change.skills),
        ],
      ),
    );
    if (change.passwordHash !== undefined || change.active === false) {
      await tx.run('delete from sessions where workspace_id = $1 and staff_id = $2', [
        tx.workspaceId,
        staffId,
      ]);
    }
  }

  /** Everybody active who may answer for a case, with their calendar and open cases, in one query. */
  async candidates(tx: Transaction, of: { readonly demo: boolean }): Promise<Candidate[]> {
    const rows = await tx.rows<CandidateRow>(
      `select s.id, s.role, ${answersFor.map((column) => `s.${column}`).join(', ')}, c.open as open_cases,
         ${weekOf('s')} as week, ${exceptionsOf('s')} as exceptions
       from staff s
       cross join lateral (
         select count(*)::int as open from (
           select from cases where workspace_id = $1 and assignee_id = s.id and status = 'open' limit ${manyCases}) o) c
       where s.workspace_id = $1 and s.active and s.demo = $2 and s.role <> 'viewer' order by s.id`,
      [tx.workspaceId, of.demo],
    );
    return rows.map(
      ({ id, role, languages, brand_ids, location_ids, skills, open_cases, week, exceptions }) => ({
        staffId: id,
        role,
        languages,
        brandIds: brand_ids,
        locationIds: location_ids,
        skills,
        openCases: open_cases,
        duty: { week, exceptions },
      }),
    );
  }

  private async refuseToLose(tx: Transaction, before: Person, change: PersonChange): Promise<void> {
    const leaves = before.active && change.active === false;
    const mayNotAnswer = leaves || change.role === 'viewer';
    if (mayNotAnswer && before.openCases > 0) {
      throw new Fault('refused', 'Hand over the open cases of this person first.', {
        code: 'has_open_cases',
      });
    }
    const wasAdministrator = before.active && before.role === 'administrator';
    const stays = !leaves && (change.role ?? 'administrator') === 'administrator';
    if (!wasAdministrator || stays) return;
    const others = await tx.rows(
      `select from staff where workspace_id = $1 and id <> $2 and active and not demo and role = 'administrator'`,
      [tx.workspaceId, before.id],
    );
    if (others.length === 0) {
      throw new Fault('refused', 'Make somebody else an administrator first: this is the last one.', {
        code: 'last_administrator',
      });
    }
  }
}

function listOrNull<T>(list: readonly T[] | undefined): T[] | null {
  return list ? [...list] : null;
}

async function emailTaken(write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '23505') {
      throw new Fault('conflict', 'Somebody here has this e-mail address already.', {
        code: 'email_taken',
        cause: error,
      });
    }
    throw error;
  }
}

function personOf(row: StaffRow): Person {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role,
    languages: row.languages,
    brandIds: row.brand_ids,
    locationIds: row.location_ids,
    skills: row.skills,
    interfaceLanguage: row.interface_language,
    active: row.active,
    demo: row.demo,
    openCases: row.open_cases,
  };
}
