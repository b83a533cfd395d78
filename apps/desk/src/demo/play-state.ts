/** How far the demo has come; plain JSON, kept by the simulator in the same write as the platforms. */
export interface PlayState {
  /** Seconds of the script that have been played. */
  elapsed: number;
  /** The platform's id of everything that was said, by the saying's key. */
  readonly said: Record<string, string>;
  /** When, in seconds of the script, our answer to a saying was first seen; absent as long as there is none. */
  readonly answered: Record<string, number>;
  /** Sayings whose author has come back after our answer. */
  readonly cameBack: Record<string, true>;
  /** The next step of the bookshop's story is not taken before this second. */
  bookshopNotBefore: number;
  bookshopEnded: boolean;
}

const fresh: PlayState = {
  elapsed: 0,
  said: {},
  answered: {},
  cameBack: {},
  bookshopNotBefore: 0,
  bookshopEnded: false,
};

/** Reads what was kept; what is not of this shape means that nothing was played yet. */
export function playStateOf(kept: unknown): PlayState {
  const sound =
    typeof kept === 'object' &&
    kept !== null &&
    Object.entries(fresh).every(([key, value]) => typeof Reflect.get(kept, key) === typeof value);
  return structuredClone(sound ? (kept as PlayState) : fresh);
}
