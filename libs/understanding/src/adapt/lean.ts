import type { Three } from '../model/weights.js';
import { probabilitiesOf } from './example.js';

/** Fewer texts of the stream say too little of where the line lies best. */
export const fewestForLean = 200;
/** The line moves by at most this, in log-odds. */
const farthest = 1.5;

/** A text of the stream after all other layers. */
export interface Leaning {
  readonly logits: Three;
  /** What the general bias of its language added: decisions are made without it. */
  readonly bias: Three;
}

/**
 * Where the line between negative and the rest lies best on a page: added to the log-odds of negative when deciding,
 * not to the probabilities. Of all lines the one with the highest expected F1 of negative over the unlabelled stream,
 * going by its adapted probabilities (Lewis 1995, "Evaluating and optimizing autonomous text classification systems");
 * hundreds of texts without a label tell that better than fifty labels. Zero while there are too few.
 */
export function leanFor(stream: readonly Leaning[]): number {
  if (stream.length < fewestForLean) return 0;
  const posts = stream
    .map(({ logits, bias }) => ({ chance: probabilitiesOf(logits)[0], lead: leadOf(logits, bias) }))
    .toSorted((a, b) => b.lead - a.lead);
  const expected = posts.reduce((sum, { chance }) => sum + chance, 0);
  let [best, lean, hit] = [0, 0, 0];
  for (const [at, { chance, lead }] of posts.entries()) {
    hit += chance;
    const f1 = (2 * hit) / (at + 1 + expected);
    if (f1 > best) [best, lean] = [f1, -lead];
  }
  return Number(Math.min(Math.max(lean, -farthest), farthest).toFixed(4));
}

/** How far negative leads the best of the others where it is decided. */
function leadOf(logits: Three, bias: Three): number {
  return logits[0] - bias[0] - Math.max(logits[1] - bias[1], logits[2] - bias[2]);
}
