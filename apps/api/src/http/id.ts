import { Param, type PipeTransform } from '@nestjs/common';
import { Fault } from '@heard/core';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/iu;

/** What is no id names nothing. */
const idPipe: PipeTransform<string, string> = {
  transform(value) {
    if (!uuid.test(value)) throw notFound();
    return value.toLowerCase();
  },
};

/** An id in the path. */
export function Id(name = 'id'): ParameterDecorator {
  return Param(name, idPipe);
}

/** What was asked for is not there, or belongs to somebody else: the answer does not tell which. */
export function notFound(): Fault {
  return new Fault('missing', 'There is no such thing here; it may have been removed.');
}

/** The value, or the fault that it is not there. */
export function orNotFound<T>(value: T | undefined): T {
  if (value === undefined) throw notFound();
  return value;
}
