import { LetterTrie } from './letter-trie.js';

const doubled = 'н'.charCodeAt(0);

/**
 * The stems of the lexicons. Both Slavic stemmers only cut the end of a word off and write doubled н once, so a word
 * that begins with none of these stems has none of them, and need not be stemmed, which is slow.
 */
export class StemBeginnings {
  private readonly trie = new LetterTrie();
  private readonly ends = new Set<number>();

  /** Adds a stem. */
  add(stem: string): void {
    this.ends.add(this.trie.add(stem.replace(/н+/g, 'н')));
  }

  /** Whether a word may have one of the stems: true for one word of six. */
  begin(word: string): boolean {
    let place = LetterTrie.root;
    let last = 0;
    for (let at = 0; at < word.length; at += 1) {
      const code = word.charCodeAt(at);
      if (code === doubled && last === doubled) continue;
      last = code;
      place = this.trie.next(place, code);
      if (place === 0) return false;
      if (this.ends.has(place)) return true;
    }
    return false;
  }
}
