import type { Clock } from '@heard/core';
import type { SimAnswer, SimRequest } from '../sim-server.js';
import { VkError, type VkArgs } from './vk.fake-call.js';
import { answerMethod } from './vk.fake-methods.js';
import type { FakeVkTokenKind, VkWorld } from './vk.world.js';

/** What methods may be called with which token, as the schema of the API says. */
export const TOKENS: Readonly<Record<string, readonly FakeVkTokenKind[]>> = {
  execute: ['user', 'community', 'service'],
  'wall.get': ['user', 'service'],
  'wall.getById': ['user', 'service'],
  'wall.getComments': ['user', 'service'],
  'wall.createComment': ['user', 'community'],
  'newsfeed.getMentions': ['user'],
  'board.getTopics': ['user', 'service'],
  'board.getComments': ['user', 'service'],
  'board.createComment': ['user'],
  'market.get': ['user'],
  'market.getComments': ['user'],
  'market.createComment': ['user'],
  'users.get': ['user', 'community', 'service'],
  'groups.getById': ['user', 'community', 'service'],
  'groups.getTokenPermissions': ['community'],
  'groups.getCallbackConfirmationCode': ['user', 'community'],
  'groups.getCallbackServers': ['user', 'community'],
};
const REFUSAL: Readonly<Record<FakeVkTokenKind, number>> = { service: 28, community: 27, user: 27 };
const SCRIPT_CALL = /API\.([\w.]+)\((\{[^{}]*\})\)/g;
const MAX_CALLS = 25;
const MAX_KEPT_CALLS = 1_000;

/** The made-up VK's side of the wire: tokens, versions, `execute`, and errors with status 200. */
export class VkWireFormat {
  /** The last calls that came in, for tests to hold against the API's schema. */
  readonly calls: { method: string; args: VkArgs; answer: unknown }[] = [];

  /** Methods whose quota of the day is used up. */
  readonly spent = new Set<string>();

  constructor(
    private readonly world: VkWorld,
    private readonly pageSize: number,
    private readonly clock: Clock,
    private readonly emptyNext: () => boolean,
  ) {}

  answer(request: SimRequest): SimAnswer {
    const method = /^\/method\/([\w.]+)$/.exec(request.path)?.[1];
    const args = Object.fromEntries([...request.query, ...request.form]);
    try {
      if (method === undefined) throw new VkError(3, 'Unknown method passed.');
      if (args['v'] === undefined) throw new VkError(8, 'Invalid request: v (version) is required');
      const kind = this.tokenKind(request, args);
      if (method !== 'execute') return { status: 200, json: { response: this.call(method, args, kind) } };
      return { status: 200, json: this.execute(args['code'] ?? '', kind) };
    } catch (error) {
      return { status: 200, json: { error: errorOf(error, method ?? '') } };
    }
  }

  throttled(): SimAnswer {
    return { status: 200, json: { error: errorOf(new VkError(6, 'Too many requests per second'), '') } };
  }

  private tokenKind(request: SimRequest, args: VkArgs): FakeVkTokenKind {
    const given = request.headers.authorization?.replace(/^Bearer /, '') ?? args['access_token'];
    const token = this.world.tokens.find((known) => known.token === given);
    if (token === undefined || token.state === 'expired') {
      throw new VkError(5, `User authorization failed: invalid access_token ${given ?? ''} (4).`);
    }
    return token.kind;
  }

  private requireQuota(method: string): void {
    if (this.spent.has(method)) throw new VkError(29, 'Rate limit reached');
  }

  private call(method: string, args: VkArgs, kind: FakeVkTokenKind): unknown {
    const allowed = TOKENS[method];
    if (allowed === undefined) throw new VkError(3, 'Unknown method passed.');
    if (!allowed.includes(kind)) {
      throw new VkError(REFUSAL[kind], `Authorization failed: method is unavailable with ${kind} auth.`);
    }
    this.requireQuota(method);
    const behind = {
      world: this.world,
      pageSize: this.pageSize,
      now: this.clock.now(),
      isEmpty: this.emptyNext,
    };
    const answer = answerMethod(method, args, behind);
    this.calls.push({ method, args, answer });
    if (this.calls.length > MAX_KEPT_CALLS) this.calls.shift();
    return answer;
  }

  /** Only lists of calls are understood here: `return [API.a({…}),API.b({…})];`. */
  private execute(code: string, kind: FakeVkTokenKind): Record<string, unknown> {
    this.requireQuota('execute');
    const calls = [...code.matchAll(SCRIPT_CALL)];
    if (code !== `return [${calls.map(([whole]) => whole).join(',')}];` || calls.length === 0) {
      throw new VkError(12, 'Unable to compile code');
    }
    if (calls.length > MAX_CALLS)
      throw new VkError(13, 'Runtime error occurred during code invocation: Too many API calls');
    const errors: Record<string, unknown>[] = [];
    const response = calls.map(([, method = '', args = '{}']) => {
      try {
        const given = Object.entries(JSON.parse(args) as Record<string, unknown>);
        return this.call(method, Object.fromEntries(given.map(([key, value]) => [key, String(value)])), kind);
      } catch (error) {
        const { error_code, error_msg } = errorOf(error, method);
        errors.push({ method, error_code, error_msg }, { method: 'execute', error_code, error_msg });
        return false;
      }
    });
    return { response, ...(errors.length > 0 && { execute_errors: errors }) };
  }
}

function errorOf(error: unknown, method: string): Record<string, unknown> {
  if (!(error instanceof VkError)) throw error;
  return {
    error_code: error.number,
    error_msg: error.message,
    request_params: [{ key: 'method', value: method }],
  };
}
