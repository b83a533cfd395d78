import type { Three } from '../model/weights.js';
import type { Recalibration } from './adaptation.js';
import { probabilitiesOf } from './example.js';

/** Fewer labels than this would move more by chance than by what they say. */
export const fewestForRecalibration = 30;

/** What a recalibration is fitted to. */
export interface Judged {
  readonly logits: Three;
  readonly label: number;
  readonly weight: number;
}

/** How much the labels must say before the slope and the shift leave "as it is": a bell curve around it. */
const slopeSpread = 0.4;
const shiftSpread = 1.2;
const flattest = 0.6;
const steepest = 2;
const farthestShift = 2.5;
const rounds = 300;

/**
 * Temperature and bias anew, from few labels (vector scaling with one slope: Guo et al. 2017, drawn towards no change
 * as Platt did for small sets), by gradient ascent. Bounded whatever the labels say.
 */
export function recalibrate(judged: readonly Judged[]): Recalibration {
  let slope = 1;
  const shift: [number, number, number] = [0, 0, 0];
  const total = judged.reduce((sum, { weight }) => sum + weight, 0);
  const rate = 1 / Math.max(total, 1);
  for (let round = 0; round < rounds; round += 1) {
    let slopeGradient = (slope - 1) / slopeSpread ** 2;
    const gradient = shift.map((each) => each / shiftSpread ** 2);
    for (const { logits, label, weight } of judged) {
      const p = probabilitiesOf([
        slope * logits[0] + shift[0],
        slope * logits[1] + shift[1],
        slope * logits[2] + shift[2],
      ]);
      for (let at = 0; at < 3; at += 1) {
        const wrong = weight * ((p[at] ?? 0) - (at === label ? 1 : 0));
        slopeGradient += wrong * (logits[at] ?? 0);
        gradient[at] = (gradient[at] ?? 0) + wrong;
      }
    }
    slope = between(flattest, slope - 0.15 * rate * slopeGradient, steepest);
    for (let at = 0; at < 3; at += 1) {
      shift[at as 0] = between(-farthestShift, (shift[at] ?? 0) - rate * (gradient[at] ?? 0), farthestShift);
    }
  }
  const [a, b, c] = shift;
  return { slope: round4(slope), shift: [round4(a), round4(b), round4(c)] };
}

function between(least: number, value: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}

function round4(value: number): number {
  return Number(value.toFixed(4));
}
