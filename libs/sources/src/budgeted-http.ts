import { type Clock, Fault } from '@heard/core';
import { type HttpClient, type HttpRequest, type HttpResponse, readUsage, type ToldUsage } from '@heard/http';
import {
  type BudgetNode,
  type BudgetTree,
  type CallBudget,
  type CallPurpose,
  nodesOf,
  type Taken,
  type ToldOfNode,
} from './call-limits.js';

/** How many calls there are for, as far as it is known; kept up to date by the calls themselves. */
export interface CallPace {
  readonly perHour?: number;
}

/** What the calls of one source are counted against. */
export interface BudgetedCalls {
  readonly budget: CallBudget;
  readonly tree: BudgetTree;
  readonly purpose: 'answers' | 'polling';
}

const MINUTE_MS = 60_000;
/** Shorter waits are waited for; a longer one ends the turn. */
const LONGEST_WAIT_MS = 2_000;
const MOST_WAITS = 10;
/** From this share on polling goes slowly, and from the second one on it rests. */
const SLOW_FROM = 0.75;
const REST_FROM = 0.8;
const REST_MS = 5 * MINUTE_MS;
const TOO_MANY: ReadonlySet<number> = new Set([420, 429]);

/** A client that asks the budget before each call and tells it what each answer said of the allowance. */
export class BudgetedHttp implements HttpClient {
  readonly pace: { perHour?: number } = {};

  get proxy(): string | undefined {
    return this.http.proxy;
  }

  constructor(
    private readonly http: HttpClient,
    private readonly calls: BudgetedCalls,
    private readonly clock: Clock,
  ) {}

  async request(request: HttpRequest): Promise<HttpResponse> {
    const { nodes, cost } = nodesOf(this.calls.tree, request.method, pathOf(request.url));
    const purpose = this.calls.purpose === 'polling' ? (request.purpose ?? 'polling') : 'answers';
    await this.take(nodes, purpose, cost, request.signal);
    const response = await this.http.request(request);
    const told = toldOf(response, this.clock.now());
    if (told.length > 0)
      await this.calls.budget.learn(told.flatMap((each) => lesson(each, this.calls.tree, nodes)));
    return response;
  }

  addressOf(host: string, port: number): Promise<string> {
    return this.http.addressOf(host, port);
  }

  close(): void {
    this.http.close();
  }

  private async take(
    nodes: readonly BudgetNode[],
    purpose: CallPurpose,
    cost: number,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    for (let waits = 0; ; waits += 1) {
      signal?.throwIfAborted();
      const taken = await this.calls.budget.take(nodes, purpose, cost);
      if (purpose === 'polling') this.pace.perHour = taken.perHour;
      if (taken.waitMs === 0) return;
      if (taken.waitMs > LONGEST_WAIT_MS || waits >= MOST_WAITS) throw this.spent(taken);
      await pause(taken.waitMs, signal);
    }
  }

  private spent({ waitMs, told }: Taken): Fault {
    const retryAt = new Date(this.clock.now().getTime() + waitMs);
    return told
      ? new Fault('throttled', 'The platform wants fewer calls for a while', { code: 'calls_rest', retryAt })
      : new Fault('throttled', 'The allowance of calls is used up for now', {
          code: 'calls_spent',
          retryAt,
        });
  }
}

/** Usage as the headers tell it; a refusal without a word on it is one too. */
function toldOf({ status, headers }: HttpResponse, now: Date): readonly ToldUsage[] {
  const told = readUsage(headers, now);
  const saysWhen = told.some(({ used = 0 }) => used >= 1);
  return TOO_MANY.has(status) && !saysWhen ? [...told, { of: 'call', used: 1, waitMs: MINUTE_MS }] : told;
}

/** What a word of the platform means for the nodes of a call. */
function lesson(told: ToldUsage, tree: BudgetTree, nodes: readonly BudgetNode[]): ToldOfNode[] {
  const node = told.of === 'app' ? tree.app : told.of === 'account' ? tree.account : nodes.at(-1);
  if (node === undefined) return [];
  const { used = 0, waitMs } = told;
  if (used >= 1) return [{ key: node.key, used, blockMs: waitMs ?? REST_MS }];
  if (used >= REST_FROM) return [{ key: node.key, used, restMs: waitMs ?? REST_MS }];
  return [{ key: node.key, used, ...(used >= SLOW_FROM && { restMs: MINUTE_MS }) }];
}

function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname : url;
}

async function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  await new Promise<void>((done) => {
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      done();
    };
    const timer = setTimeout(end, ms);
    signal?.addEventListener('abort', end, { once: true });
  });
  signal?.throwIfAborted();
}
