import { readFileSync } from 'node:fs';
import { Fault } from '@heard/core';
import { type Key, KEYS } from './keys.js';
import { nearest } from './nearest.js';

type Keys = typeof KEYS;
type Value<K> =
  K extends Key<infer T> ? (K extends { readonly fallback: string } ? T : T | undefined) : never;

/** Everything that the environment decides, checked and in its final types. */
export type Config = { readonly [Name in Exclude<keyof Keys, 'publicUrl'>]: Value<Keys[Name]> } & {
  readonly publicUrl: string;
};

/** Variables as a process sees them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the configuration; one fault names everything that is wrong with it, and never shows a secret. */
export function loadConfig(environment: Environment = process.env): Config {
  const problems = unknownKeys(environment);
  const values: Record<string, unknown> = {};
  for (const [name, key] of Object.entries(KEYS)) {
    const given = textOf(key, environment, problems) ?? key.fallback;
    if (given === undefined) continue;
    const reading = key.read(given);
    if ('value' in reading) values[name] = reading.value;
    else problems.push(`${key.name} must be ${reading.wrong}${key.secret ? '' : `, not "${given}"`}`);
  }
  problems.push(...unfitting(values));
  if (problems.length > 0) {
    throw new Fault('invalid', `The configuration is wrong: ${problems.join('; ')}.`, {
      code: 'configuration',
      missing: problems,
    });
  }
  // The table gives every name a value of its reader's type; only the loop above loses that.
  const config = values as Omit<Config, 'publicUrl'> & { publicUrl?: string };
  return { ...config, publicUrl: config.publicUrl ?? localAddress(config.host, config.port) };
}

/** Every name that the environment may hold, the `_FILE` ones included. */
export function knownNames(): readonly string[] {
  return Object.values(KEYS).flatMap(({ name, secret }) => (secret ? [name, `${name}_FILE`] : [name]));
}

/** What is wrong although each value is right by itself. */
function unfitting(values: Readonly<Record<string, unknown>>): string[] {
  const lacksModel = values['readerChatUrl'] !== undefined && values['readerChatModel'] === undefined;
  return lacksModel ? ['HEARD_READER_CHAT_MODEL must be set where HEARD_READER_CHAT_URL is'] : [];
}

function textOf(key: Key<unknown>, environment: Environment, problems: string[]): string | undefined {
  const direct = environment[key.name]?.trim() || undefined;
  const file = key.secret ? environment[`${key.name}_FILE`]?.trim() : undefined;
  if (!file) return direct;
  if (direct !== undefined) {
    problems.push(`${key.name} and ${key.name}_FILE are both set; keep one`);
    return undefined;
  }
  try {
    const text = readFileSync(file, 'utf8').trim();
    if (text === '') problems.push(`${key.name}_FILE names an empty file, ${file}`);
    return text || undefined;
  } catch (error) {
    problems.push(
      `${key.name}_FILE names ${file}, which cannot be read (${(error as NodeJS.ErrnoException).code})`,
    );
    return undefined;
  }
}

function unknownKeys(environment: Environment): string[] {
  const known = knownNames();
  return Object.keys(environment)
    .filter((name) => name.startsWith('HEARD_') && !known.includes(name))
    .map((name) => `${name} is unknown; did you mean ${nearest(name, known)}?`);
}

function localAddress(host: string, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
