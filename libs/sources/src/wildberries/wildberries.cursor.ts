import { dateOf, textOf, type Wire } from '../wire.js';

/**
 * The lists a review or a question can stand in. Each only ever moves from an earlier one to a later one, so this is the
 * order to read them in.
 */
export const FEEDBACK_LISTS = [
  'unanswered',
  'answered',
  'archive',
  'questions',
  'answeredQuestions',
] as const;

/** One of the lists. */
export type FeedbackList = (typeof FEEDBACK_LISTS)[number];

/** The counters that come with the lists of reviews and of questions: while they stand, nothing moved there. */
export interface Counts {
  readonly reviews?: string;
  readonly questions?: string;
}

/** One reading of the lists that is under way. */
export interface Reading {
  readonly list: FeedbackList;
  readonly startedAt: string;
  /** Nothing posted before is wanted. */
  readonly from: string;
  /** In the dated lists: the newest review read so far; the next page begins there. */
  readonly at?: string;
  readonly skip: number;
  /** In the archive: the last review read, which the next page must begin with. */
  readonly anchor?: string;
  /** False when the archive moved under the reading: it may not be called whole. */
  readonly intact: boolean;
  readonly newestAt?: string;
  readonly counts: Counts;
}

/** What is known of a section that may be withheld while the others go on. */
interface SectionCursor {
  /** It was refused: not asked for until then. */
  readonly offUntil?: string;
  /** It has no calls until then. */
  readonly restsUntil?: string;
}

/** Where the events of the chats stand, in milliseconds since 1970 as Wildberries counts them. */
export interface ChatsCursor extends SectionCursor {
  /** The newest event that was read in the rounds before. */
  readonly upTo?: number;
  /** Where this round goes on. */
  readonly at?: number;
}

/** Where the claims stand: those to be looked at are listed in every round, the archive once an hour. */
export interface ClaimsCursor extends SectionCursor {
  readonly list?: 'open' | 'archive';
  readonly offset?: number;
  readonly archiveAt?: string;
}

/** Where the lists stand. */
export interface WildberriesCursor {
  readonly v: 1;
  /** Nothing posted before is handed over. */
  readonly floorAt: string;
  /** The newest review seen, by Wildberries' clock. */
  readonly checkpointAt?: string;
  /** The counters of the last reading. */
  readonly counts?: Counts;
  /** When the newest were last read to their end, and when all that is looked after was. */
  readonly headAt?: string;
  readonly deepAt?: string;
  /** What is new. */
  readonly head?: Reading;
  /** All that is looked after: finds answers given elsewhere, what became of ours, and what is gone. */
  readonly deep?: Reading;
  /** There are no calls for a deep reading until then. */
  readonly deepRestsUntil?: string;
  /** What is private is read after the newest. */
  readonly turn?: 'chats' | 'claims';
  readonly chats?: ChatsCursor;
  readonly claims?: ClaimsCursor;
}

const DAY_MS = 86_400_000;
/** Reviews may show up late, after moderation. */
const OVERLAP_MS = 2 * DAY_MS;
const DEEP_EVERY_MS = DAY_MS;
/** An answer can be edited for 60 days: no review is looked after for longer. */
const LOOKED_AFTER_MS = 60 * DAY_MS;
/** A long deep reading is left for the newest this often. */
const HEAD_EVERY_MS = 60_000;

/** Nothing read yet. */
export function firstCursor(now: Date, backfillDays: number): WildberriesCursor {
  return { v: 1, floorAt: before(now, backfillDays * DAY_MS) };
}

/** What to read next: the newest first, what is older while they were looked at just now. */
export function nextPart(cursor: WildberriesCursor, now: Date): 'head' | 'deep' {
  const { head, deep, headAt } = cursor;
  if (head !== undefined || deep === undefined || headAt === undefined || rests(cursor, now)) return 'head';
  return now.getTime() - Date.parse(headAt) < HEAD_EVERY_MS ? 'deep' : 'head';
}

/** True when the newest were not looked at for a while. */
export function isHeadDue({ head, headAt }: WildberriesCursor, now: Date): boolean {
  if (head !== undefined || headAt === undefined) return true;
  return now.getTime() - Date.parse(headAt) >= HEAD_EVERY_MS;
}

/** True while there are no calls for a deep reading. */
export function rests({ deepRestsUntil }: WildberriesCursor, now: Date): boolean {
  return deepRestsUntil !== undefined && Date.parse(deepRestsUntil) > now.getTime();
}

/** Begins to read what is new. */
export function beginHead({ checkpointAt, floorAt }: WildberriesCursor, now: Date): Reading {
  const since = checkpointAt === undefined ? before(now, DAY_MS) : before(new Date(checkpointAt), OVERLAP_MS);
  return begin(since > floorAt ? since : floorAt, now);
}

/** The newest are read; a deep reading begins when it is its time. */
export function headRead(cursor: WildberriesCursor, done: Reading, now: Date): WildberriesCursor {
  const { floorAt, deepAt, deep, counts } = cursor;
  // A review from the future must not hide those of the present.
  const newest =
    done.newestAt !== undefined && done.newestAt < done.startedAt ? done.newestAt : cursor.checkpointAt;
  const isDue = deepAt === undefined || now.getTime() - Date.parse(deepAt) >= DEEP_EVERY_MS;
  const back = deepAt === undefined ? floorAt : before(now, LOOKED_AFTER_MS);
  const deeper = deep ?? (isDue ? begin(back > floorAt ? back : floorAt, now) : undefined);
  return {
    ...cursor,
    head: undefined,
    deep: deeper,
    headAt: now.toISOString(),
    checkpointAt: newest ?? done.startedAt,
    counts: { ...counts, ...done.counts },
  };
}

/** All that is looked after is read. */
export function deepRead(cursor: WildberriesCursor, done: Reading): WildberriesCursor {
  return { ...cursor, deep: undefined, deepAt: done.startedAt };
}

/** What to ask the current list for, and where. */
export function askOf(
  step: Reading,
  take: number,
): { readonly path: string; readonly query: Record<string, string | number> } {
  const { list, skip } = step;
  if (list === 'archive')
    return { path: '/api/v1/feedbacks/archive', query: { take, skip, order: 'dateDesc' } };
  // A second earlier: whether the border itself belongs to the list is not documented.
  const dateFrom = secondOf(step.at ?? step.from) - 1;
  const isAnswered = String(list === 'answered' || list === 'answeredQuestions');
  const path = ofQuestions(list) ? '/api/v1/questions' : '/api/v1/feedbacks';
  return { path, query: { isAnswered, take, skip, order: 'dateAsc', dateFrom } };
}

/** True for the lists of questions. */
export function ofQuestions(list: FeedbackList): boolean {
  return list === 'questions' || list === 'answeredQuestions';
}

/** The same list after this page; undefined when it has ended. */
export function pageOn(step: Reading, wires: readonly Wire[], take: number): Reading | undefined {
  return step.list === 'archive' ? archiveOn(step, wires, take) : datedOn(step, wires, take);
}

/** The beginning of the next list among those that are `wanted`; undefined after the last. */
export function listOn(step: Reading, wanted: readonly FeedbackList[]): Reading | undefined {
  const { list, at: _at, anchor: _anchor, ...kept } = step;
  const next = FEEDBACK_LISTS.slice(FEEDBACK_LISTS.indexOf(list) + 1).find((each) => wanted.includes(each));
  return next === undefined ? undefined : { ...kept, list: next, skip: 0 };
}

/** Notes the newest review of a page. */
export function withNewest(step: Reading, wires: readonly Wire[]): Reading {
  const newestAt = latest([step.newestAt, ...wires.map(postedAt)]);
  return { ...step, ...(newestAt !== undefined && { newestAt }) };
}

/** True for a review that is older than the given time; an undated one never is. */
export function isOlder(wire: Wire, than: string): boolean {
  return (postedAt(wire) ?? than) < than;
}

/** Goes on from the newest date, not from an offset: a review that leaves the list then moves no other out of sight. */
function datedOn(step: Reading, wires: readonly Wire[], take: number): Reading | undefined {
  if (wires.length < take) return undefined;
  const newest = latest(wires.map(postedAt));
  if (newest === undefined || secondOf(newest) <= secondOf(step.at ?? step.from))
    return { ...step, skip: step.skip + wires.length };
  return { ...step, at: newest, skip: 0 };
}

/** The archive knows no dates: pages overlap by one review, and a missing one tells that the list has moved. */
function archiveOn(step: Reading, wires: readonly Wire[], take: number): Reading | undefined {
  const moved = step.anchor !== undefined && !wires.some(({ id }) => id === step.anchor);
  // One step back towards the newer end for what a deletion may have hidden; the list is not called whole then.
  if (moved && step.skip > 0)
    return { ...step, anchor: undefined, skip: Math.max(0, step.skip - take), intact: false };
  if (wires.length < take || wires.some((wire) => isOlder(wire, step.from))) return undefined;
  const anchor = textOf(wires.at(-1)?.['id']);
  return { ...step, anchor, skip: step.skip + Math.max(1, wires.length - 1) };
}

function begin(from: string, now: Date): Reading {
  return { list: 'unanswered', startedAt: now.toISOString(), from, skip: 0, intact: true, counts: {} };
}

function postedAt(wire: Wire): string | undefined {
  return dateOf(wire['createdDate'])?.toISOString();
}

function secondOf(at: string): number {
  return Math.floor(Date.parse(at) / 1000);
}

function before(now: Date, ms: number): string {
  return new Date(now.getTime() - ms).toISOString();
}

function latest(times: readonly (string | undefined)[]): string | undefined {
  return times
    .filter((at) => at !== undefined)
    .sort()
    .at(-1);
}
