import BayesClassifier from 'natural/lib/natural/classifiers/bayes_classifier.js';
import english from 'natural/lib/natural/stemmers/porter_stemmer.js';
import russian from 'natural/lib/natural/stemmers/porter_stemmer_ru.js';
import ukrainian from 'natural/lib/natural/stemmers/porter_stemmer_uk.js';
import type { Label, TrainingPost } from '@heard/understanding';
import { drawn } from './drawn.js';
import type { Peer, PeerLanguage } from './peer.js';

const stemmers: Readonly<Record<PeerLanguage, object>> = { ru: russian, uk: ukrainian, en: english };
const names: readonly string[] = ['negative', 'neutral', 'positive'];
/** It goes through every word it knows for every post, to learn as to judge. */
const mostLearnedPerLanguage = 3_000;
const mostPerSet = 400;

/** A naive Bayes classifier for each language, learning from the same posts as our own model. */
export function bayesPeer(posts: readonly TrainingPost[], say: (text: string) => void): Peer {
  const classifiers = new Map<PeerLanguage, BayesClassifier>();
  for (const language of ['ru', 'uk', 'en'] as const) {
    const own = posts.filter(({ lang }) => lang === language);
    if (own.length === 0) continue;
    const some = drawn(own, mostLearnedPerLanguage);
    say(`natural's Bayes classifier learns ${language} from ${some.length} of ${own.length} posts`);
    const classifier = new BayesClassifier(stemmers[language]);
    for (const { text, label } of some) classifier.addDocument(text, names[label] ?? '');
    classifier.train();
    classifiers.set(language, classifier);
  }
  return {
    name: 'natural, Bayes classifier',
    languages: [...classifiers.keys()],
    mostPerSet,
    note: `learned from at most ${mostLearnedPerLanguage} posts of a language and is asked about at most ${mostPerSet} of a set, drawn at random`,
    read: (text, language) => verdictOf(classifiers.get(language)?.getClassifications(text) ?? []),
  };
}

function verdictOf(classes: readonly { label: string; value: number }[]) {
  const sum = classes.reduce((total, { value }) => total + value, 0);
  const negative = classes.find(({ label }) => label === names[0])?.value ?? 0;
  const best = classes.toSorted((a, b) => b.value - a.value)[0];
  // Its products of small numbers sink to 0 in long texts.
  if (!best || sum === 0) return { given: 1 as Label, negative: 1 / 3 };
  return { given: names.indexOf(best.label) as Label, negative: negative / sum };
}
