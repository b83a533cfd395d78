import type { Writable } from 'node:stream';
import type { Database } from '@heard/database';
import { labelledTexts } from '@heard/insight';
import type { RunCommand } from './command.js';
import { readOptions } from './options.js';
import { withHeard } from './with-heard.js';
import { write } from './write.js';

/** Prints every text that people corrected with what is right of it, one JSON object a line. */
export const exportCorrections: RunCommand = async (words, terminal) => {
  readOptions(words, []);
  const lines = await withHeard(terminal, ({ database }, workspaceId) =>
    writeCorrections(database, workspaceId, terminal.stdout),
  );
  await write(terminal.stderr, `${lines} corrected texts.\n`);
};

/** Writes them as fast as the reader reads; how many there were. */
export async function writeCorrections(
  database: Pick<Database, 'inWorkspace'>,
  workspaceId: string,
  out: Writable,
): Promise<number> {
  let lines = 0;
  for await (const labelled of labelledTexts(database, workspaceId)) {
    await write(out, `${JSON.stringify(labelled)}\n`);
    lines += 1;
  }
  return lines;
}
