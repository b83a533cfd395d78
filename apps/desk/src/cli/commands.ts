import type { Command } from './command.js';

/** Every command, in the order in which `help` shows them. */
export const commands: readonly Command[] = [
  {
    name: 'config',
    usage: '',
    meaning: 'Prints every key of the configuration with its value, default, unit and meaning.',
    load: async () => (await import('./config.js')).printConfig,
  },
  {
    name: 'key create',
    usage: '--name NAME --scopes SCOPE,SCOPE',
    meaning: 'Makes an API key and prints it, once.',
    load: async () => (await import('./key-create.js')).createKey,
  },
  {
    name: 'assess',
    usage: '< posts.jsonl > assessed.jsonl',
    meaning: 'Assesses lines of {"id","text"}; needs no database.',
    load: async () => (await import('./assess.js')).assessInput,
  },
  {
    name: 'import',
    usage: 'FILE [--source NAME] [--map COLUMN=FIELD,...] [--rejected FILE]',
    meaning: 'Imports mentions from CSV or JSON lines, packed (.gz) or not.',
    load: async () => (await import('./import.js')).importMentions,
  },
  {
    name: 'demo off',
    usage: '',
    meaning: 'Removes the made-up platforms and all that they left.',
    load: async () => (await import('./demo-off.js')).demoOff,
  },
  {
    name: 'help',
    usage: '',
    meaning: 'Prints this list.',
    load: async () => (await import('./help.js')).helpOn(commands),
  },
];
