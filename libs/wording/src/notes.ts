/** A narrow door for the assessor, which must load fast: the notes alone, without promises, substance and causes. */
export { LetterTrie } from './notes/letter-trie.js';
export { type CutWord, mayHaveNotes, type NotedWord, readNotes } from './notes/read-notes.js';
