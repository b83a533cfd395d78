import type { CaseMeasures, MoneyPolicy, WorkingAxis } from '@heard/core';
import type { ReportHead } from '../views.js';
import type { Week } from './period.js';

/** A case with where it came from. */
export interface ReportCase {
  readonly measures: CaseMeasures;
  readonly platform: string;
  readonly brandId?: string;
  readonly locationId?: string;
}

/** What reports know beside the cases. */
export interface ReportWorld {
  readonly head: Omit<ReportHead, 'cases'>;
  readonly now: Date;
  readonly weeks: readonly Week[];
  /** Amounts in another currency are in no sum. */
  readonly currency: string;
  /** What the director had set when the case was opened. */
  moneyOf(policyVersion: number): MoneyPolicy;
  /** The working hours under which the case was opened. */
  axisOf(policyVersion: number): WorkingAxis;
  /** Of a brand, a location or a person. */
  nameOf(id: string): string | undefined;
}

/** What belongs together, by a key; the most first. */
export function grouped<T, K>(all: readonly T[], keyOf: (each: T) => K): [K, T[]][] {
  const groups = new Map<K, T[]>();
  for (const each of all) {
    const key = keyOf(each);
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return [...groups].toSorted(([, a], [, b]) => b.length - a.length);
}
