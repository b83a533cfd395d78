import { callerOf, type CollectedMention, type MentionKind, mentionKinds, type Rating } from '@heard/core';
import { sha256 } from '@heard/database';
import type { FileRecord } from './fields.js';
import { missedIn } from './missed-call.js';
import { momentOf } from './moments.js';
import { Rejection, textIn } from './record.js';

/** A row as a mention, or why it is none: in words that say what to correct. */
export type RowReading = { readonly mention: CollectedMention } | { readonly rejected: string };

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

function read(record: FileRecord, raw: unknown): CollectedMention {
  const rating = ratingOf(record);
  const kind = kindOf(record, rating);
  const missed = kind === 'missed_contact' ? missedIn(record) : undefined;
  const text = textIn(record, 'text') ?? (missed && '');
  if (text === undefined) throw new Rejection('text is missing');
  if (text.length > longestText) throw new Rejection(`text is longer than ${longestText} letters`);
  const postedAt = postedAtOf(record);
  const url = textIn(record, 'url');
  const displayName = textIn(record, 'author') ?? missed?.phone;
  const authorId = textIn(record, 'author_id') ?? (missed && callerOf(missed.phone));
  const externalId = textIn(record, 'external_id');
  if (externalId !== undefined && externalId.length > longestId) {
    throw new Rejection(`external_id is longer than ${longestId} letters`);
  }
  return {
    kind,
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
    missed,
    platformState: 'unknown',
    location: locationIn(record),
    raw,
  };
}

/** Tells rows without an id apart, the same way each time the file is read. */
function fingerprint(url = '', author = '', postedAt: Date | undefined, text: string): string {
  return sha256(url, author, postedAt?.toISOString() ?? '', text).toString('hex');
}

/** What is no name of a place costs the place, not the row. */
function locationIn({ location }: FileRecord): string | undefined {
  if (typeof location !== 'string' && typeof location !== 'number') return undefined;
  return String(location).trim() || undefined;
}

function kindOf(record: FileRecord, rating: Rating | undefined): MentionKind {
  const given = textIn(record, 'kind')?.toLowerCase();
  const called = textIn(record, 'text') === undefined && textIn(record, 'phone') !== undefined;
  if (given === undefined) return rating ? 'review' : called ? 'missed_contact' : 'post';
  const kind = mentionKinds.find((each) => each === given);
  if (!kind) throw new Rejection(`kind is none of ${mentionKinds.join(', ')}`);
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
