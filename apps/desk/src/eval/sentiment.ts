import {
  agreement,
  judge,
  type JudgedPost,
  mean,
  modelName,
  type Pair,
  type SentimentFigures,
  sentimentFigures,
} from '@heard/understanding';
import { drawn } from '../peers/drawn.js';
import type { Peer, PeerLanguage } from '../peers/peer.js';
import type { MeasuredPost } from '../train/corpora.js';

/** The figures of one reader over one set, one language, or as the mean of the sets. */
export interface SentimentLine extends Partial<SentimentFigures> {
  readonly eval: 'sentiment';
  readonly by: string;
  /** Of one set, of all posts of one language, or the mean of the sets. */
  readonly of: string;
  /** Share of posts of five words or more whose language is told rightly. */
  readonly language?: number;
  readonly note?: string;
}

/** A judged post with what it is grouped by. */
interface Told extends JudgedPost {
  readonly set: string;
  readonly lang: string;
}

/** Our own model over all posts, with and without the readable rules, and how well it tells languages. */
export function ownFigures(sets: ReadonlyMap<string, readonly MeasuredPost[]>): SentimentLine[] {
  const ruled: Told[] = [];
  const unruled: Told[] = [];
  const languages: { set: string; lang: string; pair: Pair<string> }[] = [];
  for (const [set, posts] of sets) {
    for (const { text, lang, label } of posts) {
      const { language, given, probabilities, unruled: alone } = judge(text);
      const told = { set, lang: lang ?? language, wanted: label };
      ruled.push({ ...told, given, negative: probabilities[0], probabilities });
      const likeliest = alone.indexOf(Math.max(...alone)) as JudgedPost['given'];
      unruled.push({ ...told, given: likeliest, negative: alone[0] });
      if (lang && countWords(text) >= 5) languages.push({ set, lang, pair: [lang, language] });
    }
  }
  const name = modelName();
  const told = (of: string): number | undefined =>
    agreement(languages.flatMap(({ set, lang, pair }) => (of === set || of === lang ? [pair] : [])));
  const lines = linesOf(name, ruled).map((line): SentimentLine => {
    const language = told(line.of);
    return language === undefined ? line : { ...line, language };
  });
  return [...lines, ...linesOf(`${name} without the rules`, unruled)];
}

/** Another package over as many posts as it can be asked about. */
export async function peerFigures(
  peer: Peer,
  sets: ReadonlyMap<string, readonly MeasuredPost[]>,
  languageOf: (text: string) => string,
): Promise<SentimentLine[]> {
  const told: Told[] = [];
  const knows = (lang: string): lang is PeerLanguage => peer.languages.includes(lang as PeerLanguage);
  for (const [set, posts] of sets) {
    for (const { text, lang = languageOf(text), label } of drawn(posts, peer.mostPerSet ?? Infinity)) {
      if (knows(lang)) told.push({ set, lang, wanted: label, ...(await peer.read(text, lang)) });
    }
  }
  const { note } = peer;
  return linesOf(peer.name, told).map((line) => (note === undefined ? line : { ...line, note }));
}

function linesOf(by: string, told: readonly Told[]): SentimentLine[] {
  const line = (of: string, some: readonly Told[]): SentimentLine => ({
    eval: 'sentiment',
    by,
    of,
    ...sentimentFigures(some),
  });
  const each = (of: (one: Told) => string): SentimentLine[] =>
    [...new Set(told.map(of))].toSorted().map((name) =>
      line(
        name,
        told.filter((one) => of(one) === name),
      ),
    );
  const sets = each(({ set }) => set);
  const languages = each(({ lang }) => lang);
  return sets.length === 0 ? [] : [...sets, ...languages, meanOf(by, sets)];
}

/** Sets with one label alone, or without negatives, cannot tell what the means are made of. */
function meanOf(by: string, lines: readonly SentimentLine[]): SentimentLine {
  const known = (of: (line: SentimentLine) => number | undefined): number =>
    mean(lines.flatMap((line) => of(line) ?? []));
  return {
    eval: 'sentiment',
    by,
    of: 'mean of the sets',
    posts: lines.reduce((sum, { posts = 0 }) => sum + posts, 0),
    macroF1: known(({ macroF1 }) => macroF1),
    macroF1OfGiven: known(({ macroF1OfGiven }) => macroF1OfGiven),
    negative: {
      precision: known(({ negative }) => negative?.precision),
      recall: known(({ negative }) => negative?.recall),
      f1: known(({ negative }) => negative?.f1),
      auc: known(({ negative }) => negative?.auc),
    },
  };
}

function countWords(text: string): number {
  return text.match(/\p{L}+/gu)?.length ?? 0;
}
