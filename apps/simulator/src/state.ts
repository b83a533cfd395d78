import type { StoredLetter } from './letter.js';
import type { Platforms } from './platforms.js';

/** The state file's format; another one is treated as damaged. */
export const stateVersion = 1;

/** Everything that outlives a restart of the simulator. */
export interface SimulatorState {
  readonly version: typeof stateVersion;
  /** So that an open page of a made-up platform still works after a restart. */
  readonly ports: Readonly<Partial<Record<string, number>>>;
  readonly worlds: Readonly<Record<string, unknown>>;
  readonly letters: readonly StoredLetter[];
  /** What the one who plays stories here remembers; the simulator does not look into it. */
  readonly script?: unknown;
}

/** True when a document has the shape that this version writes; a world is compared with an empty one. */
export function isSimulatorState(given: unknown, empty: Platforms): given is SimulatorState {
  if (!isRecord(given) || given['version'] !== stateVersion) return false;
  const { ports, worlds, letters } = given;
  return (
    isRecord(ports) &&
    Object.values(ports).every((port) => Number.isInteger(port)) &&
    Array.isArray(letters) &&
    letters.every(isLetter) &&
    isRecord(worlds) &&
    Object.entries(empty).every(
      ([name, { world }]) => worlds[name] === undefined || hasShapeOf(world, worlds[name]),
    )
  );
}

function isLetter(given: unknown): boolean {
  return (
    isRecord(given) &&
    ['id', 'from', 'subject', 'text'].every((key) => typeof given[key] === 'string') &&
    Array.isArray(given['to']) &&
    !Number.isNaN(Date.parse(String(given['receivedAt'])))
  );
}

function hasShapeOf(fresh: object, given: unknown): boolean {
  if (!isRecord(given)) return false;
  return Object.entries(fresh).every(
    ([key, value]) =>
      typeof given[key] === typeof value && Array.isArray(given[key]) === Array.isArray(value),
  );
}

function isRecord(given: unknown): given is Record<string, unknown> {
  return typeof given === 'object' && given !== null && !Array.isArray(given);
}
