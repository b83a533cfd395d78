import type { FixOffer } from '@heard/core';
import type { FixDto } from './case.dto.js';

/** The offer that was asked for. */
export function offerOf({ kind, what, cost, action, catalogueKey, although }: FixDto): FixOffer {
  return {
    kind,
    what,
    ...(cost && { cost: { ...cost } }),
    ...(action && { action: { ...action } }),
    ...(catalogueKey !== undefined && { catalogueKey }),
    ...(although !== undefined && { although }),
  };
}
