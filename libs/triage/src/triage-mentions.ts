import type { CaseBook, CaseRecord, Customer } from '@heard/cases';
import {
  type Assessment,
  type Case,
  type CaseEvent,
  type Clock,
  decide,
  evolve,
  heard,
  isRefusal,
  rebuild,
  type SignalCode,
  triage,
} from '@heard/core';
import { newId, type Transaction } from '@heard/database';
import { AuthorCases } from './author-cases.js';
import { DutyRoster } from './duty-roster.js';
import type { StaffOnDuty } from './ports.js';
import { casesOfAuthors } from './store/cases-of-authors.js';

/** A mention with what was understood of it; it has its id, and need not be stored yet. */
export interface UnderstoodMention {
  readonly id: string;
  readonly sourceId: string;
  readonly brandId?: string;
  readonly author: Customer & { readonly isBrand: boolean };
  readonly hasWords: boolean;
  readonly postedAt: Date;
  readonly assessment: Assessment;
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

/**
 * Opens a case for each negative complaint, or joins it to the open case of the same person, for a whole batch at
 * once and in the caller's transaction. The caller holds the source's lock, so that two batches never open two cases
 * for one person.
 */
export class TriageMentions {
  constructor(
    private readonly cases: CaseBook,
    private readonly staff: StaffOnDuty,
    private readonly clock: Clock,
  ) {}

  /** Decides, and leaves the writing to the caller: it takes the workspace's counter of cases, so it comes last. */
  async run(tx: Transaction, mentions: readonly UnderstoodMention[]): Promise<Triaged> {
    const batch = mentions.toSorted((a, b) => a.postedAt.getTime() - b.postedAt.getTime());
    const locked = await this.cases.lockAll(tx, await casesOfAuthors(tx, batch));
    const known = new AuthorCases(locked);
    const records = new Map(locked.map((record) => [record.state.id, record] as const));
    const roster = new DutyRoster(this.staff);
    const drafts = new Map<string, Draft>();
    const caseOf = new Map<string, string>();
    for (const mention of batch) {
      const verdict = triage(
        { ...mention, isBrand: mention.author.isBrand },
        mention.assessment,
        known.of(mention),
      );
      if (verdict.verdict === 'let_be') continue;
      const caseId = verdict.verdict === 'open' ? newId() : verdict.caseId;
      const draft =
        verdict.verdict === 'open'
          ? await this.open(tx, caseId, mention, roster)
          : this.join(
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

  private async open(
    tx: Transaction,
    id: string,
    mention: UnderstoodMention,
    roster: DutyRoster,
  ): Promise<Draft> {
    const { language, category, urgency, urgencyReasons } = mention.assessment;
    const now = this.clock.now();
    const { staffId, because } = await roster.assign(tx, { ...mention, language }, now);
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
      at: now,
      by: heard,
    };
    return { first: mention, state: rebuild(id, [event]), events: [event], lastMentionAt: mention.postedAt };
  }

  private join(mention: UnderstoodMention, complaint: boolean, draft: Draft): Draft {
    const { urgency, urgencyReasons } = mention.assessment;
    const join = { type: 'join', mentionId: mention.id, complaint, urgency, urgencyReasons } as const;
    const events = decide(draft.state, { ...join, signals: codesOf(mention) }, heard, this.clock.now());
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

function codesOf(mention: UnderstoodMention): SignalCode[] {
  return [...new Set(mention.assessment.signals.map((signal) => signal.code))];
}
