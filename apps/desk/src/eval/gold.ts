import { readFile } from 'node:fs/promises';
import type { Sentiment } from '@heard/core';
import {
  agreement,
  assess,
  f1Of,
  type LabelledPost,
  modelName,
  type Pair,
  type ReaderScore,
  scoreReaders,
} from '@heard/understanding';
import type { Peer, PeerLanguage } from '../peers/peer.js';

/** A post labelled by the rubric, with its language. */
export interface GoldPost extends LabelledPost {
  readonly lang?: PeerLanguage;
}

/** How a reader agrees with the people who labelled, over all posts or those of one language. */
export interface GoldLine extends Partial<ReaderScore> {
  readonly eval: 'gold';
  readonly by: string;
  readonly of: string;
  readonly note?: string;
}

/** The posts of a file of JSON lines. */
export async function readGold(file: string): Promise<GoldPost[]> {
  return (await readFile(file, 'utf8'))
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as GoldPost);
}

/** Our own assessor. */
export async function ownGold(posts: readonly GoldPost[]): Promise<GoldLine[]> {
  const by = modelName();
  const lines: GoldLine[] = [];
  for (const { of, some } of groupsOf(posts)) {
    lines.push({ eval: 'gold', by, of, ...(await scoreReaders(some, assess)) });
  }
  return lines;
}

const sentiments: readonly Sentiment[] = ['negative', 'neutral', 'positive'];

/** Another package: it knows sentiments only, so each negative post is taken for a complaint. */
export async function peerGold(peer: Peer, posts: readonly GoldPost[]): Promise<GoldLine[]> {
  const verdicts = new Map<GoldPost, Sentiment>();
  for (const post of posts) {
    const { text, lang } = post;
    if (!lang || !peer.languages.includes(lang)) continue;
    verdicts.set(post, sentiments[(await peer.read(text, lang)).given] ?? 'neutral');
  }
  const read = posts.filter((post) => verdicts.has(post));
  return groupsOf(read).map(({ of, some }) => ({
    eval: 'gold',
    by: peer.name,
    of,
    posts: some.length,
    ...agreementOf(some, verdicts),
    note: 'knows sentiments only: each negative post is taken for a complaint',
  }));
}

function agreementOf(posts: readonly GoldPost[], verdicts: ReadonlyMap<GoldPost, Sentiment>) {
  const given = (post: GoldPost): Sentiment => verdicts.get(post) ?? 'neutral';
  const pairs = posts.flatMap((post) =>
    post.sentiment ? [[post.sentiment, given(post)] as Pair<Sentiment>] : [],
  );
  const complaints = posts.flatMap((post): Pair<boolean>[] =>
    post.intent ? [[post.intent === 'complaint', given(post) === 'negative']] : [],
  );
  return {
    sentiment: agreement(pairs),
    negativeF1: f1Of('negative', pairs),
    complaintF1: f1Of(true, complaints),
  };
}

function groupsOf(posts: readonly GoldPost[]): { of: string; some: GoldPost[] }[] {
  const languages = [...new Set(posts.flatMap(({ lang }) => lang ?? []))].toSorted();
  const groups = languages.map((of) => ({ of, some: posts.filter(({ lang }) => lang === of) }));
  return posts.length === 0 ? [] : [...groups, { of: 'all', some: [...posts] }];
}
