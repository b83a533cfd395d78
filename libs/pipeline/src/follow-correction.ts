import {
  type Actor,
  type Assess,
  type Assessment,
  assessmentOfMissed,
  type CommandOf,
  isComplaint,
  type TextOfCase,
  type Verdicts,
} from '@heard/core';
import type { Transaction } from '@heard/database';
import type { ActOnCase } from '@heard/recovery';
import type { HomeMention } from './home-mention.js';
import { mentionsOfCase, type ReadMention, standingOf } from './store/read-mentions.js';

type Changed = Pick<CommandOf<'correct'>, 'urgency' | 'category' | 'takenBack'>;

/** What follows when a person's word on a text comes, or is taken back: for the rest of its assessment, and for its case. */
export class FollowCorrection {
  constructor(
    private readonly assess: Assess,
    private readonly home: HomeMention,
    private readonly act: ActOnCase,
  ) {}

  /** Whether it is a complaint decides how urgent its words are: the rules read them anew, told what people say. */
  derived(mention: ReadMention, { sentiment, intent }: Partial<Verdicts>): Assessment | undefined {
    if (sentiment === undefined && intent === undefined) return undefined;
    const { text, title, platform, rating, missed } = mention;
    const read = this.assess({ text, title, platform, rating, said: { sentiment, intent } });
    return missed && (intent ?? 'complaint') === 'complaint' ? assessmentOfMissed(read, missed) : read;
  }

  /** Its case is opened, joined, made more or less urgent, about something else, or found to hold no complaint. */
  async run(tx: Transaction, mention: ReadMention, changed: Changed, by: Actor): Promise<void> {
    const { id: mentionId, postedAt, caseId } = mention;
    if (caseId === undefined) {
      const stands = await standingOf(tx, mention);
      if (isComplaint(stands)) await this.home.run(tx, mention, stands);
      return;
    }
    const texts = (await mentionsOfCase(tx, caseId)).map(textOfCase);
    await this.act.within(tx, caseId, { type: 'correct', mentionId, postedAt, texts, ...changed }, by);
  }
}

function textOfCase({ id, stands, said, missed }: ReadMention): TextOfCase {
  const { urgency, urgencyReasons } = stands;
  return {
    mentionId: id,
    complaint: isComplaint(stands),
    urgency,
    urgencyReasons,
    said: said.urgency !== undefined,
    ...(missed ? { tries: missed.tries } : {}),
  };
}
