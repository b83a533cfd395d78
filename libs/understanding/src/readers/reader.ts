import type { Category, Intent, Rating, Urgency } from '@heard/core';

/** A text as a reader gets it. */
export interface Post {
  readonly text: string;
  readonly title?: string;
  readonly rating?: Rating;
  /** The name that the author shows, so that it can be kept from strangers. */
  readonly authorName?: string;
}

/** What a reader says of one post: probabilities that add up to 1, and more where it can tell. */
export interface Opinion {
  readonly negative: number;
  readonly neutral: number;
  readonly positive: number;
  readonly intent?: Intent;
  readonly urgency?: Urgency;
  readonly category?: Category;
}

/** For whom a batch is read. */
export interface ReadingFor {
  /** Who pays, where reading costs something. */
  readonly workspaceId: string;
  /** Ends the reading when the process stops. */
  readonly signal?: AbortSignal;
}

/**
 * Something stronger and slower than our own assessor. It gives one opinion for each post, in their order, or
 * `undefined` for a post that it could not read; it throws a fault when it can read nothing at all.
 */
export interface Reader {
  /** Stands in the assessment as the model that made it, such as `onnx:rubert`. */
  readonly name: string;
  /** The most posts that it takes at once. */
  readonly batchSize: number;
  read(posts: readonly Post[], by: ReadingFor): Promise<readonly (Opinion | undefined)[]>;
  close(): Promise<void>;
}

/** The most letters of a post that any reader gets: its beginning and its end. */
const longestRead = 4_000;
const headRead = 3_000;

/** The text of a post as one piece, its middle left out where it is very long. */
export function wordsOf({ title, text }: Post): string {
  const whole = title === undefined || title.trim() === '' ? text : `${title}\n${text}`;
  const words = whole.toWellFormed();
  if (words.length <= longestRead) return words;
  const tail = words.slice(words.length - (longestRead - headRead));
  return `${words.slice(0, headRead)} … ${tail}`.toWellFormed();
}
