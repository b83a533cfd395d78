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
    name: 'promises',
    usage: '< answers.jsonl > promises.jsonl',
    meaning: 'Finds the promises in lines of {"id","text","at","timeZone"}; needs no database.',
    load: async () => (await import('./promises.js')).findInAnswers,
  },
  {
    name: 'substance',
    usage: '< pairs.jsonl > checked.jsonl',
    meaning: 'Checks lines of {"id","complaint","answer","previous":[]}; needs no database.',
    load: async () => (await import('./substance.js')).checkAnswers,
  },
  {
    name: 'import',
    usage: 'FILE [--source NAME] [--mapping 2gis|yandex-maps] [--map COLUMN=FIELD,...] [--rejected FILE]',
    meaning: 'Imports mentions from CSV or JSON lines, packed (.gz) or not.',
    load: async () => (await import('./import.js')).importMentions,
  },
  {
    name: 'corrections export',
    usage: '> corrections.jsonl',
    meaning:
      'Prints the texts that people corrected, with what is right of them: for "npm run train -- --corrections FILE". They are your customers’ words.',
    load: async () => (await import('./corrections-export.js')).exportCorrections,
  },
  {
    name: 'policy check',
    usage: 'FILE',
    meaning: 'Says whether a policy is in order, or the first thing that is wrong; needs no database.',
    load: async () => (await import('./policy-check.js')).checkPolicy,
  },
  {
    name: 'policy default',
    usage: '[--currency CODE] > policy.json',
    meaning: 'Prints the policy that every workspace starts with; needs no database.',
    load: async () => (await import('./policy-default.js')).printDefaultPolicy,
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
