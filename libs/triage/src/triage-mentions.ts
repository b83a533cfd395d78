import type { CaseBook, CaseRecord, Customer } from '@heard/cases';
import {
  type Assessment,
  behaviourOfNew,
  type Case,
  type CaseEvent,
  type Clock,
  decide,
  evolve,
  failureOf,
  heard,
  isRefusal,
  type MissedContact,
  type MissedFacts,
  rebuild,
  type SignalCode,
  type Triage,
  triage,
} from '@heard/core';
import { newId, type Transaction } from '@heard/database';
import { AuthorCases } from './author-cases.js';
import { DutyRoster } from './duty-roster.js';
import type { PolicyInForce, StaffOnDuty } from './ports.js';
import { casesOfAuthors } from './store/cases-of-authors.js';

/** A mention with what was understood of it; it has its id, and need not be stored yet. */
export interface UnderstoodMention {
  readonly id: string;
  readonly sourceId: string;
  readonly brandId?: string;
  readonly locationId?: string;
  readonly author: Customer & { readonly isBrand: boolean; readonly reach?: number };
  readonly hasWords: boolean;
  readonly postedAt: Date;
  readonly assessment: Assessment;
  readonly missed?: MissedContact;
  readonly demo: boolean;
}

/** What became of a batch: the case of each mention that belongs to one, by the mention's id, and how to write it. */
export interface Triaged {
  readonly caseOf: ReadonlyMap<string, string>;
  write(): Promise<void>;
}

/** A case that this batch opens (no record yet) or adds to, as far as the batch has come. */
interface Draft {
  readonly first: UnderstoodMention;
  readonly record?: CaseRecord;
  readonly state: Case;
  readonly events: readonly CaseEvent[];
  readonly lastMentionAt: Date;
}

/** What is known of a batch's people and cases, as far as the batch has come. */
interface Batch {
  readonly known: AuthorCases;
  readonly records: ReadonlyMap<string, CaseRecord>;
  readonly drafts: Map<string, Draft>;
}

/** What the cases that a batch opens have in common. */
interface Opening {
  readonly roster: DutyRoster;
  readonly policy: PolicyOfBatch;
}

/** The policy under which a batch opens its cases: asked for once, and not at all where it opens none. */
class PolicyOfBatch {
  private known: number | undefined;

  constructor(private readonly policies: PolicyInForce) {}

  async version(tx: Transaction): Promise<number> {
    this.known ??= (await this.policies.current(tx)).version;
    return this.known;
  }
}

/**
 * Opens a case for each negative complaint, or joins it to the open case of the same person, for a whole batch at
 * once and in the caller's transaction. The caller holds the source's lock, so that two batches never open two cases
 * for one person.
 */
export class TriageMentions {
  constructor(
    private readonly cases: CaseBook,
    private readonly staff: StaffOnDuty,
    private readonly policies: PolicyInForce,
    private readonly clock: Clock,
  ) {}

  /** Decides, and leaves the writing to the caller: it takes the workspace's counter of cases, so it comes last. */
  async run(tx: Transaction, mentions: readonly UnderstoodMention[]): Promise<Triaged> {
    const batch = mentions.toSorted((a, b) => a.postedAt.getTime() - b.postedAt.getTime());
    const locked = await this.cases.lockAll(tx, await casesOfAuthors(tx, batch));
    const known = new AuthorCases(locked);
    const records = new Map(locked.map((record) => [record.state.id, record] as const));
    const opening = { roster: new DutyRoster(this.staff), policy: new PolicyOfBatch(this.policies) };
    const drafts = new Map<string, Draft>();
    const caseOf = new Map<string, string>();
    for (const mention of batch) {
      const verdict = triage(
        { ...mention, isBrand: mention.author.isBrand },
        mention.assessment,
        known.of(mention),
      );
      await this.seeBehaviour(tx, mention, verdict, { known, records, drafts });
      if (verdict.verdict === 'let_be') continue;
      const caseId = verdict.verdict === 'open' ? newId() : verdict.caseId;
      const draft =
        verdict.verdict === 'open'
          ? await this.open(tx, caseId, mention, opening)
          : await this.join(
              tx,
              mention,
              verdict.complaint,
              drafts.get(caseId) ?? draftOf(records.get(caseId), mention),
            );
      drafts.set(caseId, draft);
      caseOf.set(mention.id, caseId);
      known.remember(mention, caseId, draft.state.status);
    }
    return { caseOf, write: () => this.write(tx, drafts) };
  }

  /** What somebody writes after their case was closed says what the recovery did, also when it belongs to no case. */
  private async seeBehaviour(
    tx: Transaction,
    mention: UnderstoodMention,
    verdict: Triage,
    { known, records, drafts }: Batch,
  ): Promise<void> {
    if (mention.author.isBrand) return;
    const caseId = known.lastClosedBefore(mention);
    const isElsewhere = verdict.verdict === 'join' && verdict.caseId !== caseId;
    const behaviour = behaviourOfNew(mention.assessment);
    if (caseId === undefined || isElsewhere || behaviour === undefined) return;
    const draft = drafts.get(caseId) ?? draftOf(records.get(caseId), mention);
    const policy = await this.policies.get(tx, draft.state.policyVersion);
    const command = { type: 'see_behaviour', behaviour, mentionId: mention.id } as const;
    const events = decide(draft.state, command, heard, this.clock.now(), policy);
    if (isRefusal(events) || events.length === 0) return;
    drafts.set(caseId, {
      ...draft,
      state: events.reduce((state, event) => evolve(state, event, state.id), draft.state),
      events: [...draft.events, ...events],
    });
  }

  private async open(
    tx: Transaction,
    id: string,
    mention: UnderstoodMention,
    { roster, policy }: Opening,
  ): Promise<Draft> {
    const { language, category, urgency, urgencyReasons } = mention.assessment;
    const now = this.clock.now();
    const read = readFrom(mention.assessment);
    const { brandId, locationId, demo } = mention;
    const need = { brandId, locationId, demo, language, failure: read.failure };
    const { staffId, because, matched } = await roster.assign(tx, need, now);
    const event: CaseEvent = {
      type: 'case.opened',
      mentionId: mention.id,
      postedAt: mention.postedAt,
      language,
      category,
      urgency,
      urgencyReasons,
      signals: codesOf(mention),
      assignee: staffId,
      because,
      matched,
      policyVersion: await policy.version(tx),
      brandId,
      locationId,
      ...read,
      ...(mention.author.reach === undefined ? {} : { reach: mention.author.reach }),
      sourceId: mention.sourceId,
      ...missedFacts(mention),
      at: now,
      by: heard,
    };
    return { first: mention, state: rebuild(id, [event]), events: [event], lastMentionAt: mention.postedAt };
  }

  private async join(
    tx: Transaction,
    mention: UnderstoodMention,
    complaint: boolean,
    draft: Draft,
  ): Promise<Draft> {
    const { urgency, urgencyReasons } = mention.assessment;
    const join = { type: 'join', mentionId: mention.id, complaint, urgency, urgencyReasons } as const;
    const { postedAt, locationId } = mention;
    const notes = mention.assessment.notes ?? [];
    const policy = await this.policies.get(tx, draft.state.policyVersion);
    const command = {
      ...join,
      signals: codesOf(mention),
      postedAt,
      notes,
      locationId,
      ...missedFacts(mention),
    };
    const events = decide(draft.state, command, heard, this.clock.now(), policy);
    if (isRefusal(events)) throw new Error(`Joining a mention to case ${draft.state.id}: ${events.refused}.`);
    return {
      ...draft,
      state: events.reduce((state, event) => evolve(state, event, state.id), draft.state),
      events: [...draft.events, ...events],
      lastMentionAt: draft.lastMentionAt > mention.postedAt ? draft.lastMentionAt : mention.postedAt,
    };
  }

  private async write(tx: Transaction, drafts: ReadonlyMap<string, Draft>): Promise<void> {
    const all = [...drafts.values()];
    const changed = all.flatMap(({ record, events, lastMentionAt }) =>
      record ? [{ record, events, lastMentionAt }] : [],
    );
    const opened = all
      .filter((draft) => !draft.record)
      .map(({ first, state, events, lastMentionAt }) => ({
        id: state.id,
        sourceId: first.sourceId,
        brandId: first.brandId,
        customer: { externalId: first.author.externalId, name: first.author.name },
        demo: first.demo,
        events,
        lastMentionAt,
      }));
    await this.cases.appendAll(tx, changed, opened);
  }
}

function draftOf(record: CaseRecord | undefined, first: UnderstoodMention): Draft {
  if (!record) throw new Error('A case that triage found has no record.');
  return { first, record, state: record.state, events: [], lastMentionAt: record.lastMentionAt };
}

/** What the first text says about the recovery itself: the kind of failure, notes, the channel asked for. */
function readFrom({ category, signals, notes = [] }: Assessment) {
  const failure = failureOf(
    category,
    signals.map((signal) => signal.code),
  );
  const { channel, contact } = notes.find((note) => note.channel !== undefined) ?? {};
  return {
    failure,
    ...(notes.length > 0 ? { notes: notes.map((note) => note.code) } : {}),
    ...(channel === undefined ? {} : { asked: { channel, ...(contact === undefined ? {} : { contact }) } }),
  };
}

/** The number stands with the channel that they ask for. */
function missedFacts({ missed }: UnderstoodMention): { missed?: MissedFacts } {
  if (!missed) return {};
  const { tries, called } = missed;
  return { missed: { tries, ...(called === undefined ? {} : { called }) } };
}

function codesOf(mention: UnderstoodMention): SignalCode[] {
  return [...new Set(mention.assessment.signals.map((signal) => signal.code))];
}
