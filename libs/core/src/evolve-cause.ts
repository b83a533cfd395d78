import { type Cause, type CauseState, recurrencesOf } from './root-cause.js';
import type { CauseEvent } from './cause-event.js';

type Named = Extract<CauseEvent, { type: 'cause.named' }>;

/** The next state of a cause after an event: no choices, no rules. A history begins with `cause.named`. */
export function evolveCause(current: Cause | undefined, event: CauseEvent, id: string): Cause {
  if (event.type === 'cause.named') return namedBy(event, id);
  if (!current) throw new Error(`History of cause ${id} begins with ${event.type} instead of cause.named.`);
  return next(current, event);
}

function namedBy(event: Named, id: string): Cause {
  const { title, failures, answerable, brandId, locationId, at } = event;
  return {
    id,
    title,
    failures,
    answerable,
    state: 'open',
    namedAt: at,
    fixes: [],
    cases: [],
    ...(brandId === undefined ? {} : { brandId }),
    ...(locationId === undefined ? {} : { locationId }),
  };
}

function next(current: Cause, event: Exclude<CauseEvent, Named>): Cause {
  switch (event.type) {
    case 'cause.titled':
      return { ...current, title: event.title };
    case 'cause.handed_to':
      return { ...current, answerable: event.to };
    case 'cause.work_begun':
      return { ...current, state: 'fixing', plan: event.plan };
    case 'cause.fixed': {
      const { what, evidence, at } = event;
      return { ...current, state: 'fixed', fixes: [...current.fixes, { at, what, evidence }] };
    }
    case 'cause.case_linked': {
      const { caseId, postedAt, at: linkedAt } = event;
      return { ...current, cases: [...current.cases, { caseId, postedAt, linkedAt }] };
    }
    case 'cause.case_unlinked': {
      const cases = current.cases.filter(({ caseId }) => caseId !== event.caseId);
      return { ...current, cases, state: stateWithout({ ...current, cases }) };
    }
    case 'cause.recurred':
      return { ...current, state: current.state === 'fixed' ? 'recurred' : current.state };
  }
}

/** A recurrence that turned out to have another cause was none. */
function stateWithout(current: Cause): CauseState {
  return current.state === 'recurred' && recurrencesOf(current).length === 0 ? 'fixed' : current.state;
}

/** A cause rebuilt from its history alone. */
export function rebuildCause(id: string, events: readonly CauseEvent[]): Cause {
  const state = events.reduce<Cause | undefined>(
    (current, event) => evolveCause(current, event, id),
    undefined,
  );
  if (!state) throw new Error(`Cause ${id} has no history.`);
  return state;
}
