import type { Clock } from '@heard/core';
import type { Database } from '@heard/database';
import { sentiments } from '../model/attitude.js';
import { weights } from '../model/weights.js';
import type { Label } from '../train/sample.js';
import { type Example, exampleOf } from './example.js';
import { proposeAdaptations, type StreamPost } from './propose.js';
import { keepProposals } from './store/adaptation-rows.js';
import {
  countLabels,
  type LabelledText,
  labelledTexts,
  type StreamText,
  streamTexts,
} from './store/label-rows.js';

/** The work grows with the square of the labels; of more the newest are learned from. */
const mostLabels = 600;
const mostTexts = 3_000;
/** So many texts are read before something else gets its turn. */
const atOnce = 50;

/** Learns from what people said in one workspace, and proposes what helps there. It switches nothing on. */
export class Learn {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Works outside of any transaction, with a breath between its steps; returns how many proposals were kept. */
  async run(workspaceId: string): Promise<number> {
    const { labelled, stream, labels } = await this.database.inWorkspace(workspaceId, async (tx) => ({
      labelled: await labelledTexts(tx, mostLabels),
      stream: await streamTexts(tx, mostTexts),
      labels: await countLabels(tx),
    }));
    const model = weights();
    const examples = await slowly(labelled, exampleOfLabel);
    const posts = await slowly(stream, postOfText);
    const proposals = await proposeAdaptations(examples, posts, model, breathe);
    if (proposals.length === 0) return 0;
    await this.database.inWorkspace(workspaceId, (tx) =>
      keepProposals(tx, proposals, { labels, texts: posts.length }, this.clock.now()),
    );
    return proposals.length;
  }
}

function exampleOfLabel({ input, sourceId, sentiment, weight, isDrawn }: LabelledText): Example {
  const label = sentiments.indexOf(sentiment) as Label;
  return exampleOf(input, weights(), { label, weight, isDrawn, sourceId });
}

function postOfText({ input, sourceId }: StreamText): StreamPost {
  return exampleOf(input, weights(), { label: 1, weight: 1, isDrawn: false, sourceId });
}

async function slowly<A, B>(all: readonly A[], each: (one: A) => B): Promise<B[]> {
  const done: B[] = [];
  for (let from = 0; from < all.length; from += atOnce) {
    done.push(...all.slice(from, from + atOnce).map(each));
    await breathe();
  }
  return done;
}

const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
