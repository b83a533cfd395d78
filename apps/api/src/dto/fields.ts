import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsDate,
  isEmail,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxDate,
  Min,
  MinDate,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';

/** What every field may say of itself. */
interface Said {
  /** Absent is fine; null is not. */
  readonly optional?: true;
  readonly about?: string;
}

/** Neither text nor jsonb of PostgreSQL holds NUL or half of a surrogate pair. */
const storable = /^[^\0\p{Cs}]*$/u;
/** Years that JavaScript, JSON and PostgreSQL write in the same way. */
const [firstMoment, lastMoment] = [new Date('0001-01-01T00:00:00Z'), new Date('9999-12-31T23:59:59.999Z')];
const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/u;

/** One description for two readers: class-validator checks by it, the OpenAPI document shows it. */
function field(said: Said, api: ApiPropertyOptions, rules: readonly PropertyDecorator[]): PropertyDecorator {
  const described = {
    ...api,
    required: said.optional === undefined,
    ...(said.about && { description: said.about }),
  };
  const skip = said.optional ? [ValidateIf((_, value: unknown) => value !== undefined)] : [];
  return applyDecorators(ApiProperty(described as ApiPropertyOptions), ...skip, ...rules);
}

/** Text of a person: not blank, and of whole characters without NUL. */
export function Text(said: Said & { readonly max: number }): PropertyDecorator {
  return applyDecorators(
    ForeignText(said),
    Matches(storable, { message: 'Must not contain the character NUL, or half of a character.' }),
  );
}

/** Text from elsewhere: not blank; what cannot be stored of it becomes a visible mark. */
export function ForeignText(said: Said & { readonly max: number }): PropertyDecorator {
  const { max } = said;
  return field(said, { type: String, minLength: 1, maxLength: max }, [
    IsString({ message: 'Must be text.' }),
    Length(1, max, { message: `Must have 1 to ${max} characters.` }),
    Matches(/\S/u, { message: 'Must not be blank.' }),
  ]);
}

/** Text for a program. */
export function Token(
  said: Said & { readonly pattern: RegExp; readonly example?: string },
): PropertyDecorator {
  return field(said, { type: String, pattern: said.pattern.source, example: said.example }, [
    IsString({ message: 'Must be text.' }),
    Matches(said.pattern, { message: `Must match ${said.pattern.source}.` }),
  ]);
}

/** An id that this API gave. */
export function Uuid(said: Said = {}): PropertyDecorator {
  return field(said, { type: String, format: 'uuid' }, [
    IsUUID('all', { message: 'Must be an id (a UUID).' }),
  ]);
}

/** An e-mail address. */
export function Email(said: Said = {}): PropertyDecorator {
  return field(said, { type: String, format: 'email', maxLength: 254 }, [
    ValidateBy(
      { name: 'isEmail', validator: { validate: isAddress } },
      { message: 'Must be an e-mail address.' },
    ),
    Length(3, 254, { message: 'Must have at most 254 characters.' }),
  ]);
}

/** The library throws on half of a character. */
function isAddress(value: unknown): boolean {
  return (
    typeof value === 'string' &&
    value.isWellFormed() &&
    isEmail(value, { allow_utf8_local_part: false, require_tld: false })
  );
}

/** A password as it is typed; whether it is good enough is for the one that stores it. */
export function Password(said: Said = {}): PropertyDecorator {
  return field(said, { type: String, format: 'password', minLength: 1, maxLength: 200 }, [
    IsString({ message: 'Must be text.' }),
    Length(1, 200, { message: 'Must have 1 to 200 characters.' }),
  ]);
}

/** One of some words. */
export function OneOf(values: readonly string[], said: Said = {}): PropertyDecorator {
  return field(said, { type: String, enum: [...values] }, [
    IsIn([...values], { message: `Must be one of: ${values.join(', ')}.` }),
  ]);
}

/** Some of some words, each once. */
export function SomeOf(values: readonly string[], said: Said = {}): PropertyDecorator {
  return field(said, { type: String, enum: [...values], isArray: true, uniqueItems: true }, [
    IsArray({ message: 'Must be a list.' }),
    ArrayUnique({ message: 'Must name each once.' }),
    IsIn([...values], { each: true, message: `Each must be one of: ${values.join(', ')}.` }),
  ]);
}

/** Ids, each once. */
export function Uuids(said: Said = {}): PropertyDecorator {
  return field(said, { type: String, format: 'uuid', isArray: true, maxItems: 100, uniqueItems: true }, [
    IsArray({ message: 'Must be a list.' }),
    ArrayMaxSize(100, { message: 'Must have at most 100 entries.' }),
    ArrayUnique({ message: 'Must name each once.' }),
    IsUUID('all', { each: true, message: 'Each must be an id (a UUID).' }),
  ]);
}

/** Texts of people. */
export function TextList(said: Said & { readonly max: number; readonly most: number }): PropertyDecorator {
  const { max, most } = said;
  const items = { type: 'string', minLength: 1, maxLength: max };
  return field(said, { type: 'array', items, maxItems: most }, [
    IsArray({ message: 'Must be a list.' }),
    ArrayMaxSize(most, { message: `Must have at most ${most} entries.` }),
    IsString({ each: true, message: 'Each must be text.' }),
    Length(1, max, { each: true, message: `Each must have 1 to ${max} characters.` }),
    Matches(/\S/u, { each: true, message: 'None must be blank.' }),
    Matches(storable, { each: true, message: 'None may contain the character NUL, or half of a character.' }),
  ]);
}

/** A whole number. */
export function Whole(said: Said & { readonly min: number; readonly max: number }): PropertyDecorator {
  const { min, max } = said;
  const message = `Must be a whole number from ${min} to ${max}.`;
  return field(said, { type: 'integer', minimum: min, maximum: max }, [
    IsInt({ message }),
    Min(min, { message }),
    Max(max, { message }),
  ]);
}

/** A number. */
export function Amount(said: Said & { readonly min: number; readonly max: number }): PropertyDecorator {
  const { min, max } = said;
  const message = `Must be a number from ${min} to ${max}.`;
  return field(said, { type: Number, minimum: min, maximum: max }, [
    IsNumber({ allowNaN: false, allowInfinity: false }, { message }),
    Min(min, { message }),
    Max(max, { message }),
  ]);
}

/** Yes or no. */
export function Flag(said: Said = {}): PropertyDecorator {
  return field(said, { type: Boolean }, [IsBoolean({ message: 'Must be true or false.' })]);
}

/** A moment with its offset from UTC; becomes a Date. */
export function Moment(said: Said = {}): PropertyDecorator {
  return field(said, { type: String, format: 'date-time' }, [
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' && instantPattern.test(value) ? new Date(value) : value,
    ),
    IsDate({ message: 'Must be a moment with its offset, such as 2026-11-22T10:00:00Z.' }),
    MinDate(firstMoment, { message: 'Must be in the years 1 to 9999.' }),
    MaxDate(lastMoment, { message: 'Must be in the years 1 to 9999.' }),
  ]);
}

/** An object with fields of its own. @nestjs/swagger knows a lazy class by the name `type` of its function. */
export function Inner(type: () => new () => object, said: Said = {}): PropertyDecorator {
  return field(said, { type: () => type() }, [
    IsObject({ message: 'Must be an object.' }),
    ValidateNested({ message: 'Must be an object.' }),
    Type(type),
  ]);
}

/** A list of objects with fields of their own. */
export function InnerList(
  type: () => new () => object,
  said: Said & { readonly min?: number; readonly max: number },
): PropertyDecorator {
  const { min = 0, max } = said;
  return field(said, { type: () => type(), isArray: true, minItems: min, maxItems: max }, [
    IsArray({ message: 'Must be a list.' }),
    ArrayMinSize(min, { message: `Must have at least ${min} entries.` }),
    ArrayMaxSize(max, { message: `Must have at most ${max} entries.` }),
    IsObject({ each: true, message: 'Each must be an object.' }),
    ValidateNested({ each: true, message: 'Each must be an object.' }),
    Type(type),
  ]);
}
