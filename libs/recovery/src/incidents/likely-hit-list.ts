import {
  type Actor,
  type Clock,
  decideIncident,
  Fault,
  heard,
  type Incident,
  isRefusal,
  isTheirs,
  type Language,
  type LikelyHit,
} from '@heard/core';
import { type Database, newId, type Transaction } from '@heard/database';
import { readNamed } from '@heard/wording';
import { Refused } from '../refusal-text.js';
import type { IncidentBook } from './incident-register.js';
import {
  addLikelyHit,
  type AskedRow,
  askedAround,
  complainedSince,
  type ComplainedRow,
  incidentsToWipe,
  likelyHitOf,
  type LikelyHitRow,
  saveTold,
  sharedKeys,
  wipeLikelyHit,
} from './store/likely-hit-rows.js';

/** Somebody who is likely hit, and what is known of them. */
export interface LikelyHitPerson extends LikelyHitRow {
  /** `listed` was handed in by the firm; `asked` wrote about the same thing without complaining. */
  readonly from: 'listed' | 'asked';
  readonly words?: string;
  readonly url?: string;
  /** In which they asked. */
  readonly language?: Language;
  /** The case in which they complained meanwhile. */
  readonly complained?: { readonly caseId: string; readonly number: number };
}

/** How somebody was told before they complained. */
export interface ToldBefore {
  readonly channel: 'public' | 'private' | 'phone' | 'email' | 'in_person';
  readonly evidence?: string;
}

const dayMs = 24 * 60 * 60 * 1000;
/** So long after an incident was resolved nobody has to be written to any more. */
const keepDays = 30;
/** A list of more is another matter than writing to them one by one. */
const mostListed = 2_000;
const wordsShown = 300;

/** The others who are likely hit: listed before they complain, told by people, and forgotten afterwards. */
export class LikelyHitList {
  constructor(
    private readonly database: Database,
    private readonly incidents: IncidentBook,
    private readonly clock: Clock,
  ) {}

  /** Everybody who is likely hit: those handed in first, then those who asked. */
  async list(tx: Transaction, incident: Incident): Promise<LikelyHitPerson[]> {
    const rows = await likelyHitOf(tx, incident.id);
    const complained = rows.length === 0 ? [] : await complainedSince(tx, incident.id, incident.since);
    const known = new Set(rows.map(({ mentionId }) => mentionId));
    const asked = incident.status === 'dismissed' ? [] : await askedAround(tx, incident.since);
    return [
      ...rows.map((row) => personOf(row, complained, asked)),
      ...asked.filter((each) => !known.has(each.id) && isAbout(each, incident)).map(askedPerson),
    ];
  }

  /** Adds the people that the firm hands in; those that are on the list already are counted. */
  async add(
    workspaceId: string,
    incidentId: string,
    people: readonly LikelyHit[],
    by: Actor,
  ): Promise<{ added: number; known: number }> {
    return this.database.inWorkspace(workspaceId, async (tx) => {
      const record = await this.incidents.lock(tx, incidentId);
      const there = new Set((await likelyHitOf(tx, incidentId)).map(nameOf));
      const added = people.filter((each) => {
        const isNew = !there.has(nameOf(each));
        there.add(nameOf(each));
        return isNew;
      });
      if (there.size > mostListed) {
        throw new Fault('invalid', `A list holds at most ${mostListed} people.`, { code: 'list_too_long' });
      }
      const count = { added: added.length, known: people.length - added.length };
      const now = this.clock.now();
      const events = decideIncident(record.state, { type: 'list_likely_hit', count }, by, now);
      if (isRefusal(events)) throw new Refused(events);
      // Ids of one moment come in no order; the list keeps the order in which it was handed in.
      const ids = added.map(() => newId()).toSorted();
      const listed = added.map((each, index) => ({ ...each, id: ids[index] ?? newId() }));
      await addLikelyHit(tx, incidentId, listed, now);
      await this.incidents.append(tx, record, events);
      return count;
    });
  }

  /** Writes down that a person of ours told somebody: twice is once. */
  async told(
    workspaceId: string,
    incidentId: string,
    personId: string,
    { channel, evidence }: ToldBefore,
    by: Actor & { readonly kind: 'person' },
  ): Promise<void> {
    await this.database.inWorkspace(workspaceId, async (tx) => {
      const record = await this.incidents.lock(tx, incidentId);
      const people = await this.list(tx, record.state);
      const person = people.find(({ id }) => id === personId);
      if (!person)
        throw new Fault('missing', 'There is no such person on the list.', { code: 'no_such_person' });
      const at = this.clock.now();
      const isFirst = person.from === 'asked' && person.mentionId === person.id;
      if (isFirst && person.toldAt === undefined && !(await isListed(tx, incidentId, personId))) {
        const { id, name, mentionId } = person;
        await addLikelyHit(tx, incidentId, [{ id, ...(name === undefined ? {} : { name }), mentionId }], at);
      }
      const told = { channel, ...(evidence === undefined ? {} : { evidence }), by: by.staffId, at };
      if (!(await saveTold(tx, incidentId, personId, told))) return;
      const events = decideIncident(record.state, { type: 'tell_likely_hit', personId, channel }, by, at);
      if (isRefusal(events)) throw new Refused(events);
      await this.incidents.append(tx, record, events);
    });
  }

  /** Forgets the people of incidents that were resolved long ago; how many they were stays in the history. */
  async wipe(tx: Transaction): Promise<number> {
    const now = this.clock.now();
    const due = await incidentsToWipe(tx, new Date(now.getTime() - keepDays * dayMs));
    for (const { id } of due) {
      const record = await this.incidents.lock(tx, id);
      const people = await wipeLikelyHit(tx, id);
      const events = decideIncident(record.state, { type: 'wipe_likely_hit', people }, heard, now);
      if (!isRefusal(events)) await this.incidents.append(tx, record, events);
    }
    return due.length;
  }
}

async function isListed(tx: Transaction, incidentId: string, id: string): Promise<boolean> {
  return (await likelyHitOf(tx, incidentId)).some((each) => each.id === id);
}

const nameOf = ({ name, contact, reference }: LikelyHit): string =>
  [name, contact, reference].map((each) => each?.trim().toLowerCase() ?? '').join('\n');

function personOf(
  row: LikelyHitRow,
  complained: readonly ComplainedRow[],
  asked: readonly AskedRow[],
): LikelyHitPerson {
  const found = complained.find(({ name, text }) =>
    isTheirs(row, { ...(name === null ? {} : { name }), text }),
  );
  const question = asked.find(({ id }) => id === row.mentionId);
  return {
    ...row,
    from: row.mentionId === undefined ? 'listed' : 'asked',
    ...(question ? wordsOf(question) : {}),
    ...(found ? { complained: { caseId: found.caseId, number: found.number } } : {}),
  };
}

function askedPerson(row: AskedRow): LikelyHitPerson {
  const name = row.name === null ? {} : { name: row.name };
  return { id: row.id, mentionId: row.id, ...name, from: 'asked', ...wordsOf(row) };
}

function wordsOf({ text, url, language }: AskedRow): Pick<LikelyHitPerson, 'words' | 'url' | 'language'> {
  return {
    words: text.slice(0, wordsShown).toWellFormed(),
    ...(url === null ? {} : { url }),
    ...(language === null ? {} : { language }),
  };
}

/** They name the same courier, product or place, or wrote at the same location. */
function isAbout({ text, locationId }: AskedRow, { shares }: Incident): boolean {
  const keys = sharedKeys(shares);
  if (locationId !== null && keys.has(`location ${locationId}`)) return true;
  const { couriers, products, places } = readNamed(text);
  return (
    couriers.some(({ key }) => keys.has(`courier ${key}`)) ||
    products.some(({ key }) => keys.has(`product ${key}`)) ||
    places.some(({ key }) => keys.has(`location ${key}`))
  );
}
