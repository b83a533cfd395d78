/** A place in the trie while it grows: what is known once the words up to here were met. */
export class Branch<Output> {
  outputs: readonly Output[] = nothing;
  /** By the class of the word that leads on; one empty map for the thousands that lead nowhere, as for the gaps. */
  children: ReadonlyMap<number, Branch<Output>> = nowhere;
  /** What follows after up to so many words of any kind. */
  gaps: ReadonlyMap<number, Branch<Output>> = nowhere;

  /** The place behind a class of words, made where there was none. */
  behind(id: number): Branch<Output> {
    const known = this.children.get(id);
    if (known) return known;
    const fresh = new Branch<Output>();
    this.children = withKey(this.children, id, fresh);
    return fresh;
  }

  /** The place behind a gap, made where there was none. */
  behindGap(widest: number): Branch<Output> {
    const known = this.gaps.get(widest);
    if (known) return known;
    const fresh = new Branch<Output>();
    this.gaps = withKey(this.gaps, widest, fresh);
    return fresh;
  }
}

const nothing: readonly never[] = [];
const nowhere = new Map<number, never>();

function withKey<T>(map: ReadonlyMap<number, T>, key: number, value: T): ReadonlyMap<number, T> {
  return (map === nowhere ? new Map<number, T>() : (map as Map<number, T>)).set(key, value);
}

/** Numbers of a node: the bits of the classes that go on from it, and where its followers and outputs begin and end. */
const width = 8;

/**
 * All patterns as one trie in flat tables of numbers: a walk leads to thousands of places of it at random, and objects so
 * scattered would not stay near the processor. A node's children stand side by side, and behind them what follows its gaps.
 */
export class PatternTrie<Output> {
  private readonly nodes: Int32Array;
  /** What leads to a node: the class of a word, or the width of a gap. */
  private readonly keys: Int32Array;
  private readonly outputs: Output[] = [];
  private readonly openings = new Map<number, number>();
  private size = 0;

  constructor({ children: openings }: Branch<Output>) {
    let count = 0;
    const countAll = ({ children, gaps }: Branch<Output>): void => {
      count += 1;
      children.forEach(countAll);
      gaps.forEach(countAll);
    };
    openings.forEach(countAll);
    this.nodes = new Int32Array(width * count);
    this.keys = new Int32Array(count);
    for (const [id, branch] of openings) {
      const node = this.place(id);
      this.openings.set(id, node);
      this.fill(node, branch);
    }
  }

  /** The node behind the first word of a pattern, by its class. */
  opening(id: number): number | undefined {
    return this.openings.get(id);
  }

  /** The bits of the classes that go on from a node: most words are turned away by them without a look at the children. */
  lowBits(node: number): number {
    return this.nodes[width * node] ?? 0;
  }

  highBits(node: number): number {
    return this.nodes[width * node + 1] ?? 0;
  }

  /** The first child of a node; those up to `firstGap` follow. */
  firstChild(node: number): number {
    return this.nodes[width * node + 2] ?? 0;
  }

  firstGap(node: number): number {
    return this.nodes[width * node + 3] ?? 0;
  }

  endOfGaps(node: number): number {
    return this.nodes[width * node + 4] ?? 0;
  }

  firstOutput(node: number): number {
    return this.nodes[width * node + 5] ?? 0;
  }

  endOfOutputs(node: number): number {
    return this.nodes[width * node + 6] ?? 0;
  }

  key(node: number): number {
    return this.keys[node] ?? 0;
  }

  output(at: number): Output {
    return this.outputs[at] as Output;
  }

  private place(key: number): number {
    const node = this.size;
    this.keys[node] = key;
    this.size += 1;
    return node;
  }

  private fill(node: number, { children, gaps, outputs }: Branch<Output>): void {
    const placed = (branches: ReadonlyMap<number, Branch<Output>>): [number, Branch<Output>][] =>
      [...branches].map(([key, branch]) => [this.place(key), branch]);
    const firstOutput = this.outputs.push(...outputs) - outputs.length;
    const firstChild = this.size;
    const below = placed(children);
    const firstGap = this.size;
    below.push(...placed(gaps));
    let lowBits = 0;
    let highBits = 0;
    for (const id of children.keys()) {
      lowBits |= lowBitOf(id);
      highBits |= highBitOf(id);
    }
    const endOfOutputs = firstOutput + outputs.length;
    this.nodes.set(
      [lowBits, highBits, firstChild, firstGap, this.size, firstOutput, endOfOutputs],
      width * node,
    );
    for (const [child, branch] of below) this.fill(child, branch);
  }
}

/** One bit for each class by the low digit of its number, several to a bit. */
export function lowBitOf(id: number): number {
  return 1 << (id & 31);
}

/** Another by the high one. */
export function highBitOf(id: number): number {
  return 1 << ((id >>> 5) & 31);
}
