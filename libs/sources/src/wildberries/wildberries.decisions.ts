import { Fault, isFault, sameWords } from '@heard/core';
import { whenAnswering } from '../answer-fault.js';
import type { DecisionMade, ReplyTarget, SeenReply } from '../source.js';
import { countOf, listOf, textOf, type Wire } from '../wire.js';
import type { WildberriesApi } from './wildberries.api.js';
import { actionsOf, seenOf } from './wildberries.claim-state.js';
import { WITHHELD } from './wildberries.faults.js';
import { claimIdOf } from './wildberries.private-parse.js';

const REFUSED = 1;
const APPROVED = 2;
/** What becomes of the goods (`status_ex`), of the choices that settle it. */
const GOODS: Readonly<Record<string, number>> = { autorefund1: 5, approve1: 8, approve2: 10 };
const ALL_GOODS = Object.values(GOODS);
const TO_THE_SHOP = 'approvecc1';
const CONFIRMED = 'confirmreturngoodcc1';

/** Decisions about claims for returns. */
export class WildberriesDecisions {
  constructor(private readonly api: WildberriesApi) {}

  async decide(on: ReplyTarget, made: DecisionMade, signal: AbortSignal): Promise<{ externalId: string }> {
    const id = idOf(on);
    const comment = made.comment.trim();
    const json = { id, action: made.action, ...(comment !== '' && { comment }) };
    try {
      await this.api.call('PATCH', '/api/v1/claim', { json, section: 'claims' }, signal);
    } catch (error) {
      // Of a decision whose response was lost the second try is refused: then the first one stands.
      const stands = isFault(error, 'bug') && (await this.find(on, made, signal)) !== undefined;
      if (!stands) throw refused(error);
    }
    return { externalId: decisionId(on) };
  }

  /** Reads the claim: it has no word on who decided, so that whatever changed and is as we decided is ours. */
  async find(on: ReplyTarget, made: DecisionMade, signal: AbortSignal): Promise<SeenReply | undefined> {
    const claim = await this.read(idOf(on), signal);
    if (seenOf(claim) === made.seen) return undefined;
    if (stands(claim, made)) return { externalId: decisionId(on), state: 'visible' };
    const words = 'The claim was decided otherwise meanwhile, or is not what it was: read it again';
    throw new Fault('rejected', words, { code: 'decided_otherwise' });
  }

  private async read(id: string, signal: AbortSignal): Promise<Wire> {
    for (const archived of ['false', 'true']) {
      const call = { query: { is_archive: archived, id }, section: 'claims' } as const;
      const { claims } = await this.api
        .call('GET', '/api/v1/claims', call, signal)
        .catch((error: unknown) => {
          throw refused(error);
        });
      const [found] = listOf(claims, 'list of claims');
      if (found !== undefined) return found;
    }
    throw new Fault('missing', 'Wildberries shows no such claim; it shows claims for 14 days');
  }
}

function stands(claim: Wire, { action, comment }: DecisionMade): boolean {
  const status = countOf(claim['status']);
  const actions = actionsOf(claim);
  if (action === TO_THE_SHOP)
    return actions.includes(CONFIRMED) || (status === APPROVED && !actions.includes(action));
  if (action === CONFIRMED) return status === APPROVED && !actions.includes(action);
  if (action === 'rejectcustom')
    return status === REFUSED && sameWords(textOf(claim['wb_comment']) ?? '', comment);
  if (action.startsWith('reject')) return status === REFUSED;
  const goods = countOf(claim['status_ex']);
  return status === APPROVED && (goods === GOODS[action] || !ALL_GOODS.includes(goods));
}

function idOf({ externalId }: ReplyTarget): string {
  const id = claimIdOf(externalId);
  if (id === undefined) throw new Fault('rejected', 'This is no claim', { code: 'no_claim' });
  return id;
}

function decisionId({ externalId }: ReplyTarget): string {
  return `${externalId}/decision`;
}

/** Who may not decide can still read all else: the decision is rejected, the source is not parked. */
function refused(error: unknown): unknown {
  if (!isFault(error, 'disconnected')) return whenAnswering(error);
  const details = { code: error.code, missing: [WITHHELD.claims], cause: error };
  return new Fault('rejected', error.message, details);
}
