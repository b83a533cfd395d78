import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsObject, ValidateBy, ValidateIf } from 'class-validator';
import { Whole } from './fields.js';

const mostSettings = 30;
const longestSetting = 10_000;

/** The library's type has no room for a free object that may be absent. */
const shown = (described: object) => ApiProperty(described as ApiPropertyOptions);

const ifGiven = ValidateIf((_, value: unknown) => value !== undefined);

/** Settings of a platform: text by name. */
export function Settings(said: { readonly optional?: true } = {}): PropertyDecorator {
  return applyDecorators(
    shown({
      type: 'object',
      additionalProperties: { type: 'string', maxLength: longestSetting },
      required: said.optional === undefined,
      description:
        'What the platform asks for (see /platforms), secrets included; secrets are never shown again.',
    }),
    ifGiven,
    ValidateBy(
      { name: 'isSettings', validator: { validate: isSettings } },
      { message: `Must be an object of at most ${mostSettings} texts.` },
    ),
  );
}

function isSettings(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const texts: unknown[] = Object.values(value);
  return texts.length <= mostSettings && texts.every(isSetting);
}

function isSetting(value: unknown): boolean {
  return (
    typeof value === 'string' &&
    value.length <= longestSetting &&
    value.isWellFormed() &&
    !value.includes('\0')
  );
}

/** Anything else that a program wants to keep with a mention. */
export function Extra(): PropertyDecorator {
  return applyDecorators(
    shown({ type: 'object', additionalProperties: true, required: false }),
    ifGiven,
    IsObject({ message: 'Must be an object.' }),
  );
}

/** An object that is checked field by field behind the api; the class only describes it. */
export function Described(type: () => new () => object, said: { readonly about: string }): PropertyDecorator {
  return applyDecorators(
    shown({ type: () => type(), required: true, description: said.about }),
    IsObject({ message: 'Must be an object.' }),
  );
}

/** A number in a query, where everything is text. */
export function QueryWhole(said: {
  readonly min: number;
  readonly max: number;
  readonly otherwise: number;
}): PropertyDecorator {
  return applyDecorators(
    Whole({ ...said, optional: true, about: `${said.otherwise} when absent.` }),
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' && /^\d{1,9}$/u.test(value) ? Number(value) : value,
    ),
  );
}

/** Words of a query, joined by commas. */
export function QueryList(values: readonly string[]): PropertyDecorator {
  return applyDecorators(
    ApiProperty({
      type: String,
      required: false,
      description: `One or more of ${values.join(', ')}, joined by commas.`,
    }),
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value)),
    ifGiven,
    ValidateBy(
      {
        name: 'isListOf',
        validator: {
          validate: (value: unknown) =>
            Array.isArray(value) && value.every((each) => typeof each === 'string' && values.includes(each)),
        },
      },
      { message: `Must be one or more of ${values.join(', ')}, joined by commas.` },
    ),
  );
}
