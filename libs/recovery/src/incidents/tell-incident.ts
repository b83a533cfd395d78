import type { CaseBook, CaseRecord } from '@heard/cases';
import {
  type Actor,
  type Clock,
  decideIncident,
  Fault,
  type Delivery,
  fillIn,
  type Incident,
  type IncidentDecision,
  inLanguage,
  isFault,
  isRefusal,
  type Language,
  type PromiseInText,
  untold,
} from '@heard/core';
import { type Database, newId, type Transaction } from '@heard/database';
import type { Queue } from '@heard/jobs';
import { catalog } from '@heard/sources';
import type { ActOnCase } from '../act-on-case.js';
import { Refused } from '../refusal-text.js';
import type { IncidentBook } from './incident-register.js';
import { answerable } from './store/answerable.js';

/** The message of an incident for one of its cases. */
export interface TellJob {
  readonly workspaceId: string;
  readonly incidentId: string;
  readonly decisionId: string;
  readonly caseId: string;
  /** Who decided it: they answer for what is said. */
  readonly by: Actor;
}

/** Messages of incidents on their way into the cases, one job for each. */
export const tellIncidentQueue: Queue<TellJob> = {
  name: 'tell-incident',
  concurrency: 1,
  batchSize: 20,
  retryLimit: 200,
  retryDelaySeconds: 2,
  retryDelayMaxSeconds: 300,
};

/** How somebody was told by hand. */
export interface GivenByHand {
  readonly channel: 'private' | 'phone' | 'email' | 'in_person';
  readonly evidence: string;
}

/**
 * Carries the message of an incident into one case, as a person would: the same rules, the same history. What is
 * written into the case and into the incident is one transaction, so that a kill in between doubles nothing.
 */
export class TellIncident {
  constructor(
    private readonly database: Database,
    private readonly incidents: IncidentBook,
    private readonly cases: CaseBook,
    private readonly act: ActOnCase,
    private readonly clock: Clock,
  ) {}

  async run({ workspaceId, incidentId, decisionId, caseId, by }: TellJob): Promise<void> {
    await this.database.inWorkspace(workspaceId, async (tx) => {
      const [record] = await this.incidents.lockAll(tx, [incidentId]);
      const decision = record?.state.decision;
      // A newer decision took its place, or it was told already.
      if (!record || decision?.id !== decisionId || !untold(record.state).includes(caseId)) return;
      const [found] = await this.cases.lockAll(tx, [caseId]);
      if (!found) return;
      const delivery = await this.tell(tx, record.state, decision, found, by);
      await this.note(tx, incidentId, { ...delivery, caseId, decisionId }, by);
    });
  }

  /** Records that a customer was told elsewhere, by whoever did it. */
  async given(
    workspaceId: string,
    incidentId: string,
    caseId: string,
    how: GivenByHand,
    by: Actor,
  ): Promise<void> {
    await this.database.inWorkspace(workspaceId, async (tx) => {
      const { state } = await this.incidents.lock(tx, incidentId);
      const { decision } = state;
      const waits = state.deliveries.find((each) => each.caseId === caseId);
      if (!decision) throw new Refused({ refused: 'no_decision' });
      if (waits?.decisionId !== decision.id || waits.state === 'answered') {
        throw new Fault('missing', 'This case does not wait to be told by hand.', { code: 'not_by_hand' });
      }
      if (waits.state === 'given') return;
      const found = await this.cases.lock(tx, caseId);
      const said = messageFor(decision, found);
      const answerId = newId();
      const asked = { type: 'record_answer', answerId, ...how, ...said, incidentId } as const;
      await this.act.within(tx, caseId, asked, by);
      const offered = await this.offer(tx, decision, caseId, by);
      const delivery = { state: 'given', channel: how.channel, answerId, ...offered } as const;
      await this.note(tx, incidentId, { ...delivery, caseId, decisionId: decision.id }, by);
    });
  }

  private async tell(
    tx: Transaction,
    incident: Incident,
    decision: IncidentDecision,
    found: CaseRecord,
    by: Actor,
  ): Promise<Omit<Delivery, 'at' | 'caseId' | 'decisionId'>> {
    const caseId = found.state.id;
    const asked = found.state.asked?.channel;
    const place = await answerable(tx, caseId);
    const canReply = place !== undefined && (catalog[place.platform]?.supports.reply ?? false);
    if (!place || !canReply || (asked !== undefined && asked !== 'public')) {
      return { state: 'by_hand', channel: asked === undefined || asked === 'public' ? 'private' : asked };
    }
    const answerId = newId();
    const { mentionId } = place;
    const said = messageFor(decision, found);
    try {
      const answer = { type: 'answer', answerId, mentionId, ...said, incidentId: incident.id } as const;
      await this.act.within(tx, caseId, answer, by);
    } catch (error) {
      if (isFault(error, 'refused')) return { state: 'refused', channel: 'public', code: error.code };
      throw error;
    }
    return {
      state: 'answered',
      channel: 'public',
      answerId,
      ...(await this.offer(tx, decision, caseId, by)),
    };
  }

  /** The one offer, in this case too; what a rule says against it is written down, the answer stands. */
  private async offer(
    tx: Transaction,
    { offer }: IncidentDecision,
    caseId: string,
    by: Actor,
  ): Promise<{ fixId?: string; code?: string }> {
    if (!offer) return {};
    const fixId = newId();
    try {
      await this.act.within(tx, caseId, { type: 'offer_fix', fixId, offer }, by);
      return { fixId };
    } catch (error) {
      if (isFault(error, 'refused')) return { code: error.code };
      throw error;
    }
  }

  private async note(
    tx: Transaction,
    incidentId: string,
    delivery: Omit<Delivery, 'at'>,
    by: Actor,
  ): Promise<void> {
    const record = await this.incidents.lock(tx, incidentId);
    const events = decideIncident(record.state, { type: 'tell', delivery }, by, this.clock.now());
    if (isRefusal(events)) throw new Refused(events);
    await this.incidents.append(tx, record, events);
  }
}

/** The message as this customer reads it, with its promises and why it is sent all the same. */
export function messageFor(
  decision: IncidentDecision,
  { state, customer }: CaseRecord,
): { text: string; promises: PromiseInText[]; overrule?: string } {
  const language = languageOf(state.language);
  const filled = fillIn(inLanguage(decision.texts, state.language), { customer: customer.name });
  const promises = (decision.promises[language] ?? []).map(({ start, end, due }): PromiseInText => {
    const place = { start: filled.placeOf(start), end: filled.placeOf(end) };
    return due === undefined ? { ...place, none: true } : { ...place, promiseId: newId(), due };
  });
  const { overrule } = decision;
  return { text: filled.text, promises, ...(overrule === undefined ? {} : { overrule }) };
}

function languageOf(language: Language): 'ru' | 'uk' | 'en' {
  return language === 'other' ? 'en' : language;
}
