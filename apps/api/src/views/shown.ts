import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';

/** A field that is not always there. */
export interface Shown {
  readonly optional?: true;
  readonly about?: string;
}

type Inner = () => new () => object;

function shown({ optional, about }: Shown, rest: ApiPropertyOptions): PropertyDecorator {
  const described = { ...rest, required: optional === undefined, ...(about && { description: about }) };
  return ApiProperty(described as ApiPropertyOptions);
}

/** Text. */
export const Str = (said: Shown = {}) => shown(said, { type: String });
/** Texts. */
export const Strs = (said: Shown = {}) => shown(said, { type: String, isArray: true });
/** A moment: ISO 8601 in UTC. */
export const At = (said: Shown = {}) => shown(said, { type: String, format: 'date-time' });
/** An id. */
export const Key = (said: Shown = {}) => shown(said, { type: String, format: 'uuid' });
/** Ids. */
export const Keys = (said: Shown = {}) => shown(said, { type: String, format: 'uuid', isArray: true });
/** A whole number. */
export const Int = (said: Shown = {}) => shown(said, { type: 'integer' });
/** Whole numbers. */
export const Ints = (said: Shown = {}) => shown(said, { type: 'integer', isArray: true });
/** A number. */
export const Num = (said: Shown = {}) => shown(said, { type: Number });
/** Yes or no. */
export const Bool = (said: Shown = {}) => shown(said, { type: Boolean });
/** One of some words. */
export const Word = (words: readonly string[], said: Shown = {}) =>
  shown(said, { type: String, enum: [...words] });
/** Some of some words. */
export const Words = (words: readonly string[], said: Shown = {}) =>
  shown(said, { type: String, enum: [...words], isArray: true });
/** An object. */
export const Of = (type: Inner, said: Shown = {}) => shown(said, { type: () => type() });
/** A list of objects. */
export const ListOf = (type: Inner, said: Shown = {}) => shown(said, { type: () => type(), isArray: true });
/** Facts by name. */
export const Facts = (said: Shown = {}) => shown(said, { type: 'object', additionalProperties: true });
/** Texts by name. */
export const Texts = (said: Shown = {}) =>
  shown(said, { type: 'object', additionalProperties: { type: 'string' } });
