import { defaultPolicy, forCurrency } from '@heard/policies';
import type { RunCommand } from './command.js';
import { readOptions, usageFault } from './options.js';
import { write } from './write.js';

/** Prints the default policy, to be changed and checked. */
export const printDefaultPolicy: RunCommand = async (words, { stdout }) => {
  const { options } = readOptions(words, ['currency']);
  const currency = options.currency ?? defaultPolicy.money.currency;
  if (!/^[A-Z]{3}$/u.test(currency)) {
    throw usageFault('Write the currency as its three capital letters, such as --currency EUR.');
  }
  await write(stdout, `${JSON.stringify(forCurrency(defaultPolicy, currency), null, 2)}\n`);
};
