import { Body, type PipeTransform, Query, ValidationPipe, type ValidationPipeOptions } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { type FieldError, HttpProblem, InvalidRequest } from './problem.js';

const noSuchField = 'There is no such field; leave it out.';

/**
 * A name that every object has already, such as `constructor` or `toString`, anywhere in a value. No field of ours has
 * one, and the libraries that make objects of classes and check them take such a value for a method of theirs.
 */
export function inheritedName(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, inner] of Object.entries(value)) {
    const found = !Array.isArray(value) && name in Object.prototype ? name : inheritedName(inner);
    if (found !== undefined) return found;
  }
  return undefined;
}

const ownNames: PipeTransform = {
  transform(value: unknown): unknown {
    const field = inheritedName(value);
    if (field === undefined) return value;
    throw new InvalidRequest([{ field, message: noSuchField }]);
  },
};

const strict: ValidationPipeOptions = {
  transform: true,
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: true,
  validationError: { target: false, value: false },
  exceptionFactory: (errors) => new InvalidRequest(errors.flatMap((error) => fieldErrors(error, ''))),
};

/** A list would be checked element by element, and its handler would not know. */
const oneObject: PipeTransform = {
  transform(value: unknown): unknown {
    if (value === undefined) return {};
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
    throw new HttpProblem(422, 'invalid_request', 'The body must be one JSON object.');
  },
};

/** The body as this class; unknown fields and wrong values are named one by one. */
export function BodyOf(type: new () => object): ParameterDecorator {
  return Body(oneObject, ownNames, new ValidationPipe({ ...strict, expectedType: type }));
}

/** The query as this class; unknown fields and wrong values are named one by one. */
export function QueryOf(type: new () => object): ParameterDecorator {
  return Query(ownNames, new ValidationPipe({ ...strict, expectedType: type }));
}

/** Every field that is wrong, by its path, such as `action.when` or `steps.0.to`. */
export function fieldErrors(error: ValidationError, parent: string): FieldError[] {
  const field = parent === '' ? error.property : `${parent}.${error.property}`;
  const messages = Object.entries(error.constraints ?? {}).map(([rule, message]) =>
    rule === 'whitelistValidation' ? noSuchField : message,
  );
  const own = [...new Set(messages)].map((message) => ({ field, message }));
  return [...own, ...(error.children ?? []).flatMap((child) => fieldErrors(child, field))];
}
