/** How the letters of a file are written. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251';

/** Share of zero bytes in every second place that only UTF-16 has: its spaces, digits and line ends. */
const utf16Share = 0.02;

/** A few broken letters do not make a file of UTF-8 one of windows-1251, where nearly every letter would be broken. */
const brokenShare = 0.1;

/**
 * Finds the encoding of a file from its bytes, given piece by piece: by its byte order mark, else by the places of
 * zero bytes, else by whether the letters beyond ASCII are well-formed UTF-8.
 */
export class EncodingDetector {
  private mark: Encoding | undefined;
  private started = false;
  private offset = 0;
  private evenZeros = 0;
  private oddZeros = 0;
  private letters = 0;
  private broken = 0;
  private readonly utf8 = new TextDecoder('utf-8');

  add(bytes: Buffer): void {
    if (!this.started) this.mark = markOf(bytes);
    this.started = true;
    if (this.mark !== undefined) return;
    this.countZeros(bytes);
    this.countLetters(this.utf8.decode(bytes, { stream: true }));
  }

  /** The verdict, after the last byte. */
  end(): Encoding {
    if (this.mark !== undefined) return this.mark;
    this.countLetters(this.utf8.decode());
    const least = (this.offset / 2) * utf16Share;
    if (this.oddZeros > least && this.evenZeros < this.oddZeros / 10) return 'utf-16le';
    if (this.evenZeros > least && this.oddZeros < this.evenZeros / 10) return 'utf-16be';
    return this.broken > this.letters * brokenShare ? 'windows-1251' : 'utf-8';
  }

  private countZeros(bytes: Buffer): void {
    for (let at = bytes.indexOf(0); at !== -1; at = bytes.indexOf(0, at + 1)) {
      if ((this.offset + at) % 2 === 0) this.evenZeros++;
      else this.oddZeros++;
    }
    this.offset += bytes.length;
  }

  private countLetters(text: string): void {
    for (const [found] of text.matchAll(/[^\0-\x7f]+/g)) {
      const broken = found.length - found.replaceAll('\ufffd', '').length;
      this.broken += broken;
      this.letters += found.length - broken;
    }
  }
}

function markOf(bytes: Buffer): Encoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}
