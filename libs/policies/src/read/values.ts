import { inside, meant, type Mistake, type Place, type Read, shown, wrong } from './place.js';

/** Something that may be absent; read only when it is there. */
export interface Optional<T> {
  readonly optional: Read<T>;
}

type FieldsOf<T> = {
  readonly [K in keyof T]-?: undefined extends T[K] ? Optional<Exclude<T[K], undefined>> : Read<T[K]>;
};

/** Marks a field that may be left out. */
export function optional<T>(read: Read<T>): Optional<T> {
  return { optional: read };
}

/** An object with exactly these fields; the result holds nothing that was not asked for. */
export function object<T extends object>(fields: FieldsOf<T>): Read<T> {
  const names = Object.keys(fields);
  const readers = Object.entries<Read<unknown> | Optional<unknown>>(fields);
  return (value, place) => {
    const given = objectAt(value, place);
    const unknown = Object.keys(given).find((name) => !names.includes(name));
    if (unknown !== undefined) {
      throw wrong(inside(place, unknown.slice(0, 60)), 'there is no such field', meant(unknown, names));
    }
    const read = readers.flatMap(([name, reader]) => {
      const held = given[name];
      if (typeof reader === 'function') return [[name, reader(held, inside(place, name))] as const];
      return held === undefined ? [] : [[name, reader.optional(held, inside(place, name))] as const];
    });
    return Object.fromEntries(read) as T;
  };
}

function objectAt(value: unknown, place: Place): Readonly<Record<string, unknown>> {
  if (value === undefined) throw missing(place);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw wrong(place, `${shown(value)} stands where an object with fields belongs`, 'write { … }');
  }
  return value as Readonly<Record<string, unknown>>;
}

function missing(place: Place): Error {
  return wrong(place, 'it is missing', 'add it, or copy it from the default policy', { mistake: 'missing' });
}

/** A list of so many things. */
export function list<T>(each: Read<T>, size: { readonly least?: number; readonly most: number }): Read<T[]> {
  const { least = 0, most } = size;
  return (value, place) => {
    if (value === undefined) throw missing(place);
    if (!Array.isArray(value))
      throw wrong(place, `${shown(value)} stands where a list belongs`, 'write [ … ]');
    if (value.length < least) {
      throw wrong(place, `it holds ${value.length}, at least ${least} are needed`, 'add what is missing', {
        mistake: 'too_few',
        least: `${least}`,
      });
    }
    if (value.length > most) {
      throw wrong(place, `it holds ${value.length}, at most ${most} are possible`, 'take some out', {
        mistake: 'too_many',
        most: `${most}`,
      });
    }
    return value.map((item: unknown, index) => each(item, `${place}[${index}]`));
  };
}

/** A whole number from `from` to `to`. */
export function whole(from: number, to: number, unit: string): Read<number> {
  const mistake: Mistake = { mistake: 'number', from: `${from}`, to: `${to}` };
  const range = `write a whole number from ${from} to ${to} (${unit})`;
  return (value, place) => {
    if (value === undefined) throw missing(place);
    if (typeof value !== 'number') throw wrong(place, `${shown(value)} is no number`, range, mistake);
    if (!Number.isInteger(value)) throw wrong(place, `${value} is not whole`, range, mistake);
    if (value < from || value > to) throw wrong(place, `${value} is out of range`, range, mistake);
    return value;
  };
}

/** A share from 0 to 1; the ends count only where they are said to. */
export function share(ends: 'with ends' | 'without zero' | 'without ends'): Read<number> {
  const low = ends === 'with ends' ? 'from 0' : 'above 0';
  const high = ends === 'without ends' ? 'below 1' : 'to 1';
  const mistake: Mistake = { mistake: 'share' };
  const todo = `write a share ${low} ${high}, such as 0.2 for 20 %`;
  return (value, place) => {
    if (value === undefined) throw missing(place);
    if (typeof value !== 'number') throw wrong(place, `${shown(value)} is no number`, todo, mistake);
    const tooLow = ends === 'with ends' ? value < 0 : value <= 0;
    const tooHigh = ends === 'without ends' ? value >= 1 : value > 1;
    if (tooLow || tooHigh || Number.isNaN(value)) {
      throw wrong(place, `${value} is out of range`, todo, mistake);
    }
    return value;
  };
}

/** One of the known words. */
export function wordOf<T extends string>(words: readonly T[], what: string): Read<T> {
  return (value, place) => {
    if (value === undefined) throw missing(place);
    const found = words.find((word) => word === value);
    if (found !== undefined) return found;
    throw wrong(place, `${shown(value)} is no ${what}`, meant(typeof value === 'string' ? value : '', words));
  };
}

/** A key for programs. */
export const key: Read<string> = (value, place) => {
  if (value === undefined) throw missing(place);
  if (typeof value === 'string' && /^[a-z][a-z0-9_]{0,59}$/u.test(value)) return value;
  throw wrong(
    place,
    `${shown(value)} is no key`,
    'write small Latin letters, digits and _, beginning with a letter, at most 60',
    { mistake: 'key' },
  );
};

/** An ISO 4217 code. */
export const currency: Read<string> = (value, place) => {
  if (value === undefined) throw missing(place);
  if (typeof value === 'string' && /^[A-Z]{3}$/u.test(value)) return value;
  throw wrong(place, `${shown(value)} is no currency`, 'write its three capital letters, such as "UAH"');
};

/** A local date that exists. */
export const localDate: Read<string> = (value, place) => {
  if (value === undefined) throw missing(place);
  const todo = 'write year, month and day, such as "2026-12-31"';
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/u.test(value)) {
    throw wrong(place, `${shown(value)} is no date`, todo, { mistake: 'date' });
  }
  const at = new Date(`${value}T00:00:00Z`);
  // JavaScript takes 30 February for 2 March.
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== value) {
    throw wrong(place, `there is no day ${value}`, todo, { mistake: 'date' });
  }
  return value;
};

/** Throws when two of the values are the same; `placeOf` tells where a value stands. */
export function eachOnce(values: readonly (string | number)[], placeOf: (index: number) => Place): void {
  values.forEach((value, index) => {
    const first = values.indexOf(value);
    if (first === index) return;
    throw wrong(
      placeOf(index),
      `${JSON.stringify(value)} stands already at ${placeOf(first)}`,
      'each may stand once',
      { mistake: 'twice', value: `${value}` },
    );
  });
}
