import { unsureWidths } from '@heard/core';
import type { Calibration, MeasuredUnsure, Three } from '../model/weights.js';
import { atWidth } from '../unsure/at-width.js';
import { leanOf, weigh } from '../model/attitude.js';
import type { Label } from './sample.js';

/** Scores of a post that was not learned from, and what it is. */
export interface Held {
  readonly scores: Three;
  readonly label: Label;
}

const rounds = 2_000;
const rate = 0.5;

/** Temperature and bias that make the probabilities honest (vector scaling with one slope: Guo et al. 2017). */
export function calibrate(held: readonly Held[]): Calibration {
  let inverse = 1;
  const bias: [number, number, number] = [0, 0, 0];
  for (let round = 0; round < rounds; round += 1) {
    let slope = 0;
    const shift: [number, number, number] = [0, 0, 0];
    for (const { scores, label } of held) {
      const { probabilities } = weigh(scores, { temperature: 1 / inverse, bias });
      for (let at = 0; at < 3; at += 1) {
        const wrong = (probabilities[at] ?? 0) - (at === label ? 1 : 0);
        slope += wrong * (scores[at] ?? 0);
        shift[at as 0] += wrong;
      }
    }
    const step = (rate * (1 - round / rounds)) / held.length;
    inverse = Math.max(inverse - (step * slope) / 4, 0.02);
    for (let at = 0; at < 3; at += 1) bias[at as 0] -= step * (shift[at as 0] ?? 0) * 4;
  }
  return { temperature: round4(1 / inverse), bias: [round4(bias[0]), round4(bias[1]), round4(bias[2])] };
}

/** What each width of the unsure band costs and brings. */
export function expectedErrors(held: readonly Held[]): MeasuredUnsure {
  const judged = held.map(({ scores, label }) => {
    return { lean: leanOf(scores), negative: label === 0, weight: 1 };
  });
  return { posts: held.length, widths: unsureWidths.map((width) => atWidth(judged, width)) };
}

function round4(value: number): number {
  return Number(value.toFixed(4));
}
