import { containerBootstrap } from '@nlpjs/core';
import { LangEn } from '@nlpjs/lang-en';
import { LangRu } from '@nlpjs/lang-ru';
import { LangUk } from '@nlpjs/lang-uk';
import { SentimentAnalyzer } from '@nlpjs/sentiment';
import multilang from 'multilang-sentiment';
import NaturalAnalyzer from 'natural/lib/natural/sentiment/SentimentAnalyzer.js';
import english from 'natural/lib/natural/stemmers/porter_stemmer.js';
import type { TrainingPost } from '@heard/understanding';
import { bayesPeer } from './bayes.js';
import { byScore, type Peer, type PeerLanguage } from './peer.js';

const all: readonly PeerLanguage[] = ['ru', 'uk', 'en'];

/** Every package that the assessor is compared with; the learning one learns from these posts, where there are some. */
export async function makePeers(
  posts: readonly TrainingPost[],
  say: (text: string) => void,
): Promise<readonly Peer[]> {
  const learning = posts.length > 0 ? [bayesPeer(posts, say)] : [];
  return [await nlpjsPeer(), multilangPeer(), naturalPeer(), ...learning];
}

/** Dictionaries of judging words with the stemmers of nlp.js. */
async function nlpjsPeer(): Promise<Peer> {
  const container = await containerBootstrap();
  for (const Language of [LangRu, LangUk, LangEn]) container.use(Language);
  const analyzer = new SentimentAnalyzer({ container });
  return {
    name: '@nlpjs/sentiment',
    languages: all,
    read: async (text, locale) => byScore((await analyzer.process({ locale, text })).sentiment.score),
  };
}

/** A translated list of judging words, looked through for each word by similarity. */
function multilangPeer(): Peer {
  const mostPerSet = 40;
  return {
    name: 'multilang-sentiment',
    languages: all,
    mostPerSet,
    note: `some ten posts a second: at most ${mostPerSet} posts of a set, drawn at random`,
    read: (text, language) => byScore(multilang(text, language).score),
  };
}

/** AFINN with a stemmer; natural has it for English only. */
function naturalPeer(): Peer {
  const analyzer = new NaturalAnalyzer('English', english, 'afinn');
  return {
    name: 'natural, AFINN analyser',
    languages: ['en'],
    read: (text) => byScore(analyzer.getSentiment(text.split(/[^\p{L}']+/u).filter((word) => word !== ''))),
  };
}
