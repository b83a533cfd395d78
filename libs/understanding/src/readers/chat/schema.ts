import { Fault, type Category, type Intent, type Urgency } from '@heard/core';
import type { Opinion } from '../reader.js';

const intents = [
  'complaint',
  'question',
  'suggestion',
  'praise',
  'other',
] as const satisfies readonly Intent[];
const urgencies = ['critical', 'high', 'normal', 'low', 'none'] as const satisfies readonly Urgency[];
const categories = [
  'delivery',
  'billing',
  'product',
  'staff',
  'support',
  'app',
  'price',
  'refund',
  'availability',
  'safety',
  'privacy',
  'place',
  'other',
] as const satisfies readonly Category[];
const numbers = ['negative', 'neutral', 'positive'] as const;

/** The only form in which the endpoint may answer. */
export const answerSchema = {
  type: 'object',
  additionalProperties: false,
  required: [...numbers, 'intent', 'urgency', 'category'],
  properties: {
    negative: { type: 'number', description: 'Probability that the author is against the brand, 0 to 1.' },
    neutral: { type: 'number' },
    positive: { type: 'number' },
    intent: { type: 'string', enum: intents },
    urgency: { type: 'string', enum: urgencies },
    category: { type: 'string', enum: categories },
  },
} as const;

/** Reads an answer by its schema; whatever is more, less or else is refused, since nobody asked for it. */
export function readAnswer(content: string): Opinion {
  const answer = parse(content);
  const keys = Object.keys(answer);
  const wanted: readonly string[] = answerSchema.required;
  if (keys.length !== wanted.length || wanted.some((key) => !keys.includes(key)))
    throw invalid('has other fields');
  const [negative, neutral, positive] = numbers.map((key) => probability(answer[key]));
  if (negative === undefined || neutral === undefined || positive === undefined) {
    throw invalid('holds a probability that is none');
  }
  const sum = negative + neutral + positive;
  if (Math.abs(sum - 1) > 0.1) throw invalid('holds probabilities that do not add up to 1');
  return {
    negative: negative / sum,
    neutral: neutral / sum,
    positive: positive / sum,
    intent: oneOf(intents, answer['intent']),
    urgency: oneOf(urgencies, answer['urgency']),
    category: oneOf(categories, answer['category']),
  };
}

function parse(content: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    // The parser's own message quotes the answer, which may hold a customer's words: it is not kept.
    throw invalid('is not JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalid('is not an object');
  return value as Readonly<Record<string, unknown>>;
}

function probability(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 0 && value <= 1 ? value : undefined;
}

function oneOf<const Word extends string>(words: readonly Word[], value: unknown): Word {
  const word = words.find((each) => each === value);
  if (word === undefined) throw invalid('holds a word that is not of the list');
  return word;
}

function invalid(what: string): Fault {
  return new Fault('unavailable', `The endpoint's answer ${what}.`, { code: 'reader_answer' });
}
