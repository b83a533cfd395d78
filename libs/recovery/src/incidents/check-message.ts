import {
  type Clock,
  fillIn,
  type FoundPromise,
  type HeldReason,
  type Incident,
  type IncidentMessage,
  type InThreeLanguages,
  type Refusal,
} from '@heard/core';
import type { Transaction } from '@heard/database';
import { checkSubstance, findPromises } from '@heard/wording';
import type { PolicyBook, Team } from '../ports.js';
import { saidBefore } from '../store/said-before.js';

/** The languages in which a message is written. */
export const messageLanguages = ['ru', 'uk', 'en'] as const;

/** What was found in the text of one language before anybody sends it. */
export interface MessageFindings {
  /** Their places are those of the text with its placeholders. */
  readonly promises: readonly FoundPromise[];
  /** Cases in which it would be held back, with the reasons. */
  readonly held: readonly { readonly caseId: string; readonly reasons: readonly HeldReason[] }[];
}

/** So many cases of a language are tried: they stand for the others. */
const tried = 10;
const dayMs = 24 * 60 * 60 * 1000;

/** Reads the message of an incident before it is sent: what each text promises, and to whom it would say nothing. */
export class CheckMessage {
  constructor(
    private readonly policies: PolicyBook & { current(tx: Transaction): Promise<{ version: number }> },
    private readonly team: Team,
    private readonly clock: Clock,
  ) {}

  async run(
    tx: Transaction,
    incident: Incident,
    texts: InThreeLanguages,
  ): Promise<Record<keyof InThreeLanguages, MessageFindings>> {
    const read = async (language: keyof InThreeLanguages): Promise<MessageFindings> => ({
      promises: await this.promisesIn(tx, texts[language]),
      held: await this.heldIn(tx, incident, language, texts[language]),
    });
    return { ru: await read('ru'), uk: await read('uk'), en: await read('en') };
  }

  /** The first promise of a text that its writer has said nothing of. */
  async unsaid(tx: Transaction, { texts, promises }: IncidentMessage): Promise<Refusal | undefined> {
    for (const language of messageLanguages) {
      const said = promises[language] ?? [];
      for (const { start, end, due } of await this.promisesIn(tx, texts[language])) {
        if (said.some((each) => each.start < end && start < each.end)) continue;
        const words = texts[language].slice(start, end);
        const about = { language, start: String(start), end: String(end), words };
        if (!due) return { refused: 'promise_needs_date', about };
        return { refused: 'promise_not_confirmed', about: { ...about, due: due.toISOString() } };
      }
    }
    return undefined;
  }

  private async promisesIn(tx: Transaction, text: string): Promise<FoundPromise[]> {
    const { version } = await this.policies.current(tx);
    const { calendar } = await this.policies.get(tx, version);
    const timeZone = await this.team.timeZone(tx);
    return findPromises({ text, at: this.clock.now(), timeZone, calendar });
  }

  private async heldIn(
    tx: Transaction,
    { id, cases }: Incident,
    language: keyof InThreeLanguages,
    template: string,
  ): Promise<MessageFindings['held']> {
    const at = this.clock.now();
    const timeZone = await this.team.timeZone(tx);
    const found = await casesIn(
      tx,
      cases.map(({ caseId }) => caseId),
      language,
    );
    const held: { caseId: string; reasons: readonly HeldReason[] }[] = [];
    for (const { id: caseId, name } of found) {
      const said = await saidBefore(tx, caseId, new Date(at.getTime() - 30 * dayMs), id);
      const answer = fillIn(template, { customer: name ?? undefined }).text;
      const { reasons } = checkSubstance({ ...said, toOthers: [], answer, at, timeZone });
      if (reasons.length > 0) held.push({ caseId, reasons });
    }
    return held;
  }
}

function casesIn(
  tx: Transaction,
  caseIds: readonly string[],
  language: keyof InThreeLanguages,
): Promise<{ readonly id: string; readonly name: string | null }[]> {
  return tx.rows(
    `select id, author_name as name from cases
     where workspace_id = $1 and id = any($2) and case when language = 'other' then 'en' else language end = $3
     order by posted_at, id limit ${tried}`,
    [tx.workspaceId, caseIds, language],
  );
}
