import { type Cause, type CauseEvent, evolveCause } from '@heard/core';
import { RegisterBook } from '../register-book.js';
import type { AnnounceEntries } from '../register-record.js';
import { projectCauses } from './store/project-causes.js';

/** The book of root causes: the friction register. */
export type CauseBook = RegisterBook<Cause, CauseEvent>;

/** Opens the book of causes; whoever only reads has nothing to announce. */
export function causeBook(announce: AnnounceEntries = async () => undefined): CauseBook {
  return new RegisterBook<Cause, CauseEvent>(
    { register: 'cause', moments: new Set(['postedAt']), evolve: evolveCause, project: projectCauses },
    announce,
  );
}
