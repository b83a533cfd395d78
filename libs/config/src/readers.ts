import { isIP } from 'node:net';

/** What became of a value's text: the value, or what is wrong with it, to be read after "KEY must be". */
export type Reading<T> = { readonly value: T } | { readonly wrong: string };

/** Reads one value from text that is never empty and has no space around it. */
export type Reader<T> = (text: string) => Reading<T>;

/** Any text of at least so many characters. */
export function text(atLeast = 1): Reader<string> {
  return (given) =>
    given.length >= atLeast ? { value: given } : { wrong: `at least ${atLeast} characters long` };
}

/** Text of a given form. */
export function matching(form: RegExp, like: string): Reader<string> {
  return (given) => (form.test(given) ? { value: given } : { wrong: like });
}

/** A whole number within limits. */
export function whole(least: number, most: number): Reader<number> {
  return (given) => {
    const value = /^\d+$/.test(given) ? Number(given) : Number.NaN;
    return value >= least && value <= most ? { value } : { wrong: `a whole number from ${least} to ${most}` };
  };
}

/** A number within limits, with a decimal point if need be. */
export function number(least: number, most: number): Reader<number> {
  return (given) => {
    const value = /^\d+(\.\d+)?$/.test(given) ? Number(given) : Number.NaN;
    return value >= least && value <= most ? { value } : { wrong: `a number from ${least} to ${most}` };
  };
}

/** One word of a few. */
export function oneOf<const Word extends string>(...words: readonly Word[]): Reader<Word> {
  return (given) => {
    const value = words.find((word) => word === given);
    return value === undefined ? { wrong: `one of ${words.join(', ')}` } : { value };
  };
}

/** Words of a few, separated by commas, each once. */
export function someOf<const Word extends string>(...words: readonly Word[]): Reader<readonly Word[]> {
  const one = oneOf(...words);
  return listOf((item) => {
    const reading = one(item);
    return 'wrong' in reading ? { wrong: `a list of ${words.join(', ')}` } : reading;
  });
}

/** Words of a few, separated by commas, in their order and as often as they are given. */
export function wordsInOrder<const Word extends string>(...words: readonly Word[]): Reader<readonly Word[]> {
  const one = oneOf(...words);
  return (given) => {
    const values: Word[] = [];
    for (const item of given.split(',').map((part) => part.trim())) {
      if (item === '') continue;
      const reading = one(item);
      if ('wrong' in reading) return { wrong: `a list of ${words.join(', ')}` };
      values.push(reading.value);
    }
    return { value: values };
  };
}

/** Two probabilities, the smaller one first. */
export const band: Reader<readonly [number, number]> = (given) => {
  const [low, high, ...rest] = given.split(',').map((part) => number(0, 1)(part.trim()));
  const fits = low && high && 'value' in low && 'value' in high && low.value <= high.value;
  return fits && rest.length === 0
    ? { value: [low.value, high.value] }
    : { wrong: 'two numbers from 0 to 1, the smaller one first, such as 0.3,0.7' };
};

/** Values separated by commas, each once. */
export function listOf<T>(read: Reader<T>): Reader<readonly T[]> {
  return (given) => {
    const values: T[] = [];
    for (const item of given.split(',').map((part) => part.trim())) {
      if (item === '') continue;
      const reading = read(item);
      if ('wrong' in reading) return reading;
      if (!values.includes(reading.value)) values.push(reading.value);
    }
    return { value: values };
  };
}

/** Pairs of a name and a value separated by commas; `like` shows one. */
export function mapOf<T>(read: Reader<T>, like: string): Reader<Readonly<Record<string, T>>> {
  return (given) => {
    const values: [string, T][] = [];
    for (const item of given.split(',').map((part) => part.trim())) {
      if (item === '') continue;
      const [, name, value] = /^(\w+)\s*=\s*(\S+)$/.exec(item) ?? [];
      if (name === undefined || value === undefined) return { wrong: `a list of ${like}` };
      const reading = read(value);
      if ('wrong' in reading) return reading;
      values.push([name, reading.value]);
    }
    return { value: Object.fromEntries(values) };
  };
}

/** An absolute address with one of the given schemes; kept without a slash at its end. */
export function address(...schemes: readonly string[]): Reader<string> {
  const wrong = `an address that begins with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`;
  return (given) => {
    if (!URL.canParse(given) || !schemes.includes(new URL(given).protocol.slice(0, -1))) return { wrong };
    return { value: given.replace(/\/+$/, '') };
  };
}

/** Scheme, host and port of a web address, nothing more. */
export const origin: Reader<string> = (given) => {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  const isOrigin =
    url && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/` && !given.endsWith('/');
  return isOrigin ? { value: url.origin } : { wrong: 'a list of origins such as http://10.0.0.5:8080' };
};

/** An IP address or a network such as 10.0.0.0/8. */
export const network: Reader<string> = (given) => {
  const [ip = '', bits, ...rest] = given.split('/');
  const version = isIP(ip);
  const most = version === 4 ? 32 : 128;
  const bitsFit = bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= most);
  return version !== 0 && bitsFit && rest.length === 0
    ? { value: given }
    : { wrong: 'a list of IP addresses or networks such as 10.0.0.0/8' };
};
