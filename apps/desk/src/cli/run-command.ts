import { nearest } from '@heard/config';
import { Fault } from '@heard/core';
import type { Command, Terminal } from './command.js';
import { commands } from './commands.js';

/** Runs one command and returns its exit code; what goes wrong is one sentence on standard error. */
export async function runCommand(words: readonly string[], terminal: Terminal): Promise<number> {
  let readerLeft = false;
  const onError = (error: NodeJS.ErrnoException): void => {
    if (error.code !== 'EPIPE') throw error;
    readerLeft = true;
  };
  terminal.stdout.on('error', onError);
  try {
    const { command, rest } = find(words);
    const run = await command.load();
    await run(rest, terminal);
    return 0;
  } catch (error) {
    // Whoever read our output has seen enough, as `head` does.
    if (readerLeft || codeOf(error) === 'EPIPE') return 0;
    terminal.stderr.write(`${sentenceOf(error)}\n`);
    return 1;
  }
}

function find(words: readonly string[]): { command: Command; rest: string[] } {
  const asked = words.length === 0 || words[0] === '--help' || words[0] === '-h' ? ['help'] : words;
  for (const command of commands) {
    const name = command.name.split(' ');
    if (name.every((word, index) => word === asked[index]))
      return { command, rest: asked.slice(name.length) };
  }
  const names = commands.map(({ name }) => name);
  const sameFirst = names.filter((name) => name.split(' ')[0] === asked[0]);
  const given = sameFirst.length > 0 ? asked.slice(0, 2).join(' ') : (asked[0] ?? '');
  const closest = nearest(given, sameFirst.length > 0 ? sameFirst : names);
  throw new Fault(
    'invalid',
    `There is no command "${given}"; did you mean "${closest}"? "npm run heard -- help" lists them all.`,
    { code: 'no_such_command' },
  );
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}

function sentenceOf(error: unknown): string {
  if (error instanceof Fault) return error.message;
  const about = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `This should not have happened; please report it: ${about}`;
}
