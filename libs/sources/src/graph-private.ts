import { Fault, isFault } from '@heard/core';
import type { GraphApi } from './graph-api.js';
import { textOf } from './wire.js';

/** Where a private answer is sent from, and the permission that it takes, in plain words with where it is granted. */
export interface PrivateWay {
  /** `<page>/messages` and the like. */
  readonly path: string;
  readonly permission: string;
}

/**
 * Gives Meta's one private answer to a comment, within seven days of it. Meta takes a second one for no comment, so that
 * an attempt whose response was lost is not given twice; nobody can read here which of two attempts it was.
 */
export async function replyPrivately(
  graph: GraphApi,
  { path, permission }: PrivateWay,
  { commentId, text }: { readonly commentId: string; readonly text: string },
  signal: AbortSignal,
): Promise<{ externalId: string }> {
  try {
    const form = {
      recipient: JSON.stringify({ comment_id: commentId }),
      message: JSON.stringify({ text }),
      messaging_type: 'RESPONSE',
    };
    const { body } = await graph.post(path, form, signal);
    const externalId = textOf(body['message_id']);
    if (externalId !== undefined) return { externalId };
  } catch (error) {
    throw isFault(error) ? whenPrivate(error, permission) : error;
  }
  throw new Fault('unavailable', 'The platform took the message but told no id', {
    code: 'unexpected_shape',
  });
}

/** Who may not write in private can still read and answer: the message is rejected, the source is not parked. */
function whenPrivate(fault: Fault, permission: string): Fault {
  if (fault.code === 'permission_missing')
    return new Fault('rejected', fault.message, { code: fault.code, missing: [permission], cause: fault });
  if (fault.code === 'answered_privately') {
    const words =
      'The platform says that this comment has had its private answer. Look into the inbox whether it is this one.';
    return new Fault('rejected', words, { code: fault.code, cause: fault });
  }
  return fault.code === 'bad_request'
    ? new Fault('rejected', fault.message, { code: 'not_taken', cause: fault })
    : fault;
}
