import { randomUUID } from 'node:crypto';
import { HttpException } from '@nestjs/common';
import { Fault, type FaultKind, isFault } from '@heard/core';

/** One field of a request that is not as it must be. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}

/** A problem as RFC 9457 says it. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errorId?: string;
  readonly about?: Readonly<Record<string, string>>;
  readonly errors?: readonly FieldError[];
  /** Seconds; becomes the header Retry-After. */
  readonly retryAfter?: number;
}

/** The request itself was not as it must be. */
export class InvalidRequest extends Fault {
  constructor(readonly errors: readonly FieldError[]) {
    super('invalid', 'The request is not as it must be; see `errors` for each field.', {
      code: 'invalid_request',
    });
  }
}

/** A no of the HTTP layer itself, before any rule was asked. */
export class HttpProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
  ) {
    super(detail);
    this.name = 'HttpProblem';
  }
}

const statusOf: Record<FaultKind, number> = {
  invalid: 422,
  missing: 404,
  refused: 409,
  conflict: 409,
  throttled: 429,
  unavailable: 503,
  disconnected: 409,
  rejected: 422,
  bug: 500,
};

const titles: Readonly<Record<number, string>> = {
  400: 'The request cannot be read',
  401: 'Sign in or show an API key',
  403: 'Not allowed',
  404: 'Not found',
  405: 'No such method here',
  406: 'Not acceptable',
  408: 'The request took too long',
  409: 'Not possible now',
  413: 'Too large',
  415: 'Not JSON',
  422: 'Not valid',
  429: 'Too many requests',
  431: 'Too large',
  500: 'Something went wrong here',
  503: 'Not available right now',
};

const retryAfterSeconds = 5;

/** What a caller is told of an error. What is not known to be meant for callers is a bug, and says nothing of itself. */
export function problemOf(error: unknown, now: Date): Problem {
  if (error instanceof HttpProblem) return problem(error.status, error.code, error.message);
  if (isFault(error) && error.kind !== 'bug') return ofFault(error, now);
  const http = httpStatusOf(error);
  if (http !== undefined) return ofHttp(http);
  return {
    ...problem(500, 'bug', 'This is our fault. Try again; if it stays, tell the administrator the error id.'),
    errorId: randomUUID(),
  };
}

function ofFault(fault: Fault, now: Date): Problem {
  const status = fault.code === 'wrong_credentials' ? 401 : statusOf[fault.kind];
  const about = aboutOf(fault);
  const errors = errorsOf(fault);
  return {
    ...problem(status, fault.code, fault.message),
    ...(about && { about }),
    ...(errors && { errors }),
    ...(status === 503 && { retryAfter: secondsUntil(fault.retryAt, now) ?? retryAfterSeconds }),
    ...(status === 429 && { retryAfter: secondsUntil(fault.retryAt, now) ?? 60 }),
  };
}

function errorsOf(fault: Fault): readonly FieldError[] | undefined {
  if (fault instanceof InvalidRequest) return fault.errors;
  return fault.missing?.map((field) => ({ field, message: fault.message }));
}

/** A refusal of a rule carries what makes it concrete, e.g. who took the case. */
function aboutOf(fault: Fault): Readonly<Record<string, string>> | undefined {
  const about: unknown = 'about' in fault ? fault.about : undefined;
  if (typeof about !== 'object' || about === null) return undefined;
  const entries = Object.entries(about).filter(([, value]) => typeof value === 'string');
  return entries.length === 0 ? undefined : (Object.fromEntries(entries) as Record<string, string>);
}

function secondsUntil(at: Date | undefined, now: Date): number | undefined {
  return at && Math.max(1, Math.ceil((at.getTime() - now.getTime()) / 1000));
}

/** Errors of Fastify and Nest say their status; only those about the request are passed on. */
function httpStatusOf(error: unknown): number | undefined {
  const status: unknown =
    error instanceof HttpException
      ? error.getStatus()
      : error instanceof Error && 'statusCode' in error
        ? error.statusCode
        : undefined;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined;
}

function ofHttp(status: number): Problem {
  switch (status) {
    case 404:
      return problem(
        404,
        'missing',
        'There is nothing at this address. See /api/openapi.json for what there is.',
      );
    case 413:
      return problem(413, 'too_large', 'A request is at most 2 MB; send it in parts.');
    case 415:
      return problem(415, 'not_json', 'Send JSON with the header content-type: application/json.');
    case 429:
      return {
        ...problem(429, 'too_many_attempts', 'Too many requests from your address; wait a minute.'),
        retryAfter: 60,
      };
    default:
      return problem(
        status,
        'bad_request',
        'The request cannot be understood as HTTP; check how it is made.',
      );
  }
}

function problem(status: number, code: string, detail: string): Problem {
  return { type: `urn:heard:problem:${code}`, title: titles[status] ?? 'Not possible', status, code, detail };
}
