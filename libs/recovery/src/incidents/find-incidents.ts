import {
  type CauseGroup,
  type CauseLimits,
  type CauseTraits,
  type Clock,
  decideIncident,
  groupByCause,
  heard,
  type IncidentEvent,
  isNearDuplicate,
  isRefusal,
  isSameCause,
  type Shared,
  sketchOf,
} from '@heard/core';
import { type Database, newId, type Transaction } from '@heard/database';
import { readNamed } from '@heard/wording';
import type { IncidentBook } from './incident-register.js';
import type { LikelyHitList } from './likely-hit-list.js';
import {
  authorsOf,
  saveTraits,
  sketchesOf,
  traitsBetween,
  type UnreadCase,
  unreadCases,
} from './store/case-traits.js';
import {
  endedIncidents,
  firstOf,
  lockLooks,
  type Membership,
  openIncidentsOf,
  saveSeen,
  seenUntil,
} from './store/incidents-of-cases.js';

/** Told of a workspace whose cases could not be looked at; they are looked at again. */
export type FindLog = (failure: { readonly workspaceId: string; readonly error: unknown }) => void;

/** Told of an incident that is proposed, in the same transaction. */
export type OnProposed = (
  tx: Transaction,
  proposed: {
    readonly incidentId: string;
    readonly caseId: string;
    readonly sourceId: string;
    readonly demo: boolean;
  },
) => Promise<void>;

/** How many people within how many hours make an incident, by the policy of the day. */
export interface LimitsOfDay {
  incidentLimits(tx: Transaction): Promise<CauseLimits>;
}

const [minuteMs, hourMs, dayMs] = [60_000, 3_600_000, 86_400_000];
/** So many cases are read in one transaction. */
const atOnce = 200;
/** A case whose transaction took long is stored after others that were opened later. */
const lateMs = 30 * minuteMs;
/** What was resolved so long ago and comes again is a recurrence. */
const recursWithinMs = 90 * dayMs;

/**
 * Looks at cases that were opened since the last look, and proposes incidents. It is work beside the intake, which does
 * not wait for it; any number of processes may look.
 */
export class FindIncidents {
  constructor(
    private readonly database: Database,
    private readonly incidents: IncidentBook,
    private readonly limits: LimitsOfDay,
    private readonly onProposed: OnProposed,
    private readonly clock: Clock,
    private readonly log: FindLog,
    private readonly likelyHit: Pick<LikelyHitList, 'wipe'>,
  ) {}

  /** Looks at the workspaces that are due; returns how many cases were read. */
  async run(): Promise<number> {
    const due = await this.database.spanning((all) =>
      all.rows<{ workspace_id: string }>(
        `select * from heard_span.claim_incident_looks($1, interval '10 seconds', interval '48 hours')`,
        [this.clock.now()],
      ),
    );
    let read = 0;
    for (const { workspace_id: workspaceId } of due) {
      try {
        read += await this.lookAt(workspaceId);
        await this.database.inWorkspace(workspaceId, (tx) => this.likelyHit.wipe(tx));
      } catch (error) {
        this.log({ workspaceId, error });
      }
    }
    return read;
  }

  /** Reads what is new in one workspace, a bounded part in each transaction. */
  async lookAt(workspaceId: string): Promise<number> {
    const began = this.clock.now();
    let read = 0;
    for (;;) {
      const part = await this.database.inWorkspace(workspaceId, (tx) => this.readPart(tx, began));
      read += part;
      if (part < atOnce) return read;
    }
  }

  private async readPart(tx: Transaction, began: Date): Promise<number> {
    await lockLooks(tx);
    const since = await seenUntil(tx, new Date(began.getTime() - 48 * hourMs));
    const unread = await unreadCases(tx, new Date(since.getTime() - lateMs), atOnce);
    if (unread.length < atOnce) await saveSeen(tx, began);
    if (unread.length === 0) return 0;
    const traits = unread.map(traitsOf);
    await saveTraits(tx, traits);
    await this.group(tx, traits);
    return unread.length;
  }

  private async group(tx: Transaction, fresh: readonly CauseTraits[]): Promise<void> {
    const limits = await this.limits.incidentLimits(tx);
    const times = fresh.map(({ at }) => at.getTime());
    const withinMs = limits.withinHours * hourMs;
    const near = await traitsBetween(
      tx,
      new Date(Math.min(...times) - withinMs),
      new Date(Math.max(...times) + withinMs),
    );
    const groups = groupByCause(near, limits);
    const members = await openIncidentsOf(
      tx,
      groups.flatMap(({ caseIds }) => caseIds),
    );
    const since = new Map(near.map(({ caseId, at }) => [caseId, at]));
    for (const group of groups) {
      const home = homeOf(group, members);
      if (home !== undefined) await this.join(tx, home, group, members);
      else await this.propose(tx, group, since.get(group.caseIds[0] ?? '') ?? this.clock.now());
    }
  }

  /** New cases of a cause that has an incident join it. */
  private async join(
    tx: Transaction,
    incidentId: string,
    group: CauseGroup,
    members: readonly Membership[],
  ): Promise<void> {
    const housed = new Set(members.map(({ caseId }) => caseId));
    const cases = group.caseIds
      .filter((id) => !housed.has(id))
      .map((caseId) => ({ caseId, sure: group.sureOf.get(caseId) ?? group.sure }));
    if (cases.length === 0) return;
    const record = await this.incidents.lock(tx, incidentId);
    const { state } = record;
    const all = [...state.cases.map(({ caseId }) => caseId), ...cases.map(({ caseId }) => caseId)];
    const isWhole = group.caseIds.length >= state.cases.length;
    const command = {
      type: 'find_anew',
      cases,
      shares: isWhole ? group.shares : state.shares,
      sure: isWhole ? group.sure : state.sure,
      authors: await authorsOf(tx, all),
      coordinated: group.coordinated,
    } as const;
    const events = decideIncident(state, command, heard, this.clock.now());
    if (!isRefusal(events)) await this.incidents.append(tx, record, events);
  }

  private async propose(tx: Transaction, group: CauseGroup, since: Date): Promise<void> {
    const now = this.clock.now();
    const { scope, shares, sure, authors, coordinated } = group;
    const ended = await endedIncidents(tx, scope, new Date(now.getTime() - recursWithinMs));
    const sketches = await sketchesOf(
      tx,
      [...ended, group].flatMap((each) => originalsIn(each.shares)),
    );
    const isCopy = (a: string, b: string): boolean => isNearDuplicate(sketches.get(a), sketches.get(b));
    const before = ended.find((each) => isSameCause(each.shares, shares, isCopy));
    // Somebody looked at it and said that it is none: only when it has grown beyond that they are asked again.
    if (before?.status === 'dismissed' && authors <= before.authors) return;
    const first = await firstOf(tx, group.caseIds);
    if (!first) return;
    const event: IncidentEvent = {
      type: 'incident.proposed',
      scope,
      cases: group.caseIds.map((caseId) => ({ caseId, sure: group.sureOf.get(caseId) ?? sure })),
      shares,
      sure,
      authors,
      coordinated,
      since,
      ...(before?.status === 'resolved' ? { recurs: before.id } : {}),
      at: now,
      by: heard,
    };
    const incidentId = newId();
    await this.incidents.open(tx, { id: incidentId, demo: first.demo, events: [event] });
    const { id: caseId, sourceId, demo } = first;
    await this.onProposed(tx, { incidentId, caseId, sourceId, demo });
  }
}

function traitsOf(unread: UnreadCase): CauseTraits {
  const { id: caseId, scope, at, author, fresh: isFresh, failure, text, locationId, locationName } = unread;
  const sketch = sketchOf(text);
  return {
    caseId,
    scope,
    at,
    author,
    isFresh,
    failure,
    ...(sketch ? { sketch } : {}),
    ...(locationId === null ? {} : { location: { key: locationId, shown: locationName ?? '' } }),
    ...readNamed(text),
  };
}

/** The open incident that most cases of the group are in. */
function homeOf({ caseIds }: CauseGroup, members: readonly Membership[]): string | undefined {
  const ids = new Set(caseIds);
  const counts = new Map<string, number>();
  for (const { caseId, incidentId } of members) {
    if (ids.has(caseId)) counts.set(incidentId, (counts.get(incidentId) ?? 0) + 1);
  }
  return [...counts].toSorted(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))[0]?.[0];
}

/** The cases that stand for texts: what is shared by a text has the id of one as its key. */
function originalsIn(shares: readonly Shared[]): string[] {
  return shares.flatMap(({ code, key }) => (code === 'near_duplicate' ? [key] : []));
}
