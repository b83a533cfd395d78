import { unsureWidths } from '@heard/core';
import { assess, atWidth, type JudgedLean, modelName, type TrainingPost } from '@heard/understanding';
import { readCorpora } from '../train/corpora.js';

/**
 * What each width of the unsure band costs and brings, language by language, over the test sides of the corpora; each
 * set counts alike. These are the figures that are shown where a workspace has checked too little of its own.
 */
export async function evalUnsure(data: string): Promise<object[]> {
  const sets = [...(await readCorpora(data, 'test')).values()].filter((posts) => posts.length > 0);
  return (['ru', 'uk', 'en'] as const).flatMap((lang) => {
    const judged = sets.filter(([first]) => first?.lang === lang).flatMap(judgedOf);
    return unsureWidths.map((width) => {
      return { eval: 'unsure', model: modelName(), lang, posts: judged.length, ...atWidth(judged, width) };
    });
  });
}

function judgedOf(posts: readonly TrainingPost[]): JudgedLean[] {
  return posts.map(({ text, label }) => {
    return { lean: assess({ text }).lean ?? 0, negative: label === 0, weight: 1 / posts.length };
  });
}
