/** The body of an error, RFC 9457, as the API gives it. */
export interface ProblemBody {
  readonly status: number;
  readonly code: string;
  readonly detail?: string;
  readonly errorId?: string;
  readonly about?: Readonly<Record<string, string>>;
  readonly errors?: readonly { readonly field: string; readonly message: string }[];
}

/** A no of the API, or of the way to it: then the status is 0 and the code `offline`. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail?: string;
  readonly errorId?: string;
  readonly about: Readonly<Record<string, string>>;
  readonly errors: readonly { readonly field: string; readonly message: string }[];

  constructor(body: ProblemBody, cause?: unknown) {
    super(body.detail ?? body.code, cause === undefined ? undefined : { cause });
    this.name = 'ApiProblem';
    this.status = body.status;
    this.code = body.code;
    this.detail = body.detail;
    this.errorId = body.errorId;
    this.about = body.about ?? {};
    this.errors = body.errors ?? [];
  }
}

/** True when the service may be back in a moment: it said 502-504, or did not say anything. */
export function isPassing(error: unknown): boolean {
  return error instanceof ApiProblem && [0, 502, 503, 504].includes(error.status);
}

/** True for an answer with this status. */
export function hasStatus(error: unknown, status: number): boolean {
  return error instanceof ApiProblem && error.status === status;
}
