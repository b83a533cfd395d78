import type { Case, PromiseMade } from './case.js';
import type { CommandOf } from './case-command.js';
import type { CaseFact } from './case-event.js';
import type { Refusal } from './refusal.js';
import { sameThing } from './same-thing.js';
import type { Actor } from './staff.js';
import { roleAtLeast } from './staff.js';

type Decision = readonly CaseFact[] | Refusal;

/**
 * A promise needs a date in the future. Said again, it points to the first one, whose due time stays, and takes a
 * lead: whoever did not keep their word does not buy time by giving it once more.
 */
export function decidePromise(current: Case, command: CommandOf<'promise'>, by: Actor, now: Date): Decision {
  if (command.what.trim() === '') return { refused: 'text_needed' };
  if (!command.due || Number.isNaN(command.due.getTime())) return { refused: 'promise_needs_date' };
  if (command.due <= now) return { refused: 'promise_in_past' };
  const first = saidBefore(current, command);
  if (first === 'unknown') return { refused: 'no_such_promise' };
  if (first && !(by.kind === 'person' && roleAtLeast(by.role, 'lead'))) {
    return { refused: 'promise_needs_lead', about: { promise: first.id, due: first.due.toISOString() } };
  }
  const repeats = first?.repeats ?? first?.id;
  const { promiseId, what, due } = command;
  return [{ type: 'case.promise_made', promiseId, what, due, ...(repeats === undefined ? {} : { repeats }) }];
}

/** The promise that this one says again: as its writer says, or by its words. */
function saidBefore(current: Case, command: CommandOf<'promise'>): PromiseMade | 'unknown' | undefined {
  if (command.repeats !== undefined) {
    return current.promises.find((each) => each.id === command.repeats) ?? 'unknown';
  }
  return current.promises.find((each) => each.state !== 'kept' && sameThing(each.what, command.what));
}

/** A promise is kept with something that shows it. One that was broken stays broken: the date passed. */
export function decideKeepPromise(current: Case, command: CommandOf<'keep_promise'>, now: Date): Decision {
  const promise = current.promises.find((each) => each.id === command.promiseId);
  if (!promise) return { refused: 'no_such_promise' };
  if (promise.state !== 'open') return { refused: 'promise_settled' };
  if (command.evidence.trim() === '') return { refused: 'evidence_needed' };
  if (isOverdue(promise, now)) return breach(promise);
  return [{ type: 'case.promise_kept', promiseId: promise.id, evidence: command.evidence }];
}

/** When the assignee is warned: so much of the time is left then. */
export function warnAt({ madeAt, due }: PromiseMade, share: number): Date {
  return new Date(due.getTime() - (due.getTime() - madeAt.getTime()) * share);
}

/** Promises whose time has passed break by themselves; before that their assignee is warned once. */
export function tickPromises(current: Case, warnShare: number, now: Date): readonly CaseFact[] {
  return current.promises.flatMap((promise): readonly CaseFact[] => {
    if (isOverdue(promise, now)) return breach(promise);
    const warns = promise.state === 'open' && !promise.warnedAt && warnAt(promise, warnShare) <= now;
    return warns ? [{ type: 'case.promise_warned', promiseId: promise.id, due: promise.due }] : [];
  });
}

function isOverdue(promise: PromiseMade, now: Date): boolean {
  return promise.state === 'open' && promise.due <= now;
}

function breach(promise: PromiseMade): readonly CaseFact[] {
  return [{ type: 'case.promise_broken', promiseId: promise.id, due: promise.due }];
}
