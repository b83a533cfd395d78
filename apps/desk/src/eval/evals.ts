import { assess, scoreEdgeCases } from '@heard/understanding';
import { type LabelledAnswer, type LabelledPair, scorePromises, scoreSubstance } from '@heard/wording';
import { hasTrainingSide } from '../train/corpora.js';
import { evalAdaptation } from './adaptation.js';
import { evalFigures } from './figures.js';
import { labelled } from './labelled.js';
import { compareReaders } from './readers.js';
import { evalUnsure } from './unsure.js';

const languages = ['ru', 'uk', 'en'] as const;

/** What an eval may be told. */
export interface EvalOptions {
  /** A labelled set outside of the repository, JSON lines. */
  readonly gold?: string;
  /** The folder of the corpora. */
  readonly data?: string;
}

/** Each eval prints one line of JSON for every object it gives. */
export const evals: Readonly<Record<string, (options: EvalOptions) => Promise<object[]>>> = {
  async figures({ data, gold }) {
    return evalFigures(data, gold);
  },
  async promises() {
    const lines = [];
    for (const lang of languages) {
      lines.push({
        eval: 'promises',
        lang,
        ...scorePromises(await labelled<LabelledAnswer>(`promises.${lang}`)),
      });
    }
    return lines;
  },
  async substance() {
    const pairs = await labelled<LabelledPair>('substance');
    const of = (lang: string) => pairs.filter((pair) => pair.lang === lang);
    const lines: object[] = languages.map((lang) => ({
      eval: 'substance',
      lang,
      ...scoreSubstance(of(lang)),
    }));
    return [...lines, { eval: 'substance', lang: 'all', ...scoreSubstance(pairs) }];
  },
  async readers({ gold }) {
    return gold === undefined ? [] : compareReaders(gold);
  },
  async adaptation({ data }) {
    return data !== undefined && (await hasTrainingSide(data)) ? evalAdaptation(data) : [];
  },
  async edge() {
    return scoreEdgeCases(assess).flatMap(({ lang, wrong, ...score }) => [
      { eval: 'edge', lang, ...score },
      ...wrong.map((each) => ({ eval: 'edge', lang, wrong: each })),
    ]);
  },
  async unsure({ data }) {
    return data === undefined ? [] : evalUnsure(data);
  },
};
