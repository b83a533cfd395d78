import { randomFrom } from '../random.js';
import { decisionOf, type Example } from './example.js';

/** A figure with the bounds between which it likely lies, 95 %. */
export interface Bounded {
  readonly value: number;
  readonly from: number;
  readonly to: number;
}

/** What an adaptation does to labels that it was not fitted to. */
export interface HeldBack {
  /** Labels from the random sample: only these tell how often it is right. */
  readonly drawn: number;
  readonly right: { readonly before: number; readonly after: number; readonly gain: Bounded };
  readonly negativeF1: { readonly before: number; readonly after: number; readonly gain: Bounded };
  /** Of a hundred redrawings of the labels, so many in which the F1 of negative rises, 0 to 1. */
  readonly certainty: number;
  /** Of the corrections that people came upon, how many the adapted model would have got right by itself. */
  readonly found: { readonly labels: number; readonly after: number };
  /** Certain enough to be switched on. */
  readonly helps: boolean;
}

const redrawings = 1_000;
/** An adaptation helps when it does in so many of a hundred redrawings, and the share of right verdicts does not fall. */
const enoughCertainty = 0.9;

interface Judged {
  readonly label: number;
  readonly weight: number;
  readonly before: number;
  readonly after: number;
}

/**
 * Compares the verdicts before and after on the same labels, each as heavy as the mentions for which it was drawn. The
 * bounds are percentiles of a bootstrap over the labels (Efron 1979), seeded, so that the same labels give the same
 * figures.
 */
export function measure(examples: readonly Example[], decide: (example: Example) => number): HeldBack {
  const judged = examples.map((example) => ({
    label: example.label,
    weight: example.weight,
    isDrawn: example.isDrawn,
    before: decisionOf(example, example.logits),
    after: decide(example),
  }));
  const drawn = judged.filter(({ isDrawn }) => isDrawn);
  const found = judged.filter(({ isDrawn }) => !isDrawn);
  const whole = compare(drawn);
  const rightGains: number[] = [];
  const f1Gains: number[] = [];
  const random = randomFrom(drawn.length);
  for (let round = 0; round < redrawings && drawn.length > 0; round += 1) {
    const again = drawn.map(() => drawn[Math.floor(random() * drawn.length)] as Judged);
    const { right, f1 } = compare(again);
    rightGains.push(right.after - right.before);
    f1Gains.push(f1.after - f1.before);
  }
  const certainty = f1Gains.filter((gain) => gain > 0).length / Math.max(f1Gains.length, 1);
  const rightGain = bounded(whole.right.after - whole.right.before, rightGains);
  return {
    drawn: drawn.length,
    right: { before: round3(whole.right.before), after: round3(whole.right.after), gain: rightGain },
    negativeF1: {
      before: round3(whole.f1.before),
      after: round3(whole.f1.after),
      gain: bounded(whole.f1.after - whole.f1.before, f1Gains),
    },
    certainty: round3(certainty),
    found: { labels: found.length, after: found.filter(({ label, after }) => label === after).length },
    helps: certainty >= enoughCertainty && rightGain.value >= 0,
  };
}

function compare(judged: readonly Judged[]) {
  const sum = (of: (each: Judged) => boolean): number =>
    judged.reduce((total, each) => total + (of(each) ? each.weight : 0), 0);
  const all = sum(() => true) || 1;
  const negative = sum(({ label }) => label === 0);
  const f1 = (said: (each: Judged) => number): number => {
    const hit = sum((each) => each.label === 0 && said(each) === 0);
    const both = sum((each) => said(each) === 0) + negative;
    return both === 0 ? 1 : (2 * hit) / both;
  };
  return {
    right: {
      before: sum(({ label, before }) => label === before) / all,
      after: sum(({ label, after }) => label === after) / all,
    },
    f1: { before: f1(({ before }) => before), after: f1(({ after }) => after) },
  };
}

function bounded(value: number, redrawn: readonly number[]): Bounded {
  const sorted = redrawn.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(Math.floor(share * sorted.length), sorted.length - 1)] ?? value;
  return { value: round3(value), from: round3(at(0.025)), to: round3(at(0.975)) };
}

function round3(value: number): number {
  return Number(value.toFixed(3));
}
