import { type Actor, type Clock, correctable, Fault, newsOf, type Verdicts } from '@heard/core';
import { type Database, newId, type Transaction } from '@heard/database';
import { Refused } from '@heard/recovery';
import { tellScreens } from './announce.js';
import type { FollowCorrection } from './follow-correction.js';
import { addCorrection, findCorrection, saidWithout } from './store/correction-rows.js';
import { findMention, lockMention, type ReadMention, standingOf } from './store/read-mentions.js';

type Person = Extract<Actor, { kind: 'person' }>;

/** What a person says of a text. */
export interface CorrectionGiven extends Partial<Verdicts> {
  readonly note?: string;
}

/**
 * Puts what a person says of a text above everything that was understood of it, and lets its case follow in the same
 * transaction; or takes such a word back, and what was said before it stands again, or what was understood.
 */
export class CorrectMention {
  constructor(
    private readonly database: Database,
    private readonly follow: FollowCorrection,
    private readonly clock: Clock,
  ) {}

  /** What is said already changes nothing. Of two people at once the second finds what the first said. */
  async run(workspaceId: string, mentionId: string, given: CorrectionGiven, by: Person): Promise<void> {
    await this.database.inWorkspace(workspaceId, (tx) => this.within(tx, mentionId, given, by));
  }

  /** The same within the caller's transaction. */
  async within(tx: Transaction, mentionId: string, given: CorrectionGiven, by: Person): Promise<void> {
    const mention = await locked(tx, mentionId);
    if (mention.author.isBrand) throw new Refused({ refused: 'own_words' });
    const { note, ...verdicts } = given;
    const fields = newsOf(verdicts, mention.stands, mention.said);
    if (Object.keys(fields).length === 0) return;
    const derived = this.derivedBy(fields, mention, { ...mention.said, ...fields });
    const told = { fields, ...derived, ...(note === undefined ? {} : { note }) };
    await addCorrection(tx, { ...this.rowOf(mention, by), ...told });
    const { urgency, category } = fields;
    await this.follow.run(tx, mention, { urgency, category }, by);
    await tellScreens(tx, 'mention', [mentionId]);
  }

  /** What was taken back already changes nothing. */
  async takeBack(workspaceId: string, mentionId: string, correctionId: string, by: Person): Promise<void> {
    await this.database.inWorkspace(workspaceId, async (tx) => {
      const mention = await locked(tx, mentionId);
      const found = await findCorrection(tx, mentionId, correctionId);
      if (!found) throw new Fault('missing', 'There is no such correction.', { code: 'no_such_correction' });
      if (found.isTakenBack) return;
      const row = { ...this.rowOf(mention, by), revision: found.revision, takesBack: correctionId };
      // Of a text before an edit nothing stands any more that could follow.
      if (found.revision !== mention.revision) return addCorrection(tx, row);
      const said = await saidWithout(tx, mention, correctionId);
      await addCorrection(tx, { ...row, ...this.derivedBy(found.fields, mention, said) });
      await this.follow.run(tx, mention, await this.unsaid(tx, mention, found.fields, said), by);
      await tellScreens(tx, 'mention', [mentionId]);
    });
  }

  private async unsaid(
    tx: Transaction,
    mention: ReadMention,
    gone: Partial<Verdicts>,
    said: Partial<Verdicts>,
  ) {
    const { category, signals } = await standingOf(tx, mention);
    const fields = correctable.filter((field) => gone[field] !== undefined);
    return {
      ...(gone.urgency === undefined ? {} : { urgency: said.urgency }),
      ...(gone.category === undefined ? {} : { category: said.category }),
      takenBack: { fields, category, signals: signals.map(({ code }) => code) },
    };
  }

  private derivedBy(changed: Partial<Verdicts>, mention: ReadMention, said: Partial<Verdicts>) {
    const rests = changed.sentiment !== undefined || changed.intent !== undefined;
    const derived = rests ? this.follow.derived(mention, said) : undefined;
    return derived ? { derived } : {};
  }

  private rowOf({ id: mentionId, revision, stands: from, first: understood }: ReadMention, by: Person) {
    return { id: newId(), mentionId, revision, from, understood, by: by.staffId, at: this.clock.now() };
  }
}

async function locked(tx: Transaction, mentionId: string): Promise<ReadMention> {
  const found = await findMention(tx, mentionId);
  const mention = found && (await lockMention(tx, found));
  if (!mention) throw new Fault('missing', 'There is no such mention.', { code: 'no_such_mention' });
  return mention;
}
