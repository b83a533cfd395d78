/** Latin, Greek and Cyrillic with their accents end here; beyond lie the rarer letters, dashes, quotes and pictures. */
const plainEnd = 0x530;

const blank = 1;
const letter = 2;
const figure = 3;
/** Goes on with a word but does not begin one that is easy: accents, raised figures. */
const inner = 4;
/** May go on with a word or be a mark of its own; also the soft hyphen, which nobody sees. */
const apostrophe = 5;

const classes = Uint8Array.from({ length: plainEnd }, (_, code) => classOf(String.fromCharCode(code)));

function classOf(char: string): number {
  if (/\p{L}/u.test(char)) return letter;
  if (/[0-9]/.test(char)) return figure;
  if (/[\p{M}\p{N}]/u.test(char)) return inner;
  if (/['`\u00ad]/.test(char)) return apostrophe;
  return /[ \t\r"#%&*+<>/\\{}«»-]/.test(char) ? blank : 0;
}

function classAt(text: string, at: number): number {
  // The end of the text parts words as a blank does.
  return at < text.length ? (classes[text.charCodeAt(at)] ?? apostrophe) : blank;
}

/** Whether the character neither is nor begins anything to be read. */
export function isBlank(text: string, at: number): boolean {
  return classAt(text, at) === blank;
}

/**
 * Where the word or number that begins at `at` ends, for words of everyday letters and for plain figures, which are
 * nearly all; `at` itself where only the full pattern can tell.
 */
export function endOfEasyWord(text: string, at: number): number {
  const first = classAt(text, at);
  if (first === letter) return endOfLetters(text, at);
  return first === figure ? endOfFigures(text, at) : at;
}

function endOfLetters(text: string, from: number): number {
  let end = from + 1;
  let next = classAt(text, end);
  while (next === letter || next === figure || next === inner) next = classAt(text, (end += 1));
  // "it's" goes on, and a link begins as a word does.
  const isOpen = next === apostrophe || (text[end] === ':' && text.startsWith('http', from));
  return isOpen ? from : end;
}

function endOfFigures(text: string, from: number): number {
  let end = from + 1;
  let next = classAt(text, end);
  while (next === figure) next = classAt(text, (end += 1));
  // "12.5", "10:30" and "1,000" go on when a figure follows the mark.
  if (next === 0 && '.,:'.includes(text.charAt(end))) next = classAt(text, end + 1);
  return next === blank || next === letter || next === 0 ? end : from;
}

/** Whether a comma, or a single mark that ends a sentence, stands at `at`. */
export function easyMarkAt(text: string, at: number): 'mark' | 'end' | undefined {
  const char = text.charAt(at);
  if (char === ',') return 'mark';
  if (char !== '.' && char !== '!' && char !== '?') return undefined;
  const next = classAt(text, at + 1);
  return next === blank || next === letter || next === figure ? 'end' : undefined;
}
