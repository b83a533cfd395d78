import { Fault } from '@heard/core';

/** Refuses to put what the demo made up together with what is real: removing the demo would take the real along. */
export function mustBeApart(...all: readonly { readonly demo: boolean }[]): void {
  if (new Set(all.map(({ demo }) => demo)).size <= 1) return;
  throw new Fault('refused', 'What the demo made up stays apart from what is real.', { code: 'demo_apart' });
}
