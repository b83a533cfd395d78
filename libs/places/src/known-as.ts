/** Longer names are nobody's. */
const longestName = 200;

/** A name as it is compared: without case, doubled spaces and ways to write one letter; '' for what names nothing. */
export function knownAs(name: string): string {
  if (name.length > longestName) return '';
  return name
    .replaceAll('\u0000', '')
    .toWellFormed()
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
