import type { PromiseInText } from '@heard/core';
import { newId } from '@heard/database';
import type { AnswerDto } from './case.dto.js';

/** What the writer of an answer says to what is found in it; new promises get their ids. */
export function saidOf({ promises, overrule }: Pick<AnswerDto, 'promises' | 'overrule'>): {
  promises?: readonly PromiseInText[];
  overrule?: string;
} {
  return {
    ...(promises && { promises: promises.map(promiseOf) }),
    ...(overrule !== undefined && { overrule }),
  };
}

function promiseOf({ start, end, due, repeats }: NonNullable<AnswerDto['promises']>[number]): PromiseInText {
  if (due === undefined) return { start, end, none: true };
  return { start, end, promiseId: newId(), due, ...(repeats !== undefined && { repeats }) };
}
