import { type CauseGroup, type CauseTraits, type Run, type Shared, strengths } from './cause.js';
import { isNearDuplicate, Sets } from './copies.js';

/** Two groups are one incident when so much of the smaller lies in the other. */
const overlap = 0.5;
const hourMs = 60 * 60 * 1000;
const surest = 0.99;

/** Runs with cases in common become one group; a case that is in two goes to the surer. */
export function joinedGroups(
  runs: readonly Run[],
  cases: readonly CauseTraits[],
  least: number,
): CauseGroup[] {
  const byId = new Map(cases.map((each) => [each.caseId, each]));
  const taken = new Set<string>();
  const groups: CauseGroup[] = [];
  const candidates = merged(runs)
    .map((each) => groupOf(each, byId))
    .toSorted(surerFirst);
  for (const candidate of candidates) {
    const free = candidate.caseIds.some((id) => taken.has(id))
      ? groupOf(without(candidate.runs, taken), byId)
      : candidate;
    if (free.authors < least) continue;
    for (const id of free.caseIds) taken.add(id);
    const { runs: _, ...group } = free;
    groups.push(group);
  }
  return groups;
}

type Candidate = CauseGroup & { readonly runs: readonly Run[] };

function surerFirst(a: CauseGroup, b: CauseGroup): number {
  return b.sure - a.sure || b.caseIds.length - a.caseIds.length || (firstId(a) < firstId(b) ? -1 : 1);
}

const firstId = ({ caseIds }: CauseGroup): string => caseIds[0] ?? '';

function without(runs: readonly Run[], taken: ReadonlySet<string>): Run[] {
  return runs.map(({ shared, caseIds }) => ({ shared, caseIds: caseIds.filter((id) => !taken.has(id)) }));
}

/** Runs as sets of those that overlap enough. */
function merged(runs: readonly Run[]): Run[][] {
  const runsOfCase = new Map<string, number[]>();
  for (const [index, { caseIds }] of runs.entries()) {
    for (const id of caseIds) runsOfCase.set(id, [...(runsOfCase.get(id) ?? []), index]);
  }
  const common = new Map<string, number>();
  for (const indexes of runsOfCase.values()) {
    for (const [place, a] of indexes.entries()) {
      for (const b of indexes.slice(place + 1)) common.set(`${a} ${b}`, (common.get(`${a} ${b}`) ?? 0) + 1);
    }
  }
  const sets = new Sets(runs.length);
  for (const [pair, count] of common) {
    const [a = 0, b = 0] = pair.split(' ').map(Number);
    const smaller = Math.min(runs[a]?.caseIds.length ?? 0, runs[b]?.caseIds.length ?? 0);
    if (count >= smaller * overlap) sets.join(a, b);
  }
  const found = new Map<number, Run[]>();
  for (const [index, run] of runs.entries()) {
    const root = sets.rootOf(index);
    found.set(root, [...(found.get(root) ?? []), run]);
  }
  return [...found.values()];
}

function groupOf(runs: readonly Run[], byId: ReadonlyMap<string, CauseTraits>): Candidate {
  const ids = new Set(runs.flatMap(({ caseIds }) => caseIds));
  const members = [...byId.values()].filter(({ caseId }) => ids.has(caseId));
  const hour = hourOf(members);
  const shares = sharesOf(runs, members, hour);
  const sureOf = new Map(members.map(({ caseId }) => [caseId, sureOfCase(caseId, runs, hour)]));
  return {
    scope: members[0]?.scope ?? '',
    runs,
    caseIds: members.map(({ caseId }) => caseId),
    shares,
    sure: together(shares.map(({ code, cases }) => (strengths[code] * cases) / members.length)),
    sureOf,
    authors: new Set(members.map(({ author }) => author)).size,
    coordinated: isCoordinated(members),
  };
}

/** The chance that not all of them are mistaken. */
function together(chances: readonly number[]): number {
  const sure = 1 - chances.reduce((wrong, chance) => wrong * (1 - chance), 1);
  return Math.round(Math.min(surest, sure) * 100) / 100;
}

function sureOfCase(caseId: string, runs: readonly Run[], hour: Shared | undefined): number {
  const codes = new Set(
    runs.filter(({ caseIds }) => caseIds.includes(caseId)).map(({ shared }) => shared.code),
  );
  if (hour) codes.add('hour');
  return together([...codes].map((code) => strengths[code]));
}

function sharesOf(
  runs: readonly Run[],
  members: readonly CauseTraits[],
  hour: Shared | undefined,
): readonly Shared[] {
  const all = new Map<string, { shared: Run['shared']; ids: Set<string> }>();
  for (const { shared, caseIds } of runs) {
    const key = `${shared.code} ${shared.key}`;
    const known = all.get(key) ?? { shared, ids: new Set<string>() };
    for (const id of caseIds) known.ids.add(id);
    all.set(key, known);
  }
  const found = [...all.values()]
    .map(({ shared, ids }) => ({ ...shared, cases: ids.size }))
    .filter(({ cases }) => cases > 0);
  const ranked = (hour ? [...found, hour] : found).toSorted(
    (a, b) => strengths[b.code] - strengths[a.code] || b.cases - a.cases || (a.key < b.key ? -1 : 1),
  );
  return members.length === 0 ? [] : ranked;
}

/** The hour in which all of them were posted, if there is one. */
function hourOf(members: readonly CauseTraits[]): Shared | undefined {
  const [first, last] = [members[0], members.at(-1)];
  if (!first || !last || last.at.getTime() - first.at.getTime() > hourMs) return undefined;
  const from = first.at.toISOString();
  return { code: 'hour', key: from, shown: from, cases: members.length };
}

/** So many copies by new people, in so short a time, are not written by so many people. */
const floodAuthors = 10;
const floodMs = 15 * 60 * 1000;

function isCoordinated(members: readonly CauseTraits[]): boolean {
  const fresh = members.filter(({ isFresh, sketch }) => isFresh && sketch !== undefined);
  for (const [index, first] of fresh.entries()) {
    const last = fresh[index + floodAuthors - 1];
    if (!last) return false;
    const window = fresh.slice(index).filter(({ at }) => at.getTime() - first.at.getTime() <= floodMs);
    const same = window.filter(({ sketch }) => isNearDuplicate(first.sketch, sketch));
    if (new Set(same.map(({ author }) => author)).size >= floodAuthors) return true;
  }
  return false;
}
