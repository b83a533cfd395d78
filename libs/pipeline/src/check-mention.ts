import { type Actor, type CheckAnswer, type Clock, Fault, verdictsOf } from '@heard/core';
import type { Database } from '@heard/database';
import type { CorrectMention } from './correct-mention.js';
import { addCheck, askedAbout, unlessRefused } from './store/check-rows.js';

/** Takes what a person says of a text that Heard asked about: it is a correction, and the text is asked about no more. */
export class CheckMention {
  constructor(
    private readonly database: Database,
    private readonly correct: Pick<CorrectMention, 'within'>,
    private readonly clock: Clock,
  ) {}

  /** Of two people at once the second is told so; what was edited meanwhile is another text. */
  async run(
    workspaceId: string,
    mentionId: string,
    revision: number,
    said: CheckAnswer,
    by: Extract<Actor, { kind: 'person' }>,
  ): Promise<void> {
    await this.database.inWorkspace(workspaceId, async (tx) => {
      const asked = await askedAbout(tx, mentionId, revision);
      if (!asked) throw new Fault('missing', 'Nobody is asked about such a text.', { code: 'not_asked' });
      const added = await addCheck(tx, {
        mentionId,
        revision,
        askedFor: asked.askedFor,
        said,
        by: by.staffId,
        at: this.clock.now(),
      });
      if (!added)
        throw new Fault('conflict', 'Somebody said already what it is.', { code: 'checked_already' });
      const verdicts = verdictsOf(said, asked.askedFor, asked);
      if (Object.keys(verdicts).length === 0) return;
      const correct = (): Promise<void> => this.correct.within(tx, mentionId, verdicts, by);
      // A drawn text may belong to somebody's case: what was found still counts, and the case stays theirs.
      if (asked.askedFor === 'sample') await unlessRefused(tx, correct);
      else await correct();
    });
  }
}
