import type { Readable, Writable } from 'node:stream';

/** Where a command reads and writes: standard output is its result, standard error what it says to people. */
export interface Terminal {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
}

/** Does the work of a command with the words after its name. */
export type RunCommand = (words: string[], terminal: Terminal) => Promise<void>;

/** One command of `npm run heard --`. */
export interface Command {
  readonly name: string;
  /** What is written after the name. */
  readonly usage: string;
  readonly meaning: string;
  /** Loads what the command needs, and nothing of the others: `assess` starts without a database. */
  readonly load: () => Promise<RunCommand>;
}
