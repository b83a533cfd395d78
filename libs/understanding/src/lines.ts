import type { Assessment, AssessmentInput } from '@heard/core';
import { assess } from './assess.js';

/** A line out of `heard assess`. */
export interface AssessedLine extends Pick<
  Assessment,
  'sentiment' | 'pNegative' | 'intent' | 'urgency' | 'category' | 'signals' | 'model'
> {
  readonly id: string | number;
  readonly lang: Assessment['language'];
}

/** What is written instead for a line that cannot be assessed; the sentence says what to do. */
export interface RefusedLine {
  readonly id?: string | number;
  readonly error: string;
}

/** Assesses one line of JSON; `undefined` for an empty line. Never throws. */
export function assessLine(line: string): AssessedLine | RefusedLine | undefined {
  if (line.trim() === '') return undefined;
  const post = parse(line);
  if (!post)
    return {
      error: 'This line is not a JSON object; write one as {"id":"1","text":"..."} on a line of its own.',
    };
  const { id, text, title, platform } = post;
  if (typeof id !== 'string' && typeof id !== 'number') {
    return { error: 'The field "id" is missing; give every line an "id" that is a string or a number.' };
  }
  if (typeof text !== 'string')
    return { id, error: 'The field "text" must be a string; put the words of the post there.' };
  const rating = ratingOf(post['rating']);
  if (rating === 'wrong') {
    return {
      id,
      error:
        'The field "rating" must be a number of 5 or {"value":2,"scale":10}; correct it or leave it out.',
    };
  }
  const { language, sentiment, pNegative, intent, urgency, category, signals, model } = assess({
    text,
    ...(typeof title === 'string' && { title }),
    ...(typeof platform === 'string' && { platform }),
    ...(rating && { rating }),
  });
  return { id, lang: language, sentiment, pNegative, intent, urgency, category, signals, model };
}

/** Assesses a stream of lines in its order, holding one line at a time. */
export async function* assessLines(
  lines: AsyncIterable<string> | Iterable<string>,
): AsyncGenerator<AssessedLine | RefusedLine, void, undefined> {
  for await (const line of lines) {
    const assessed = assessLine(line);
    if (assessed) yield assessed;
  }
}

function parse(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line.charCodeAt(0) === 0xfeff ? line.slice(1) : line);
    return isRecord(value) ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function ratingOf(rating: unknown): AssessmentInput['rating'] | 'wrong' {
  if (rating === undefined || rating === null) return undefined;
  if (typeof rating === 'number') return within(rating, 5);
  if (!isRecord(rating)) return 'wrong';
  const { value, scale } = rating;
  return typeof value === 'number' && typeof scale === 'number' ? within(value, scale) : 'wrong';
}

function within(value: number, scale: number): AssessmentInput['rating'] | 'wrong' {
  return scale > 0 && value >= 0 && value <= scale ? { value, scale } : 'wrong';
}
