import { InvalidRequest } from '../http/problem.js';
import type { Caller } from './caller.js';

/** The person whom a filter names by id or as `me`; a program is nobody here. */
export function personAsked(caller: Caller, field: string, asked: string | undefined): string | undefined {
  if (asked !== 'me') return asked;
  if (caller.kind === 'person') return caller.session.person.id;
  throw new InvalidRequest([{ field, message: 'A program is nobody here: name a person by id.' }]);
}
