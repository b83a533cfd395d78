/** A time until something happened, or the time for which it is known not to have happened. */
export interface CensoredTime {
  /** Any unit, the same for all; `Infinity` for what never can happen any more. */
  readonly time: number;
  /** False while it has not happened: then `time` says for how long. */
  readonly happened: boolean;
}

/** A step of the curve: from this time on, so many still wait. */
export interface SurvivalStep {
  readonly time: number;
  /** Share that still waits just after `time`, 0 to 1. */
  readonly waiting: number;
  /** Bounds of that share, 95 %: Greenwood's variance on the scale of log(-log). */
  readonly from: number;
  readonly to: number;
}

/** A time by which a share has it; `reached` is false while too few have it to say. */
export type CensoredQuantile =
  | {
      readonly reached: true;
      readonly time: number;
      /** Bounds of the time, 95 %; the upper one is absent where it is not reached. */
      readonly from: number;
      readonly to?: number;
    }
  | { readonly reached: false };

const z95 = 1.959964;

/** Products of fractions are a hair above or below the share that they stand for. */
const hair = 1e-9;

/**
 * The product-limit estimate of how many still wait (E. L. Kaplan, P. Meier, "Nonparametric Estimation from Incomplete
 * Observations", JASA 53 (1958), 457-481). What has not happened yet counts as waiting for as long as it is known to
 * wait, instead of being left out, as averages over what is finished leave it out. At equal times what happened comes
 * before what is censored.
 */
export function survival(times: readonly CensoredTime[]): readonly SurvivalStep[] {
  const sorted = times.toSorted((a, b) => a.time - b.time || Number(b.happened) - Number(a.happened));
  const steps: SurvivalStep[] = [];
  let atRisk = sorted.length;
  let waiting = 1;
  let greenwood = 0;
  for (let index = 0; index < sorted.length;) {
    const time = sorted[index]?.time ?? Infinity;
    let [happened, gone] = [0, 0];
    for (; sorted[index]?.time === time; index += 1) {
      gone += 1;
      if (sorted[index]?.happened) happened += 1;
    }
    if (happened > 0) {
      waiting *= (atRisk - happened) / atRisk;
      greenwood += happened / (atRisk * (atRisk - happened));
      steps.push({ time, waiting, ...boundsOf(waiting, greenwood) });
    }
    atRisk -= gone;
  }
  return steps;
}

/** Where nobody waits any more the variance is not defined: the bounds are the value. */
function boundsOf(waiting: number, greenwood: number): { readonly from: number; readonly to: number } {
  if (waiting <= hair) return { from: 0, to: 0 };
  const spread = (z95 * Math.sqrt(greenwood)) / Math.abs(Math.log(waiting));
  return { from: waiting ** Math.exp(spread), to: waiting ** Math.exp(-spread) };
}

/**
 * The first time by which at least `share` have it: 0.5 for the median. Without censoring it is the quantile of the
 * times themselves (the smallest one that at least `share` of them do not exceed).
 */
export function quantileOf(steps: readonly SurvivalStep[], share: number): CensoredQuantile {
  const left = 1 - share + hair;
  const found = steps.find((step) => step.waiting <= left);
  if (!found) return { reached: false };
  const from = steps.find((step) => step.from <= left)?.time ?? found.time;
  const to = steps.find((step) => step.to <= left)?.time;
  return { reached: true, time: found.time, from, ...(to === undefined ? {} : { to }) };
}
