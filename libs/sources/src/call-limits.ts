import { createHash } from 'node:crypto';

/** What calls are made for: answers may use all of an allowance, polling four fifths, what is old two fifths. */
export type CallPurpose = 'answers' | 'polling' | 'backfill';

/** The share of an allowance that calls of each purpose may bring it to. */
export const shareOf: Readonly<Record<CallPurpose, number>> = { answers: 1, polling: 0.8, backfill: 0.4 };

/** So many calls in any stretch of so many seconds; without `calls` they are only counted, and the platform tells. */
export interface CallWindow {
  readonly calls?: number;
  readonly perSeconds: number;
  /** The platform knows nothing of it: it only keeps our calls apart. */
  readonly isOurOwn?: true;
}

/**
 * So few calls a second, and never two close together: on their way they may take unequal time, and would meet within one of
 * the platform's seconds though they were made in two of ours.
 */
export function fewASecond(calls: number): readonly CallWindow[] {
  return [
    { calls, perSeconds: 1 },
    { calls: 1, perSeconds: 1.2 / calls, isOurOwn: true },
  ];
}

/** An allowance, and whose it is. */
export interface CallLevel {
  /** The settings whose values together name whose it is; only a fingerprint of them is kept. */
  readonly by: readonly string[];
  /** Who is meant by the value of a setting, where several values may mean the same: two tokens of one seller. */
  readonly named?: (value: string) => string;
  readonly windows: readonly CallWindow[];
}

/** Calls of an account that have an allowance of their own, or cost more than one. */
export interface CallStream {
  readonly name: string;
  /** Matched with the method and the path, e.g. `POST /v26.0/7_8/comments`. */
  readonly calls: RegExp;
  readonly cost?: number;
  readonly windows?: readonly CallWindow[];
}

/** The allowances of a platform: of the app that calls, of the account under it, and of its streams. */
export interface CallLimits {
  readonly app?: CallLevel;
  readonly account: CallLevel;
  readonly streams?: readonly CallStream[];
}

/** One node of the tree of budgets; whoever names the same settings shares it, in any process and workspace. */
export interface BudgetNode {
  readonly key: string;
  readonly windows: readonly CallWindow[];
}

/** What came of asking for calls. */
export interface Taken {
  /** 0 when they were taken; else nothing was, and this is when to ask again. */
  readonly waitMs: number;
  /** True when the platform itself wants to be left alone. */
  readonly told: boolean;
  /** What calls of this purpose may come to in an hour, as far as it is known. */
  readonly perHour?: number;
}

/** What a platform told of a node. */
export interface ToldOfNode {
  readonly key: string;
  readonly used?: number;
  readonly restMs?: number;
  readonly blockMs?: number;
}

/** Allowances of calls that all processes share. */
export interface CallBudget {
  /** Takes calls from every node, or from none. */
  take(nodes: readonly BudgetNode[], purpose: CallPurpose, cost: number): Promise<Taken>;
  /** Keeps what the platform told. */
  learn(told: readonly ToldOfNode[]): Promise<void>;
}

/** The nodes of one account. */
export interface BudgetTree {
  readonly app?: BudgetNode;
  readonly account: BudgetNode;
  readonly streams: readonly { readonly rule: CallStream; readonly node: BudgetNode }[];
}

/** The tree of an account of a platform, by its settings and secrets. */
export function budgetTree(
  platform: string,
  limits: CallLimits,
  values: Readonly<Record<string, string>>,
): BudgetTree {
  const keyOf = (level: string, { by, named = String }: Pick<CallLevel, 'by' | 'named'>): string => {
    const names = [platform, level, ...by.map((name) => named(values[name] ?? ''))];
    const hash = createHash('sha256').update(JSON.stringify(names)).digest('base64url');
    return `${platform}:${level}:${hash.slice(0, 24)}`;
  };
  const { app, account, streams = [] } = limits;
  return {
    // Whoever names no app shares it with nobody.
    ...(app?.by.some((name) => values[name]) && { app: { key: keyOf('app', app), windows: app.windows } }),
    account: { key: keyOf('account', account), windows: account.windows },
    streams: streams.map((rule) => ({
      rule,
      node: { key: keyOf(`stream.${rule.name}`, account), windows: rule.windows ?? [] },
    })),
  };
}

/** The nodes a call is counted against, the outermost first, and what it costs. */
export function nodesOf(
  tree: BudgetTree,
  method: string,
  path: string,
): { readonly nodes: readonly BudgetNode[]; readonly cost: number } {
  const stream = tree.streams.find(({ rule }) => rule.calls.test(`${method} ${path}`));
  const own = stream?.rule.windows === undefined ? [] : [stream.node];
  return { nodes: [...(tree.app ? [tree.app] : []), tree.account, ...own], cost: stream?.rule.cost ?? 1 };
}
