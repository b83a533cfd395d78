import { heard as byHeard } from '@heard/core';
import { ApiKeys, Audit, scopes } from '@heard/staff';
import type { RunCommand } from './command.js';
import { readOptions, usageFault } from './options.js';
import { withHeard } from './with-heard.js';
import { write } from './write.js';

/** Makes an API key and prints nothing but the key. */
export const createKey: RunCommand = async (words, terminal) => {
  const { options } = readOptions(words, ['name', 'scopes']);
  const name = options.name?.trim();
  const asked = (options.scopes ?? '').split(',').map((scope) => scope.trim());
  if (!name) throw usageFault('Name the key with --name NAME, so that it can be told from others.');
  const unknown = asked.find((scope) => !scopes.some((known) => known === scope));
  if (unknown !== undefined) {
    throw usageFault(
      `${unknown === '' ? 'Name scopes with --scopes.' : `There is no scope "${unknown}".`} Scopes are: ${scopes.join(', ')}.`,
    );
  }
  const { key } = await withHeard(terminal, ({ database, clock }, workspaceId) =>
    new ApiKeys(database, new Audit(clock), clock).create(workspaceId, { name, scopes: asked }, byHeard),
  );
  await write(terminal.stdout, `${key}\n`);
};
