import type { CauseTraits } from './cause.js';
import { likeness, type Sketch, sketchBins } from './sketch.js';

/** From which likeness two texts count as the same one. */
export const nearDuplicate = 0.7;

/** True when both texts are known, and nearly the same. */
export function isNearDuplicate(a: Sketch | undefined, b: Sketch | undefined): boolean {
  return a !== undefined && b !== undefined && likeness(a, b) >= nearDuplicate;
}

/** Bins of one band: texts of a likeness of 0.7 agree in one of 16 such bands in 99 of 100 pairs. */
const bandBins = 4;

/**
 * The cases whose text is nearly that of another one, each with the case that stands for all its copies. Only texts
 * that agree in a band are compared (locality-sensitive hashing: Indyk and Motwani, 1998).
 */
export function copies(cases: readonly CauseTraits[]): [CauseTraits, string][] {
  const compared = cases.filter(
    (each): each is CauseTraits & { sketch: Sketch } => each.sketch !== undefined,
  );
  const sets = new Sets(compared.length);
  for (let band = 0; band < sketchBins / bandBins; band += 1) {
    for (const alike of byBand(compared, band).values()) join(alike, compared, sets);
  }
  const sizes = new Map<number, number>();
  for (const index of compared.keys()) {
    const root = sets.rootOf(index);
    sizes.set(root, (sizes.get(root) ?? 0) + 1);
  }
  return compared.flatMap((each, index): [CauseTraits, string][] => {
    const root = sets.rootOf(index);
    const original = compared[root]?.caseId;
    return original === undefined || (sizes.get(root) ?? 0) < 2 ? [] : [[each, original]];
  });
}

type Sketched = CauseTraits & { readonly sketch: Sketch };

function byBand(cases: readonly Sketched[], band: number): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const [index, { scope, sketch }] of cases.entries()) {
    const key = `${scope}\n${sketch.subarray(band * bandBins, (band + 1) * bandBins).join('.')}`;
    const known = found.get(key);
    if (known) known.push(index);
    else found.set(key, [index]);
  }
  return found;
}

/** So many different texts of a band are compared with; more in one band are no copies but a common way to write. */
const mostOriginals = 16;

/**
 * Joins what is alike. Each text is compared with the originals before it only, so that a flood, of one text or of
 * many that are half alike, costs no square. The cases come sorted: the same are compared whoever asks.
 */
function join(alike: readonly number[], cases: readonly Sketched[], sets: Sets): void {
  const originals: number[] = [];
  for (const index of alike) {
    let isCopy = false;
    for (const original of originals) {
      const [first, second] = [cases[original], cases[index]];
      if (!first || !second) continue;
      if (sets.rootOf(original) === sets.rootOf(index)) isCopy = true;
      else if (likeness(first.sketch, second.sketch) >= nearDuplicate) {
        sets.join(original, index);
        isCopy = true;
      }
    }
    if (!isCopy && originals.length < mostOriginals) originals.push(index);
  }
}

/** Disjoint sets of numbers; the smallest of each stands for it, whatever the order of joining. */
export class Sets {
  private readonly parents: number[];

  constructor(size: number) {
    this.parents = Array.from({ length: size }, (_, index) => index);
  }

  rootOf(index: number): number {
    let root = index;
    for (let parent = this.parents[root]; parent !== undefined && parent !== root;) {
      root = parent;
      parent = this.parents[root];
    }
    for (let at = index; at !== root;) {
      const next = this.parents[at] ?? root;
      this.parents[at] = root;
      at = next;
    }
    return root;
  }

  join(a: number, b: number): void {
    const [first, second] = [this.rootOf(a), this.rootOf(b)];
    this.parents[Math.max(first, second)] = Math.min(first, second);
  }
}
