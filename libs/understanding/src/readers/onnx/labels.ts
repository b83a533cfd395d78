import { Fault, type Sentiment } from '@heard/core';

/** The names that models give their labels, in lower case. */
const named: Readonly<Record<string, Sentiment>> = {
  negative: 'negative',
  neg: 'negative',
  '-1': 'negative',
  негативный: 'negative',
  негативний: 'negative',
  '1 star': 'negative',
  '2 stars': 'negative',
  'very negative': 'negative',
  neutral: 'neutral',
  neu: 'neutral',
  mixed: 'neutral',
  нейтральный: 'neutral',
  нейтральний: 'neutral',
  '3 stars': 'neutral',
  positive: 'positive',
  pos: 'positive',
  позитивный: 'positive',
  позитивний: 'positive',
  '4 stars': 'positive',
  '5 stars': 'positive',
  'very positive': 'positive',
};

/**
 * What each label of a model means. `given` names the meanings in the labels' order, for models that call theirs
 * LABEL_0 and so on; a label that nobody explained is refused, since a wrong guess would turn praise into blame.
 */
export function meaningsOf(
  labels: readonly string[],
  given: readonly Sentiment[] = [],
): ReadonlyMap<string, Sentiment> {
  if (given.length > 0 && given.length !== labels.length) {
    throw unclear(
      `The model has ${labels.length} labels (${labels.join(', ')}), HEARD_READER_ONNX_LABELS names ${given.length}.`,
    );
  }
  const meanings = new Map<string, Sentiment>();
  labels.forEach((label, index) => {
    const meaning = given[index] ?? named[label.toLowerCase().replaceAll('_', ' ').trim()];
    if (!meaning)
      throw unclear(`What the label "${label}" means is not known: name all in HEARD_READER_ONNX_LABELS.`);
    meanings.set(label, meaning);
  });
  const found = new Set(meanings.values());
  if (!found.has('negative') || !found.has('positive')) {
    throw unclear('A sentiment model needs a label for negative and one for positive.');
  }
  return meanings;
}

/** The three probabilities from those of a model's labels. */
export function probabilitiesOf(
  scores: Readonly<Record<string, number>>,
  meanings: ReadonlyMap<string, Sentiment>,
): Readonly<Record<Sentiment, number>> | undefined {
  const sums = { negative: 0, neutral: 0, positive: 0 };
  for (const [label, score] of Object.entries(scores)) {
    const meaning = meanings.get(label);
    if (meaning) sums[meaning] += score;
  }
  const all = sums.negative + sums.neutral + sums.positive;
  // A broken model answers NaN.
  if (!(all > 0.5 && all < 1.5)) return undefined;
  return { negative: sums.negative / all, neutral: sums.neutral / all, positive: sums.positive / all };
}

function unclear(message: string): Fault {
  return new Fault('invalid', message, { code: 'reader_labels' });
}
