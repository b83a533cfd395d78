import type { Language } from '@heard/core';

/**
 * Of a hundred posts of each language by which the shipped weights were calibrated, so many are negative: counted over
 * the training side of the corpora, which every training keeps the same tenth of back.
 */
export const usualNegative: Readonly<Record<Language, number>> = {
  ru: 0.183,
  uk: 0.14,
  en: 0.236,
  other: 0.195,
};

/** Fewer posts say too little of what is usual. */
export const fewestForPrior = 200;
/** No page is taken to have fewer or more complaints than this. */
const least = 0.02;
const most = 0.95;
/**
 * What is learned is taken by half. Where people also write differently than in the corpora the method goes too far:
 * on pages whose share was known to be 0.63 it found 0.80 to 0.94, and half of the way was best.
 */
const damping = 0.5;
/** Log-odds move by at most this: complaints count for at most 4.5 times what they did. */
const farthest = 1.5;
const mostRounds = 300;
const close = 1e-5;

/** How usual complaints are on a page, and what that does to the log-odds of negative. */
export interface PriorEstimate {
  readonly posts: number;
  /** The share of negative that the model was calibrated by. */
  readonly usual: number;
  /** The share that the stream of this workspace says. */
  readonly here: number;
  readonly shift: number;
}

/**
 * The share of negative posts in a stream without a single label: expectation-maximisation over the calibrated
 * probabilities (Saerens, Latinne and Decaestecker 2002, "Adjusting the outputs of a classifier to new a priori
 * probabilities"), negative against the rest. Undefined while there are too few posts.
 */
export function estimatePrior(probabilities: readonly number[], usual: number): PriorEstimate | undefined {
  const posts = probabilities.length;
  if (posts < fewestForPrior || !(usual > 0 && usual < 1)) return undefined;
  let here = usual;
  for (let round = 0; round < mostRounds; round += 1) {
    const odds = logOdds(here) - logOdds(usual);
    let sum = 0;
    for (const p of probabilities) sum += shifted(p, odds);
    const next = Math.min(Math.max(sum / posts, least), most);
    const moved = Math.abs(next - here);
    here = next;
    if (moved < close) break;
  }
  const shift = damping * (logOdds(here) - logOdds(usual));
  return {
    posts,
    usual,
    here: Number(here.toFixed(4)),
    shift: Number(Math.min(Math.max(shift, -farthest), farthest).toFixed(4)),
  };
}

function shifted(p: number, odds: number): number {
  const bounded = Math.min(Math.max(p, 1e-6), 1 - 1e-6);
  return 1 / (1 + Math.exp(-(logOdds(bounded) + odds)));
}

function logOdds(p: number): number {
  return Math.log(p / (1 - p));
}
