import { type Case } from '@heard/core';
import { pointsAnswered, toldIn } from '@heard/wording';
import type { MentionRow } from './store/mention-rows.js';
import type { AnswerView, PointView, ToldView } from './views.js';

/** So many of the customer's texts and of our answers are read for the page, the newest ones. */
const mostTexts = 10;
const mostAnswers = 20;

/** The customer's own texts of a case, newest last. */
export function textsOf(thread: readonly MentionRow[], caseId: string): readonly MentionRow[] {
  return thread.filter((each) => each.case_id === caseId && !each.is_brand).slice(-mostTexts);
}

/** What the customer raised, each point open until an answer that they saw answers, dates or refuses it. */
export function pointsOf(texts: readonly MentionRow[], answers: readonly AnswerView[]): readonly PointView[] {
  const seen = answers.filter((each) => each.human && each.visibleAt !== undefined).slice(-mostAnswers);
  return texts
    .filter((each) => each.intent !== 'praise')
    .flatMap((mention) => {
      const after = seen.filter((each) => (each.visibleAt ?? '') > mention.posted_at.toISOString());
      return pointsAnswered(
        mention.text,
        after.map(({ text }) => text),
      ).map(({ by, ...point }) => {
        const answerId = by === undefined ? undefined : after[by]?.id;
        const words = mention.text.slice(point.start, point.end);
        return { mentionId: mention.id, ...point, words, ...(answerId !== undefined && { answerId }) };
      });
    });
}

/** What the customer told us, each thing once. */
export function toldOf(texts: readonly MentionRow[]): readonly ToldView[] {
  const known = new Set<string>();
  return texts.flatMap((mention) =>
    toldIn(mention.text).flatMap((fact) => {
      const words = mention.text.slice(fact.start, fact.end);
      const key = `${fact.kind} ${words.toLowerCase()}`;
      if (known.has(key)) return [];
      known.add(key);
      return [{ mentionId: mention.id, ...fact, words }];
    }),
  );
}

/** The texts of mentions by their id. */
export function byId(thread: readonly MentionRow[], state: Case): ReadonlyMap<string, string> {
  const own = new Set(state.mentionIds);
  return new Map(thread.filter(({ id }) => own.has(id)).map(({ id, text }) => [id, text]));
}
