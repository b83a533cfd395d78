import type { FoundPromise } from '@heard/core';
import { findPromises } from './find-promises.js';

/** An answer with the promises that a person found in it; times as ISO 8601 text, null when vague. */
export interface LabelledAnswer {
  readonly text: string;
  readonly at: string;
  readonly timeZone: string;
  readonly promises: readonly {
    readonly start: number;
    readonly end: number;
    readonly due: string | null;
    readonly vague: boolean;
  }[];
}

/** How well promises are found: shares from 0 to 1 over `n` labelled answers. */
export interface PromiseScore {
  readonly n: number;
  readonly recall: number;
  readonly precision: number;
  /** Of the promises that were found, those whose due time (or vagueness) is exactly right. */
  readonly dueExact: number;
}

/** Compares what is found with the labels: one to one, when at least half of the shorter one lies in the other. */
export function scorePromises(answers: readonly LabelledAnswer[]): PromiseScore {
  let [labelled, found, matched, exact] = [0, 0, 0, 0];
  for (const answer of answers) {
    const at = new Date(answer.at);
    const left = findPromises({ text: answer.text, at, timeZone: answer.timeZone });
    labelled += answer.promises.length;
    found += left.length;
    for (const promise of answer.promises) {
      const index = left.findIndex((each) => overlaps(each, promise));
      const [match] = index < 0 ? [] : left.splice(index, 1);
      if (!match) continue;
      matched += 1;
      const due = promise.due === null ? undefined : Date.parse(promise.due);
      if (match.vague === promise.vague && match.due?.getTime() === due) exact += 1;
    }
  }
  return {
    n: answers.length,
    recall: share(matched, labelled),
    precision: share(matched, found),
    dueExact: share(exact, matched),
  };
}

const share = (part: number, whole: number): number =>
  whole === 0 ? 1 : Math.round((part / whole) * 1_000) / 1_000;

function overlaps(
  a: Pick<FoundPromise, 'start' | 'end'>,
  b: { readonly start: number; readonly end: number },
): boolean {
  const both = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return both >= Math.min(a.end - a.start, b.end - b.start) / 2;
}
