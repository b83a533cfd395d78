import type { VkWorld } from './vk.world.js';

/** Parameters as they came: all text. */
export type VkArgs = Readonly<Record<string, string | undefined>>;

/** An error with its number. */
export class VkError extends Error {
  constructor(
    readonly number: number,
    message: string,
  ) {
    super(message);
  }
}

/** The world behind a method. */
export interface VkBehind {
  readonly world: VkWorld;
  readonly pageSize: number;
  readonly now: Date;
  /** True when the next list comes empty. */
  readonly isEmpty: () => boolean;
}

/** A number among the parameters, within its limits. */
export function numberOf(args: VkArgs, name: string, usual: number, most = Number.MAX_SAFE_INTEGER): number {
  const value = Number(args[name] ?? usual);
  if (!Number.isInteger(value) || Math.abs(value) > most) {
    throw new VkError(100, `One of the parameters specified was missing or invalid: ${name} is wrong`);
  }
  return value;
}

/** Refuses a community whose wall is closed to us. */
export function requireOpen({ world }: VkBehind): void {
  if (!world.open) throw new VkError(15, 'Access denied: group is closed');
}
