/** Longest part of a text that is looked at; a text may hold a megabyte. */
const lookedAt = 4_000;
const breaks = /[\t\n\v\f\r\u0085\u2028\u2029 ]+/gu;
/** Control characters, marks that turn the direction of writing, invisible tags: a reader must see that they are there. */
const deceptive =
  /[\p{Cc}\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;

/**
 * A text of somebody else on one line, harmless in any plain text: line breaks become spaces, deceptive characters are
 * shown by their number, broken surrogates replaced, and the length is limited in characters.
 */
export function oneLine(text: string, mostCharacters: number): string {
  const shown = text
    .slice(0, lookedAt)
    .replace(breaks, ' ')
    .trim()
    .replace(deceptive, (character) => `[U+${hex(character)}]`)
    .replace(/\p{Cs}/gu, '\uFFFD');
  const characters = [...shown];
  if (characters.length <= mostCharacters) return shown;
  return `${characters
    .slice(0, mostCharacters - 1)
    .join('')
    .trimEnd()}…`;
}

/** A link that may be offered to be opened, or nothing. */
export function webLink(url: string | undefined): string | undefined {
  if (url === undefined || url.length > 2_000 || !URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}

/** Text for HTML, between tags or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

const hex = (character: string): string =>
  (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
