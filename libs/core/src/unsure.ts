/**
 * Widths of the unsure band that people choose from. A text is unsure while negative leads, or trails, the best of the
 * other two by less than the width, on a scale from 0 (a toss-up) to 1; at 0 nobody is ever asked.
 */
export const unsureWidths = [0, 0.1, 0.2, 0.3, 0.4, 0.6, 0.8, 0.9] as const;

/** Where nobody chose: see docs/accuracy.md for what it costs and brings. */
export const usualUnsureWidth = 0.2;

/** True where a person is to be asked whether it is negative; what was not worked out is not asked about. */
export function isUnsure(lean: number | undefined, width: number): boolean {
  return lean !== undefined && Math.abs(lean) < width;
}
