import { type ArgumentMetadata, Injectable, type PipeTransform, ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { type FieldError, HttpProblem, InvalidRequest } from './problem.js';

/** Turns a request's body and query into their classes; unknown fields and wrong values are named one by one. */
export const validation = new ValidationPipe({
  transform: true,
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: true,
  stopAtFirstError: false,
  validationError: { target: false, value: false },
  exceptionFactory: (errors) => new InvalidRequest(errors.flatMap((error) => fieldErrors(error, ''))),
});

/** A body must be one JSON object: an array would be checked element by element, and its answer would not say so. */
@Injectable()
export class ObjectBody implements PipeTransform {
  transform(value: unknown, metadata: ArgumentMetadata): unknown {
    const isDto = metadata.metatype !== undefined && metadata.metatype !== Object;
    if (metadata.type !== 'body' || !isDto) return value;
    if (value === undefined) return {};
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
    throw new HttpProblem(422, 'invalid_request', 'The body must be one JSON object.');
  }
}

/** Every field that is wrong, by its path, such as `action.when` or `steps.0.to`. */
export function fieldErrors(error: ValidationError, parent: string): FieldError[] {
  const field = parent === '' ? error.property : `${parent}.${error.property}`;
  const own = Object.entries(error.constraints ?? {}).map(([rule, message]) => ({
    field,
    message: rule === 'whitelistValidation' ? 'There is no such field; leave it out.' : message,
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => fieldErrors(child, field))];
}
