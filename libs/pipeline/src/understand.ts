import {
  type Assess,
  type Assessment,
  assessmentOfMissed,
  type Clock,
  type CollectedMention,
  isComplaint,
  urgencyAround,
} from '@heard/core';
import type { Transaction } from '@heard/database';
import type { Understand } from '@heard/listening';
import type { CollectSuggestions } from '@heard/recovery';
import type { TriageMentions } from '@heard/triage';
import type { AssessHere } from './assess-here.js';
import type { ReadAgain } from './read-again.js';
import type { SeeEdits } from './see-edits.js';
import { surroundingsOf } from './store/surroundings.js';
import { saveAssessments } from '@heard/understanding';

/**
 * A mention's way inside one transaction: understood, then triaged, and what it suggests entered into the register; its assessment and its case are stored after the
 * mention itself, which `listening` does between the two.
 */
export function understandAndTriage(
  assessHere: AssessHere,
  triage: TriageMentions,
  suggestions: CollectSuggestions,
  edits: SeeEdits,
  readAgain: ReadAgain,
  clock: Clock,
): Understand {
  return async (tx, source, unread) => {
    const assess = await assessHere.in(tx, source.sourceId);
    const understood = await raised(
      tx,
      source.sourceId,
      unread.map((each) => ({ ...each, assessment: read(assess, each.collected) })),
    );
    const homeless = understood.filter((each) => each.caseId === undefined);
    const triaged = await triage.run(
      tx,
      homeless.map(({ id, collected, postedAt, assessment, brandId, locationId }) => ({
        id,
        sourceId: source.sourceId,
        brandId,
        locationId,
        author: {
          externalId: collected.author.externalId,
          name: collected.author.displayName,
          isBrand: collected.author.isBrand,
          reach: collected.author.reach,
        },
        hasWords: collected.text.trim() !== '',
        postedAt,
        assessment,
        missed: collected.missed,
        demo: source.demo,
      })),
    );
    const rows = understood.map(({ id, revision, assessment }) => ({ mentionId: id, revision, assessment }));
    const heardText = ({ collected, ...each }: (typeof understood)[number]) => ({
      ...each,
      mentionId: each.id,
      text: collected.text,
      isBrand: collected.author.isBrand,
      caseId: each.caseId ?? triaged.caseOf.get(each.id),
      demo: source.demo,
    });
    return {
      caseOf: triaged.caseOf,
      store: async () => {
        await saveAssessments(tx, rows, clock.now());
        await triaged.write();
        await edits.run(tx, understood);
        await readAgain.queue(tx, source, understood);
        await suggestions.run(tx, understood.map(heardText));
      },
    };
  };
}

/** Beside its words it counts who hears it, whether they complained before, and whether others do. */
async function raised<
  Each extends {
    readonly id: string;
    readonly collected: CollectedMention;
    readonly postedAt: Date;
    readonly assessment: Assessment;
  },
>(tx: Transaction, sourceId: string, understood: readonly Each[]): Promise<readonly Each[]> {
  const around = await surroundingsOf(
    tx,
    sourceId,
    understood.map(({ id, collected, postedAt, assessment }) => ({
      id,
      authorId: collected.author.externalId,
      reach: collected.author.reach,
      rootId: collected.rootExternalId,
      postedAt,
      isComplaint: !collected.author.isBrand && !collected.missed && isComplaint(assessment),
    })),
  );
  return understood.map((each) => {
    const known = around.get(each.id);
    return known ? { ...each, assessment: urgencyAround(each.assessment, known) } : each;
  });
}

/** A call in vain has no words of its own, and is understood all the same; nobody is asked about what has no words. */
function read(assess: Assess, mention: CollectedMention): Assessment {
  const { unsure, ...assessment } = assess(mention);
  if (mention.missed) return assessmentOfMissed(assessment, mention.missed);
  const isAsked = unsure && !mention.author.isBrand && mention.text.trim() !== '';
  return isAsked ? { ...assessment, unsure } : assessment;
}
