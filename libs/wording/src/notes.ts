/** A narrow door for the assessor, which must load fast: the notes alone, without promises, substance and causes. */
export { type CutWord, mayHaveNotes, type NotedWord, readNotes } from './notes/read-notes.js';
