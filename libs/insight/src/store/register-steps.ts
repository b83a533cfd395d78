import type { Actor } from '@heard/core';
import type { Transaction } from '@heard/database';
import { instant } from '../instant.js';
import type { RegisterStep } from '../views.js';
import { type Names, readNames } from './history-rows.js';

/** An event of a register as its history holds it. */
type Step<Type extends string> = {
  readonly seq: number;
  readonly type: Type;
  readonly at: Date;
  readonly by: Actor;
};

/** A history as people read it; `wordsOf` says what each step is about, and an id of a person becomes their name; `known` names other ids. */
export async function registerSteps<Type extends string, Event extends Step<Type>>(
  tx: Transaction,
  events: readonly Event[],
  wordsOf: (event: Event) => string | undefined,
  known: Names = new Map(),
): Promise<RegisterStep<Event['type']>[]> {
  const words = events.map(wordsOf);
  const actors = events.flatMap(({ by }) => idOf(by) ?? []);
  const people = await readNames(tx, [...actors, ...words.flatMap((each) => each ?? [])]);
  const names = new Map([...people, ...known]);
  return events.map(({ seq, type, at, by }, index) => {
    const [text, name] = [words[index], names.get(idOf(by) ?? '')];
    return {
      seq,
      type,
      at: instant(at),
      by: { kind: by.kind, ...(name === undefined ? {} : { name }) },
      ...(text === undefined ? {} : { words: names.get(text) ?? text }),
    };
  });
}

function idOf(by: Actor): string | undefined {
  if (by.kind === 'person') return by.staffId;
  return by.kind === 'program' ? by.keyId : undefined;
}
