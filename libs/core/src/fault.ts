/** The nine kinds of fault, by what to do next (docs/faults.md). */
export type FaultKind =
  | 'invalid'
  | 'missing'
  | 'refused'
  | 'conflict'
  | 'throttled'
  | 'unavailable'
  | 'disconnected'
  | 'rejected'
  | 'bug';

/** What may accompany a fault. */
export interface FaultDetails {
  /** Names the rule or the cause for programs, e.g. `promise_still_open`. */
  readonly code?: string;
  /** When a throttled call may be tried again. */
  readonly retryAt?: Date;
  /** What a person must mend: permissions, fields, settings. */
  readonly missing?: readonly string[];
  readonly cause?: unknown;
}

/** An error that says what to do next. The message is for people and never holds a secret or a customer's words. */
export class Fault extends Error {
  readonly kind: FaultKind;
  readonly code: string;
  readonly retryAt?: Date;
  readonly missing?: readonly string[];

  constructor(kind: FaultKind, message: string, details: FaultDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'Fault';
    this.kind = kind;
    this.code = details.code ?? kind;
    this.retryAt = details.retryAt;
    this.missing = details.missing;
  }
}

/** True for a fault of one of the given kinds. */
export function isFault(error: unknown, ...kinds: FaultKind[]): error is Fault {
  return error instanceof Fault && (kinds.length === 0 || kinds.includes(error.kind));
}
