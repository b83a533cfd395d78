import type { Assess, Clock } from '@heard/core';
import type { Understand } from '@heard/listening';
import type { TriageMentions } from '@heard/triage';
import { saveAssessments } from '@heard/understanding';

/**
 * A mention's way inside one transaction: understood, then triaged; its assessment and its case are stored after the
 * mention itself, which `listening` does between the two.
 */
export function understandAndTriage(assess: Assess, triage: TriageMentions, clock: Clock): Understand {
  return async (tx, source, unread) => {
    const understood = unread.map((each) => ({ ...each, assessment: assess(each.collected) }));
    const homeless = understood.filter((each) => each.caseId === undefined);
    const triaged = await triage.run(
      tx,
      homeless.map(({ id, collected, postedAt, assessment }) => ({
        id,
        sourceId: source.sourceId,
        brandId: source.brandId,
        author: {
          externalId: collected.author.externalId,
          name: collected.author.displayName,
          isBrand: collected.author.isBrand,
        },
        hasWords: collected.text.trim() !== '',
        postedAt,
        assessment,
        demo: source.demo,
      })),
    );
    const rows = understood.map(({ id, revision, assessment }) => ({ mentionId: id, revision, assessment }));
    return {
      caseOf: triaged.caseOf,
      store: async () => {
        await saveAssessments(tx, rows, clock.now());
        await triaged.write();
      },
    };
  };
}
