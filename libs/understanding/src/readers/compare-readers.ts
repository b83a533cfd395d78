import {
  type Assess,
  type Assessment,
  type AssessmentInput,
  type Category,
  type Intent,
  type Sentiment,
  type SignalCode,
  type Urgency,
  urgencyRank,
} from '@heard/core';
import { agreement, f1Of, f1OfSets, type Pair, quadraticKappa } from '../figures/agreement.js';
import type { SecondReading } from './second-reading.js';

/** A post with the labels that people gave; what is absent or null does not count. */
export interface LabelledPost extends AssessmentInput {
  readonly sentiment?: Sentiment | null;
  readonly intent?: Intent | null;
  readonly urgency?: Urgency | null;
  readonly category?: Category | null;
  readonly signals?: readonly SignalCode[] | null;
  /** Signals on which the people who labelled differ: they count neither way. */
  readonly signals_disputed?: readonly SignalCode[];
}

/** How well assessments agree with people; `undefined` where nobody labelled that. */
export interface ReaderScore {
  readonly posts: number;
  /** How many of them a stronger reader gave a verdict on. */
  readonly read: number;
  readonly sentiment?: number;
  readonly negativeF1?: number;
  readonly intent?: number;
  readonly complaintF1?: number;
  readonly urgency?: number;
  readonly urgencyKappa?: number;
  readonly category?: number;
  readonly signalsF1?: number;
  readonly millisecondsPerPost: number;
}

const batchSize = 32;
const urgencyLevels = 5;

/** Scores our own assessor, and what stands after stronger readers had their turn, on the same posts. */
export async function scoreReaders(
  posts: readonly LabelledPost[],
  assess: Assess,
  reading?: SecondReading,
): Promise<ReaderScore> {
  const begun = performance.now();
  const firsts = posts.map((post) => assess(post));
  const stands: Assessment[] = [];
  let read = 0;
  for (let from = 0; from < posts.length; from += batchSize) {
    const batch = posts.slice(from, from + batchSize).flatMap((post, place) => {
      const first = firsts[from + place];
      return first ? [{ post, first }] : [];
    });
    const second = (await reading?.run(batch, { workspaceId: 'eval' })) ?? [];
    batch.forEach(({ first }, place) => stands.push(second[place] ?? first));
    read += second.filter((each) => each !== undefined).length;
  }
  const millisecondsPerPost = Number(((performance.now() - begun) / Math.max(1, posts.length)).toFixed(3));
  return { posts: posts.length, read, ...scoresOf(posts, stands), millisecondsPerPost };
}

function scoresOf(posts: readonly LabelledPost[], stands: readonly Assessment[]) {
  const pairs = <T>(
    wantedOf: (post: LabelledPost) => T | null | undefined,
    givenOf: (assessment: Assessment) => T,
  ): Pair<T>[] =>
    posts.flatMap((post, index) => {
      const [wanted, standing] = [wantedOf(post), stands[index]];
      return wanted && standing ? [[wanted, givenOf(standing)] as const] : [];
    });
  const sentiments = pairs(
    (post) => post.sentiment,
    ({ sentiment }) => sentiment,
  );
  const intents = pairs(
    (post) => post.intent,
    ({ intent }) => intent,
  );
  const ranks = pairs(
    (post) => post.urgency,
    ({ urgency }) => urgency,
  ).map(([wanted, given]) => [urgencyRank(wanted), urgencyRank(given)] as const);
  const categories = pairs(
    (post) => post.category,
    ({ category }) => category,
  );
  return {
    sentiment: agreement(sentiments),
    negativeF1: f1Of('negative', sentiments),
    intent: agreement(intents),
    complaintF1: f1Of('complaint', intents),
    urgency: agreement(ranks),
    urgencyKappa: quadraticKappa(ranks, urgencyLevels),
    category: agreement(categories),
    signalsF1: f1OfSets(signalPairs(posts, stands)),
  };
}

function signalPairs(
  posts: readonly LabelledPost[],
  stands: readonly Assessment[],
): Pair<ReadonlySet<SignalCode>>[] {
  return posts.flatMap(({ signals, signals_disputed: disputed = [] }, index) => {
    const standing = stands[index];
    if (!signals || !standing) return [];
    const settled = (codes: readonly SignalCode[]): ReadonlySet<SignalCode> =>
      new Set(codes.filter((code) => !disputed.includes(code)));
    return [[settled(signals), settled(standing.signals.map(({ code }) => code))] as const];
  });
}
