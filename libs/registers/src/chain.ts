import type { Actor } from '@heard/core';
import { sha256 } from '@heard/database';

/** What happened, when, and who did it; its other fields are its facts. */
export interface Happening {
  readonly type: string;
  readonly at: Date;
  readonly by: Actor;
}

/** The place of an event in its history: numbered from 1, chained by its hash. */
export interface Link {
  readonly seq: number;
  readonly hash: Buffer;
  /** The hash of the event before it; absent for the first. */
  readonly previousHash?: Buffer;
}

/** The facts of an event as they are stored: without type, stamp and place in the chain, moments as text. */
export function factsOf(event: Happening): Record<string, unknown> {
  const facts: Record<string, unknown> = { ...event };
  for (const key of ['type', 'at', 'by', 'seq', 'hash', 'previousHash']) delete facts[key];
  return facts;
}

/** Reads stored facts back: the fields that `moments` names are moments, wherever they lie; jsonb keeps them as text. */
export function revive(value: unknown, moments: ReadonlySet<string>, key = ''): unknown {
  if (typeof value === 'string' && moments.has(key)) return new Date(value);
  if (Array.isArray(value)) return value.map((each) => revive(each, moments));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, revive(each, moments, name)]));
}

/** The same text for the same value, whatever the order of its keys: jsonb does not keep it. */
function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null || value instanceof Date)
    return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const object = value as Readonly<Record<string, unknown>>;
  let text = '';
  for (const key of Object.keys(object).sort()) {
    if (object[key] !== undefined)
      text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonical(object[key])}`;
  }
  return `{${text}}`;
}

/** The hash that chains an event to the one before it: SHA-256 over that hash, the place and the content. */
export function hashOf(previous: Buffer | undefined, id: string, seq: number, event: Happening): Buffer {
  const content = canonical({ type: event.type, at: event.at, by: event.by, facts: factsOf(event) });
  return sha256(previous?.toString('hex') ?? '', id, String(seq), content);
}

/** The end of a history so far: its last number, and its last hash where there is one. */
export interface ChainEnd {
  readonly version: number;
  readonly lastHash?: Buffer;
}

/** Events with their places after the end of a history. */
export function chain<E extends Happening>(
  id: string,
  { version, lastHash }: ChainEnd,
  events: readonly E[],
): (E & Link)[] {
  let previous = lastHash;
  return events.map((event, index) => {
    const seq = version + index + 1;
    const link = { seq, hash: hashOf(previous, id, seq, event), previousHash: previous };
    previous = link.hash;
    return { ...event, ...link };
  });
}

/** Where a history was tampered with: the first event whose hash does not fit, or undefined when all fit. */
export function firstBreak(id: string, events: readonly (Happening & Link)[]): number | undefined {
  let previous: Buffer | undefined;
  for (const [index, event] of events.entries()) {
    const fits = event.seq === index + 1 && hashOf(previous, id, event.seq, event).equals(event.hash);
    if (!fits) return index + 1;
    previous = event.hash;
  }
  return undefined;
}
