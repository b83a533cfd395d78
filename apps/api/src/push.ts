import type { CollectedMention } from '@heard/core';
import { callerOf, isFault } from '@heard/core';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { type PastedMentionDto, PushedMentionDto } from './dto/mention.dto.js';
import { HttpProblem } from './http/problem.js';
import { fieldErrors, inheritedName } from './http/validation.js';

/** Elements of one request. */
export const mostPushed = 500;
/** Clocks differ; a mention further in the future than this has a wrong date. */
const mostAheadMs = 3_600_000;

/** What became of what was handed to us. */
export interface Pushed {
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejected: readonly { readonly index: number; readonly error: string }[];
}

/** Stores mentions of one source. */
export type Store = (
  source: string,
  mentions: readonly CollectedMention[],
) => Promise<{ readonly accepted: number; readonly duplicates: number }>;

interface Sound {
  readonly index: number;
  readonly mention: CollectedMention;
}

/** Takes one mention or a list: what is wrong with one never rejects the others. */
export async function takePushed(body: unknown, now: Date, store: Store): Promise<Pushed> {
  const elements = elementsOf(body);
  const rejected: { index: number; error: string }[] = [];
  const bySource = new Map<string, Sound[]>();
  for (const [index, element] of elements.entries()) {
    const read = readElement(element, now);
    if (typeof read === 'string') rejected.push({ index, error: read });
    else bySource.set(read.source, [...(bySource.get(read.source) ?? []), { index, mention: read.mention }]);
  }
  let [accepted, duplicates] = [0, 0];
  for (const [source, sound] of bySource) {
    const stored = await orRejected(
      store(
        source,
        sound.map(({ mention }) => mention),
      ),
    );
    if (typeof stored === 'string') rejected.push(...sound.map(({ index }) => ({ index, error: stored })));
    else {
      accepted += stored.accepted;
      duplicates += stored.duplicates;
    }
  }
  return { accepted, duplicates, rejected: rejected.toSorted((a, b) => a.index - b.index) };
}

function elementsOf(body: unknown): readonly unknown[] {
  const elements: readonly unknown[] = Array.isArray(body) ? body : [body];
  if (body === undefined || elements.length > mostPushed) {
    throw new HttpProblem(422, 'invalid_request', `Send one mention or a list of up to ${mostPushed}.`);
  }
  return elements;
}

/** A source that cannot take them is the fault of those elements; a database that is down is nobody's. */
async function orRejected<T>(storing: Promise<T>): Promise<T | string> {
  try {
    return await storing;
  } catch (error) {
    if (isFault(error, 'invalid', 'missing', 'refused', 'rejected')) return `source: ${error.message}`;
    throw error;
  }
}

function readElement(element: unknown, now: Date): { source: string; mention: CollectedMention } | string {
  if (typeof element !== 'object' || element === null || Array.isArray(element)) return 'Must be an object.';
  const { extra, ...fields } = element as { extra?: unknown };
  const odd = inheritedName(fields);
  if (odd !== undefined) return `${odd}: There is no such field; leave it out.`;
  const dto = Object.assign(plainToInstance(PushedMentionDto, fields), { extra });
  const errors = validateSync(dto, { whitelist: true, forbidNonWhitelisted: true }).flatMap((error) =>
    fieldErrors(error, ''),
  );
  if (errors.length > 0) return errors.map(({ field, message }) => `${field}: ${message}`).join(' ');
  if (dto.rating && dto.rating.value > dto.rating.scale) return 'rating.value: Must not exceed rating.scale.';
  if (dto.created_at.getTime() > now.getTime() + mostAheadMs) return 'created_at: Must not be in the future.';
  const missing = missingOf(dto);
  if (missing !== undefined) return missing;
  return { source: dto.source.trim(), mention: collected(dto, element) };
}

/** What is wrong with a pasted text whose fields are right one by one. */
export function wrongIn(
  { rating, postedAt }: Pick<PastedMentionDto, 'rating' | 'postedAt'>,
  now: Date,
): { readonly field: string; readonly message: string } | undefined {
  if (rating && rating.value > rating.scale) {
    return { field: 'rating.value', message: 'Must not exceed rating.scale.' };
  }
  if (postedAt && postedAt.getTime() > now.getTime() + mostAheadMs) {
    return { field: 'postedAt', message: 'Must not be in the future.' };
  }
  return undefined;
}

/** A text has words; a call in vain has a number to call back. */
function missingOf({ kind, text, phone }: PushedMentionDto): string | undefined {
  if (kind !== 'missed_contact') return text === undefined ? 'text: Must be text.' : undefined;
  const isKnown = callerOf(phone ?? '') !== undefined;
  return isKnown ? undefined : 'phone: A missed contact needs the number to call back.';
}

function collected(dto: PushedMentionDto, raw: object): CollectedMention {
  const { external_id, created_at, text, title, rating, url, kind, location } = dto;
  return {
    kind: kind ?? (rating ? 'review' : 'post'),
    externalId: external_id,
    author: {
      isBrand: false,
      ...authorIn(dto),
    },
    text: text ?? '',
    ...missedIn(dto),
    ...(title !== undefined && { title }),
    ...(rating && { rating: { value: rating.value, scale: rating.scale } }),
    ...(url !== undefined && { url }),
    ...(location !== undefined && { location }),
    postedAt: created_at,
    platformState: 'visible',
    raw,
  };
}

/** Who called is told by the number. */
function authorIn({
  kind,
  author,
  phone = '',
}: PushedMentionDto): Omit<CollectedMention['author'], 'isBrand'> {
  const called = kind === 'missed_contact';
  const externalId = author?.id ?? (called ? callerOf(phone) : undefined);
  const displayName = author?.name ?? (called ? phone : undefined);
  return {
    ...(externalId !== undefined && { externalId }),
    ...(displayName !== undefined && { displayName }),
  };
}

function missedIn({ kind, phone, called, tries = 1 }: PushedMentionDto): Pick<CollectedMention, 'missed'> {
  if (kind !== 'missed_contact' || phone === undefined) return {};
  return { missed: { phone: phone.trim(), tries, ...(called !== undefined && { called }) } };
}
