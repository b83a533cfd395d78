import {
  type AdaptationTrial,
  train,
  type TrainingPost,
  trialOfAdaptation,
  weights,
  withShare,
} from '@heard/understanding';
import { readCorpora } from '../train/corpora.js';

/** Sets that play a page of one brand: its posts differ from what the model learned from, and so does their mix. */
const pages = ['uk_store', 'en_airline', 'ru_otzovik_bank', 'ru_sentirueval_telecom'] as const;

/** Each page as it is, and as if two thirds of it, or a tenth, complained. */
const shares = ['own', 0.66, 0.1] as const;

/**
 * What an adaptation does for a page that the model has never seen: the model is trained once without the four sets;
 * each then gives labels and an unlabelled stream from its training side, and is measured on its test side. A set that
 * is not there is left out.
 */
export async function evalAdaptation(data: string): Promise<object[]> {
  const learned = await readCorpora(data, 'train');
  const tested = await readCorpora(data, 'test');
  const known = pages.filter((page) => learned.has(page) && tested.has(page));
  const others = [...learned].filter(([set]) => !known.includes(set as (typeof pages)[number]));
  const posts = others.flatMap(([, some]) => some);
  const begun = Date.now();
  const model = train(posts, (text) => process.stderr.write(`adaptation: ${text}\n`));
  const lines: object[] = [
    {
      eval: 'adaptation',
      model: `${weights().name} trained without ${known.join(', ')}`,
      posts: posts.length,
      trainingSeconds: Math.round((Date.now() - begun) / 1000),
    },
  ];
  for (const share of shares) {
    const trials: AdaptationTrial[][] = [];
    for (const page of known) {
      const of = (sets: Map<string, TrainingPost[]>): TrainingPost[] => {
        const all = sets.get(page) ?? [];
        return share === 'own' ? all : withShare(all, share);
      };
      const trial = await trialOfAdaptation(of(learned), of(tested), model, posts);
      trials.push(trial);
      for (const each of trial) lines.push({ eval: 'adaptation', share, page, ...each });
    }
    lines.push(...meansOf(trials).map((mean) => ({ eval: 'adaptation', share, page: 'mean', ...mean })));
  }
  return lines;
}

function meansOf(trials: readonly AdaptationTrial[][]): object[] {
  return (trials[0] ?? []).map(({ by }, at) => {
    const some = trials.flatMap((trial) => trial[at] ?? []);
    const mean = (of: (trial: AdaptationTrial) => number): number =>
      Number((some.reduce((sum, trial) => sum + of(trial), 0) / Math.max(some.length, 1)).toFixed(3));
    return { by, negativeF1: mean((trial) => trial.negativeF1), right: mean((trial) => trial.right) };
  });
}
