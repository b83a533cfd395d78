import type { RaiseAlert, SettleAlerts } from '@heard/alerting';
import { type Clock, Fault } from '@heard/core';
import type { Database } from '@heard/database';
import type { Jobs } from '@heard/jobs';
import { causeBook, suggestionBook, type AnnounceEntries } from '@heard/registers';
import {
  type ActOnCase,
  ActOnCause,
  ActOnSuggestion,
  CollectSuggestions,
  type Colleagues,
  type KnownPlaces,
  TellingOut,
} from '@heard/recovery';
import type { People } from '@heard/staff';
import { tellScreens } from './announce.js';
import type { Happened } from './pipeline.js';

/** What the registers stand on. */
export interface RegistersParts {
  readonly database: Database;
  readonly jobs: Jobs;
  readonly clock: Clock;
  readonly people: People;
  readonly act: ActOnCase;
  readonly raise: RaiseAlert;
  readonly settle: SettleAlerts;
}

/** Things that span cases, put together. */
export function composeRegisters({ database, jobs, clock, people, act, raise, settle }: RegistersParts) {
  const announce: AnnounceEntries = (tx, register, ids) => tellScreens(tx, register, ids);
  const [suggestionsBook, causesBook] = [suggestionBook(announce), causeBook(announce)];
  const staff = colleaguesOf(people);
  const shared = { database, clock, staff, places: knownPlaces };
  const suggestions = new ActOnSuggestion({ ...shared, book: suggestionsBook, cases: act, jobs });
  const causes = new ActOnCause({
    ...shared,
    book: causesBook,
    cases: act,
    async inHand(tx, caseIds, by) {
      if (by.kind !== 'person') return;
      const taken = { state: 'taken', by: by.staffId, at: clock.now(), kinds: ['cause_recurred'] } as const;
      for (const caseId of caseIds) await settle.run(tx, caseId, taken);
    },
  });
  return {
    suggestions,
    causes,
    collect: new CollectSuggestions(suggestionsBook, clock),
    tellings: new TellingOut(database, suggestionsBook, suggestions),
    follow: new Registers(suggestions, causes, raise),
  };
}

/** What events of cases do to the registers, in the events' own transaction. */
export class Registers {
  constructor(
    private readonly suggestions: ActOnSuggestion,
    private readonly causes: ActOnCause,
    private readonly raise: RaiseAlert,
  ) {}

  /** The case and its cause know each other; whoever answers for a cause hears that its fix did not hold. */
  readonly linkCause = async ({ tx, event, record }: Happened): Promise<void> => {
    if (event.type !== 'case.cause_named') return;
    const { causeId } = event;
    const { id: caseId, postedAt, urgency } = record.state;
    const { cause, recurred } = await this.causes.link(tx, { causeId, caseId, postedAt }, event.by);
    if (!recurred) return;
    await this.raise.run(tx, {
      kind: 'cause_recurred',
      dedupeKey: `cause_recurred:${causeId}:${caseId}`,
      caseId,
      sourceId: record.sourceId,
      urgency,
      reasons: ['repeat_complaint'],
      demo: record.demo,
      // One person is told, once: a night's sleep is not what a root cause needs.
      escalates: false,
      to: cause.answerable as `${string}-${string}-${string}-${string}-${string}`,
    });
  };

  /** An answer that tells somebody of their suggestion reached them. */
  readonly suggesterTold = async ({ tx, event }: Happened): Promise<void> => {
    if (event.type !== 'case.answer_visible') return;
    await this.suggestions.delivered(tx, event.answerId, { externalId: event.externalId }, event.by);
  };

  /** An answer that was to tell somebody of their suggestion did not reach them: they are still to be told. */
  readonly suggesterMissed = async ({ tx, event }: Happened): Promise<void> => {
    if (event.type !== 'case.answer_rejected' && event.type !== 'case.answer_lost') return;
    await this.suggestions.delivered(tx, event.answerId, { reason: event.reason }, event.by);
  };
}

function colleaguesOf(people: People): Colleagues {
  return {
    async mustBeActive(tx, staffId, about) {
      const person = await people.person(tx, staffId);
      if (person?.active && (about.demo || !person.demo)) return;
      throw new Fault('missing', 'Nobody of this id works here.', { code: 'no_such_person' });
    },
  };
}

const knownPlaces: KnownPlaces = {
  async mustExist(tx, { brandId, locationId }) {
    const [row] = await tx.rows<{ brand: boolean; location: boolean }>(
      `select $2::uuid is null or exists (select from brands where workspace_id = $1 and id = $2) as brand,
              $3::uuid is null or exists (select from locations where workspace_id = $1 and id = $3) as location`,
      [tx.workspaceId, brandId ?? null, locationId ?? null],
    );
    if (row?.brand && row.location) return;
    throw new Fault('missing', 'There is no such brand or location.', { code: 'no_such_place' });
  },
};
