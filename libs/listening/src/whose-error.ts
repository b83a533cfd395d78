import { isFault } from '@heard/core';

/** What a platform says of the one thing that was asked for, whatever the kind of the fault. */
const ofOneThing: ReadonlySet<string> = new Set([
  'bad_request',
  'body_too_large',
  'permission_missing',
  'unexpected_shape',
]);
/** What it says of the whole account, though it is this call that it rejects. */
const ofAllThings: ReadonlySet<string> = new Set(['access_not_approved', 'plan_missing', 'policy_block']);

/** Whom an error is about: the event, the source, one of the two, or nobody but ourselves. */
export type Whose = 'event' | 'source' | 'either' | 'ours';

/** Judges what went wrong with one thing that a source was asked for. */
export function whoseIs(error: unknown): Whose {
  if (!isFault(error)) return 'ours';
  if (ofAllThings.has(error.code)) return 'source';
  if (ofOneThing.has(error.code) || isFault(error, 'invalid', 'missing', 'rejected')) return 'event';
  if (isFault(error, 'unavailable')) return 'either';
  return isFault(error, 'disconnected', 'throttled') ? 'source' : 'ours';
}
