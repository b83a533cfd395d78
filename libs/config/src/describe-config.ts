import { type Key, KEYS } from './keys.js';
import type { Config } from './load-config.js';

/** One key as `heard config` prints it. */
export interface DescribedKey {
  readonly key: string;
  /** The value in force; of a secret, only whether there is one. */
  readonly value: string;
  readonly default: string;
  readonly unit: string;
  readonly meaning: string;
}

/** Lists every key with the value in force, its default, unit and meaning; secrets are never shown. */
export function describeConfig(config: Config): DescribedKey[] {
  return Object.entries(KEYS).map(([name, key]: [string, Key<unknown>]) => ({
    key: key.name,
    value: shown(config[name as keyof Config], key.secret ?? false),
    default: key.fallback ?? key.otherwise ?? '',
    unit: key.unit,
    meaning: key.secret
      ? `${key.meaning} Secret; may also come from the file that ${key.name}_FILE names.`
      : key.meaning,
  }));
}

function shown(value: Config[keyof Config], secret: boolean): string {
  if (value === undefined) return '';
  if (secret) return '(set)';
  if (Array.isArray(value)) return value.join(',');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([name, each]) => `${name}=${each}`)
    .join(',');
}
