import { Body, type PipeTransform, Query, ValidationPipe, type ValidationPipeOptions } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { type FieldError, HttpProblem, InvalidRequest } from './problem.js';

const noSuchField = 'There is no such field; leave it out.';

/** No field of ours has this name, and the library that makes objects of classes takes its value for their class. */
export function namesConstructor(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.hasOwn(value, 'constructor') || Object.values(value).some(namesConstructor);
}

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
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      if (!namesConstructor(value)) return value;
      throw new InvalidRequest([{ field: 'constructor', message: noSuchField }]);
    }
    throw new HttpProblem(422, 'invalid_request', 'The body must be one JSON object.');
  },
};

/** The body as this class; unknown fields and wrong values are named one by one. */
export function BodyOf(type: new () => object): ParameterDecorator {
  return Body(oneObject, new ValidationPipe({ ...strict, expectedType: type }));
}

/** The query as this class; unknown fields and wrong values are named one by one. */
export function QueryOf(type: new () => object): ParameterDecorator {
  return Query(new ValidationPipe({ ...strict, expectedType: type }));
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
