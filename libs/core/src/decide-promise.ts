import type { Case, PromiseMade } from './case.js';
import type { CommandOf } from './case-command.js';
import type { CaseFact } from './case-event.js';
import type { Refusal } from './refusal.js';

type Decision = readonly CaseFact[] | Refusal;

/** Words of a promise without what does not change it: case, spaces, punctuation at the ends. */
function sameWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, ' ')
    .trim();
}

/** A promise needs a date in the future. Said again, it points to the first one, whose due time stays. */
export function decidePromise(current: Case, command: CommandOf<'promise'>, now: Date): Decision {
  if (command.what.trim() === '') return { refused: 'text_needed' };
  if (!command.due || Number.isNaN(command.due.getTime())) return { refused: 'promise_needs_date' };
  if (command.due <= now) return { refused: 'promise_in_past' };
  const first = current.promises.find(
    (promise) => promise.state !== 'kept' && sameWords(promise.what) === sameWords(command.what),
  );
  const repeats = first?.repeats ?? first?.id;
  const { promiseId, what, due } = command;
  return [{ type: 'case.promise_made', promiseId, what, due, ...(repeats === undefined ? {} : { repeats }) }];
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

/** Promises whose time has passed break by themselves. */
export function decideTick(current: Case, now: Date): readonly CaseFact[] {
  return current.promises.filter((promise) => isOverdue(promise, now)).flatMap(breach);
}

function isOverdue(promise: PromiseMade, now: Date): boolean {
  return promise.state === 'open' && promise.due <= now;
}

function breach(promise: PromiseMade): readonly CaseFact[] {
  return [{ type: 'case.promise_broken', promiseId: promise.id, due: promise.due }];
}
