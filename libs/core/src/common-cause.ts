import type { Bucket, CauseGroup, CauseLimits, CauseTraits, Named, Run, SharedCode } from './cause.js';
import { joinedGroups } from './cause-groups.js';
import { copies } from './copies.js';

const hourMs = 60 * 60 * 1000;

/**
 * Groups cases by what they have in common: cases of at least so many people within so many hours that share one
 * thing. Does not depend on the order of the cases; the work grows with their number, not with its square.
 */
export function groupByCause(cases: readonly CauseTraits[], limits: CauseLimits): CauseGroup[] {
  const sorted = cases.toSorted((a, b) => a.at.getTime() - b.at.getTime() || (a.caseId < b.caseId ? -1 : 1));
  const runs = bucketsOf(sorted, limits).flatMap((bucket) => runsOf(bucket, limits.cases));
  return joinedGroups(runs, sorted, limits.cases);
}

function bucketsOf(cases: readonly CauseTraits[], limits: CauseLimits): Bucket[] {
  const buckets = new Map<string, Bucket>();
  const withinMs = limits.withinHours * hourMs;
  const put = (each: CauseTraits, code: SharedCode, named: Named, besides: string, within: number): void => {
    const key = [each.scope, code, named.key, besides].join('\n');
    const bucket = buckets.get(key);
    if (bucket) bucket.members.push(each);
    else {
      const shared = { code, key: named.key, shown: named.shown };
      buckets.set(key, { key, shared, withinMs: within, members: [each] });
    }
  };
  for (const each of cases) {
    for (const courier of each.couriers) put(each, 'courier', courier, '', withinMs);
    for (const product of each.products) put(each, 'product', product, '', withinMs);
    // A place alone is not yet a cause: the same must go wrong there, or at the same time.
    const places = each.location ? [each.location, ...each.places] : each.places;
    for (const place of places) {
      if (each.failure !== 'other') put(each, 'location', place, each.failure, withinMs);
      put(each, 'location', place, 'hour', Math.min(hourMs, withinMs));
    }
  }
  for (const [each, original] of copies(cases)) {
    put(each, 'near_duplicate', { key: original, shown: '' }, '', withinMs);
  }
  return [...buckets.values()];
}

/** The stretches of time in which enough different people share it: a shop with a complaint a day is no incident. */
function runsOf({ members, withinMs, shared }: Bucket, least: number): Run[] {
  const runs: { from: number; to: number }[] = [];
  const inside = new Map<string, number>();
  let from = 0;
  for (const [to, each] of members.entries()) {
    inside.set(each.author, (inside.get(each.author) ?? 0) + 1);
    for (let first = members[from]; first && each.at.getTime() - first.at.getTime() > withinMs;) {
      const left = (inside.get(first.author) ?? 1) - 1;
      if (left > 0) inside.set(first.author, left);
      else inside.delete(first.author);
      from += 1;
      first = members[from];
    }
    if (inside.size < least) continue;
    const last = runs.at(-1);
    if (last && from <= last.to) last.to = to;
    else runs.push({ from, to });
  }
  return runs.map((run) => ({
    shared,
    caseIds: members.slice(run.from, run.to + 1).map(({ caseId }) => caseId),
  }));
}
