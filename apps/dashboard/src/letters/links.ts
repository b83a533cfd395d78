/** A stretch of a letter: words, or a way to a page of this site. */
export interface LetterPart {
  readonly text: string;
  readonly start: number;
  readonly path?: string;
}

const address = /https?:\/\/[^\s<>"']+/giu;
const ownPath = /^\/(take|cases|alerts|sources)(\/[\w.~-]+)?\/?$/;

/**
 * Finds the addresses that lead to pages of this site. Only the path is used, so that a letter can never lead
 * elsewhere, and it works too when the public address differs from the one this browser sees.
 */
export function letterParts(text: string): readonly LetterPart[] {
  const parts: LetterPart[] = [];
  let end = 0;
  for (const match of text.matchAll(address)) {
    const shown = match[0].replace(/[.,;:!?)\]]+$/u, '');
    const path = URL.canParse(shown) ? new URL(shown).pathname : '';
    if (!ownPath.test(path)) continue;
    if (match.index > end) parts.push({ text: text.slice(end, match.index), start: end });
    parts.push({ text: shown, start: match.index, path });
    end = match.index + shown.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), start: end });
  return parts;
}
