import { Fault, isFault, type FaultKind } from '@heard/core';
import { redact } from '@heard/http';
import { countOf, textOf, type Wire } from '../wire.js';

interface Meaning {
  readonly kind: FaultKind;
  readonly code: string;
  /** For how long the platform is left alone. */
  readonly pauseMs?: number;
  readonly missing?: string;
}

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;

const NEW_TOKEN =
  'A living token: this one was revoked, has expired or is of the wrong kind. Copy a service token from the settings of your app (id.vk.com, Apps) or a community token from the community (Manage, API usage, Access tokens)';
const OPEN_COMMUNITY =
  'Access to the community: open its wall in Manage, Sections, or connect a user token of somebody who may see it (permissions wall and groups)';
const HUMAN =
  'A person: VK asks for a captcha or a confirmation. Log in to vk.com as the owner of the token, pass it, and connect again';

const dead: Meaning = { kind: 'disconnected', code: 'token_invalid', missing: NEW_TOKEN };
const wrongToken: Meaning = { kind: 'disconnected', code: 'token_kind', missing: NEW_TOKEN };
const closed: Meaning = { kind: 'disconnected', code: 'permission_missing', missing: OPEN_COMMUNITY };
const human: Meaning = { kind: 'disconnected', code: 'policy_block', missing: HUMAN };
const later: Meaning = { kind: 'unavailable', code: 'vk_failed' };
const gone: Meaning = { kind: 'missing', code: 'missing' };
const wrong: Meaning = { kind: 'bug', code: 'bad_request' };

const MEANINGS: ReadonlyMap<number, Meaning> = new Map([
  ...[1, 10, 43].map((code) => [code, later] as const),
  [6, { kind: 'throttled', code: 'too_fast', pauseMs: SECOND_MS }],
  [9, { kind: 'throttled', code: 'flood', pauseMs: 10 * MINUTE_MS }],
  [29, { kind: 'throttled', code: 'method_quota', pauseMs: 60 * MINUTE_MS }],
  ...[2, 5, 1117, 3610].map((code) => [code, dead] as const),
  ...[27, 28].map((code) => [code, wrongToken] as const),
  ...[7, 15, 30, 203, 212].map((code) => [code, closed] as const),
  ...[14, 17, 24, 3300].map((code) => [code, human] as const),
  ...[18, 19, 37].map((code) => [code, gone] as const),
  [13, { kind: 'unavailable', code: 'body_too_large' }],
  [23, { kind: 'bug', code: 'deprecated' }],
  [213, { kind: 'rejected', code: 'comments_closed' }],
  [222, { kind: 'rejected', code: 'links_forbidden' }],
  [223, { kind: 'rejected', code: 'reply_flood' }],
]);

/** Judges an error of VK by its number; it comes with status 200. */
export function vkFault(error: Wire, now: Date, secrets: readonly string[]): Fault {
  const number = countOf(error['error_code']);
  const words = redact(textOf(error['error_msg']) ?? 'no reason given', secrets).slice(0, 300);
  const { kind, code, pauseMs, missing } = MEANINGS.get(number) ?? wrong;
  return new Fault(kind, `VK answered error ${number}: ${words}`, {
    code,
    ...(pauseMs !== undefined && { retryAt: new Date(now.getTime() + pauseMs) }),
    ...(missing !== undefined && { missing: [missing] }),
  });
}

const CLOSED_THREAD = ['missing', 'permission_missing', 'comments_closed'];

/** True when one method may not be called any more for hours; all others may. */
export function isQuota({ code }: Fault): boolean {
  return code === 'method_quota';
}

/** Gives back the fault of a spent quota; throws any other. */
export function quotaOnly(error: unknown): Fault {
  if (isFault(error) && isQuota(error)) return error;
  throw error;
}

/** True when only this list is closed to us or to this kind of token, not the whole community. */
export function isClosedList(error: unknown): error is Fault {
  return isFault(error) && [...CLOSED_THREAD, 'token_kind', 'deprecated'].includes(error.code);
}

/** True when the comments under one text cannot be read (any more). */
export function isClosedThread(fault: Fault): boolean {
  return CLOSED_THREAD.includes(fault.code);
}

/** The community itself is gone: a person must look. */
export function whenReading(fault: Fault): Fault {
  if (fault.kind !== 'missing') return fault;
  const missing = ['The community: it was deleted or blocked, or its id is another one'];
  return new Fault('disconnected', fault.message, { code: 'community_missing', missing, cause: fault });
}

/** A community that may not answer can still be read: the answer is rejected, the source is not parked. */
export function whenWriting(fault: Fault): Fault {
  const isRefusal = ['permission_missing', 'token_kind', 'policy_block', 'bad_request'].includes(fault.code);
  if (!isRefusal) return fault;
  const { code, message, missing } = fault;
  return new Fault('rejected', message, { code, missing, cause: fault });
}
