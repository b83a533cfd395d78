import { graphError } from './graph-sim.js';
import type { SimAnswer, SimRequest } from './sim-server.js';
import { textOf, wireOf } from './wire.js';

const WITHIN_MS = 7 * 86_400_000;

/** A private answer as the made-up customer got it. */
export interface GivenPrivately {
  readonly commentId: string;
  readonly text: string;
}

/** The made-up inbox of an account: one private answer a comment, within seven days of it. */
export class PrivateSim {
  readonly given: GivenPrivately[] = [];

  constructor(private readonly now: () => Date) {}

  /** The answer to `POST …/messages`; `find` gives the comment of an id as the platform calls it. */
  answer(
    { form }: SimRequest,
    isAllowed: boolean,
    find: (id: string) => { readonly id: string; readonly at: string } | undefined,
  ): SimAnswer {
    if (!isAllowed) return graphError(403, 200, 'Requires the permission to send messages');
    const asked = textOf(wireOf(parsed(form.get('recipient')))['comment_id']) ?? '';
    const text = textOf(wireOf(parsed(form.get('message')))['text']);
    if (text === undefined) return graphError(400, 100, 'Invalid parameter: message');
    const comment = find(asked);
    if (!comment) return graphError(400, 100, `Object with ID '${asked}' does not exist`, 33);
    if (this.given.some(({ commentId }) => commentId === comment.id))
      return graphError(400, 10_900, 'Activity already replied to');
    if (this.now().getTime() - Date.parse(comment.at) > WITHIN_MS)
      return graphError(400, 10_903, 'This user cannot reply to this activity');
    this.given.push({ commentId: comment.id, text });
    return { status: 200, json: { recipient_id: '6001', message_id: `m_${this.given.length}` } };
  }
}

function parsed(value: string | null): unknown {
  try {
    return JSON.parse(value ?? '');
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
