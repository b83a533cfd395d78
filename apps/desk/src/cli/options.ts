import { parseArgs, type ParseArgsConfig } from 'node:util';
import { nearest } from '@heard/config';
import { Fault } from '@heard/core';

type Options = NonNullable<ParseArgsConfig['options']>;

/** What a command was called with, when all of its options take text. */
export interface Called<Name extends string> {
  readonly options: Readonly<Partial<Record<Name, string>>>;
  readonly files: readonly string[];
}

/** Reads the words of a command: options with text, and as many files as it takes. */
export function readOptions<Name extends string>(
  words: string[],
  names: readonly Name[],
  mostFiles = 0,
): Called<Name> {
  const options: Options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  refuseUnknown(words, names);
  try {
    const { values, positionals } = parseArgs({ args: words, options, allowPositionals: true });
    const extra = positionals[mostFiles];
    if (extra !== undefined) throw usageFault(`The word "${extra}" is one too many.`);
    return { options: values as Partial<Record<Name, string>>, files: positionals };
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw usageFault(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error), error);
  }
}

/** A command that was called wrongly, in one sentence. */
export function usageFault(message: string, cause?: unknown): Fault {
  return new Fault('invalid', message, { code: 'usage', cause });
}

function refuseUnknown(words: readonly string[], names: readonly string[]): void {
  const end = words.indexOf('--');
  for (const word of end === -1 ? words : words.slice(0, end)) {
    if (!word.startsWith('-') || word === '-') continue;
    const name = word.replace(/^-+/, '').split('=', 1)[0] ?? '';
    if (word.startsWith('--') && names.includes(name)) continue;
    const given = word.split('=', 1)[0];
    throw usageFault(
      names.length === 0
        ? `There is no option ${given}; this command takes none.`
        : `There is no option ${given}; did you mean --${nearest(name, names)}?`,
    );
  }
}
