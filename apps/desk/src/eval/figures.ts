import { assess } from '@heard/understanding';
import type { Peer } from '../peers/peer.js';
import { hasTrainingSide, type MeasuredPost, readCorpora, readMeasured } from '../train/corpora.js';
import { type GoldLine, ownGold, peerGold, readGold } from './gold.js';
import { ownFigures, peerFigures, type SentimentLine } from './sentiment.js';
import { goldSummary, sentimentSummary } from './summary.js';

/** Figures of our own assessor and of its peers, over the same posts, in the same run. */
export async function evalFigures(data?: string, gold?: string): Promise<object[]> {
  const say = (text: string): void => void process.stderr.write(`${text}\n`);
  const sets = data === undefined ? new Map<string, MeasuredPost[]>() : await readMeasured(data);
  const posts = gold === undefined ? [] : await readGold(gold);
  if (sets.size === 0 && posts.length === 0) return [];
  const peers = await peersOf(data, (text) => say(`figures: ${text}`));
  const bySentiment: SentimentLine[] = ownFigures(sets);
  const byGold: GoldLine[] = await ownGold(posts);
  for (const peer of peers) {
    say(`figures: asking ${peer.name}`);
    bySentiment.push(...(await peerFigures(peer, sets, (text) => assess({ text }).language)));
    byGold.push(...(await peerGold(peer, posts)));
  }
  say(sentimentSummary(bySentiment));
  say(goldSummary(byGold));
  return [...bySentiment, ...byGold];
}

/** The peers are development tools: they are loaded only to be measured. */
async function peersOf(data: string | undefined, say: (text: string) => void): Promise<readonly Peer[]> {
  const { makePeers } = await import('../peers/peers.js');
  const hasTraining = data !== undefined && (await hasTrainingSide(data));
  if (!hasTraining) say("there is nothing to learn from, so natural's Bayes classifier is left out");
  const learned = hasTraining ? [...(await readCorpora(data, 'train')).values()].flat() : [];
  return makePeers(learned, say);
}
