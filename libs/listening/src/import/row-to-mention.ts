import type { CollectedMention, MentionKind, Rating } from '@heard/core';
import { sha256 } from '@heard/database';
import type { FileRecord } from './fields.js';
import { momentOf } from './moments.js';

/** A row as a mention, or why it is none: in words that say what to correct. */
export type RowReading = { readonly mention: CollectedMention } | { readonly rejected: string };

const kinds: readonly MentionKind[] = ['post', 'comment', 'review', 'message', 'reply'];
const usualScale = 5;
const longestText = 2_000_000;
const longestId = 500;

/** Reads one row; `raw` is the row as it came. */
export function mentionOf(record: FileRecord, raw: unknown): RowReading {
  try {
    return { mention: read(record, raw) };
  } catch (error) {
    if (error instanceof Rejection) return { rejected: error.message };
    throw error;
  }
}

class Rejection extends Error {}

function read(record: FileRecord, raw: unknown): CollectedMention {
  const text = textIn(record, 'text');
  if (text === undefined) throw new Rejection('text is missing');
  if (text.length > longestText) throw new Rejection(`text is longer than ${longestText} letters`);
  const rating = ratingOf(record);
  const postedAt = postedAtOf(record);
  const url = textIn(record, 'url');
  const displayName = textIn(record, 'author');
  const authorId = textIn(record, 'author_id');
  const externalId = textIn(record, 'external_id');
  if (externalId !== undefined && externalId.length > longestId) {
    throw new Rejection(`external_id is longer than ${longestId} letters`);
  }
  return {
    kind: kindOf(record, rating),
    externalId: externalId ?? fingerprint(url, authorId ?? displayName, postedAt, text),
    author: {
      isBrand: false,
      ...(authorId !== undefined && { externalId: authorId }),
      ...(displayName !== undefined && { displayName }),
    },
    text,
    title: textIn(record, 'title'),
    rating,
    url,
    postedAt,
    platformState: 'unknown',
    raw,
  };
}

/** Tells rows without an id apart, the same way each time the file is read. */
function fingerprint(url = '', author = '', postedAt: Date | undefined, text: string): string {
  return sha256(url, author, postedAt?.toISOString() ?? '', text).toString('hex');
}

/** The words of a field as they came; undefined when there are none. */
function textIn(record: FileRecord, field: keyof FileRecord): string | undefined {
  const value = record[field];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') throw new Rejection(`${field} is not text`);
  if (value.trim() === '') return undefined;
  return field === 'text' || field === 'title' ? value : value.trim();
}

function kindOf(record: FileRecord, rating: Rating | undefined): MentionKind {
  const given = textIn(record, 'kind')?.toLowerCase();
  if (given === undefined) return rating ? 'review' : 'post';
  const kind = kinds.find((each) => each === given);
  if (!kind) throw new Rejection(`kind is none of ${kinds.join(', ')}`);
  return kind;
}

function postedAtOf(record: FileRecord): Date | undefined {
  const given = record.created_at;
  if (given === undefined || given === null || given === '') return undefined;
  if (typeof given === 'string' && given.trim() === '') return undefined;
  const at = momentOf(given);
  if (!at) throw new Rejection('created_at is not a moment; write it as 2026-11-21T10:02:00+02:00');
  return at;
}

/** `4`, `4,5`, `4/5`, or `{"value":4,"scale":5}`; of 5 unless the row says otherwise. */
function ratingOf(record: FileRecord): Rating | undefined {
  const given = record.rating;
  const whole = typeof given === 'object' && given !== null ? (given as Record<string, unknown>) : undefined;
  const [value, ofScale] = whole
    ? [whole['value'], whole['scale']]
    : (textIn(record, 'rating') ?? '').split('/');
  if (value === undefined || value === null || value === '') return undefined;
  const rating = {
    value: numberOf(value, 'rating'),
    scale: numberOf(ofScale ?? (record.rating_scale || usualScale), 'rating_scale'),
  };
  if (rating.value < 0 || rating.value > rating.scale) {
    throw new Rejection(`rating ${rating.value} is outside of 0 to ${rating.scale}; give rating_scale`);
  }
  return rating;
}

function numberOf(value: unknown, field: string): number {
  const text = typeof value === 'string' ? value.trim().replace(',', '.') : '';
  const number = typeof value === 'number' ? value : Number(text || NaN);
  if (!Number.isFinite(number)) throw new Rejection(`${field} is not a number`);
  return number;
}
