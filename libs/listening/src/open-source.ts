import { type Clock, Fault } from '@heard/core';
import type { SecretBox, Transaction } from '@heard/database';
import type { HttpClient } from '@heard/http';
import {
  BudgetedHttp,
  budgetTree,
  type CallBudget,
  type HeldTokens,
  catalog,
  type PlatformEntry,
  type PushContext,
  type Source,
  type SourceBaseUrls,
} from '@heard/sources';
import { findSource, type SourceRow } from './store/source-rows.js';

/** What opening a source takes, beside its row. */
export interface SourceParts {
  readonly http: HttpClient;
  readonly baseUrls: SourceBaseUrls;
  /** The made-up platforms of the demo; without them its sources cannot be opened. */
  readonly demo?: { readonly http: HttpClient; readonly baseUrls: SourceBaseUrls };
  readonly clock: Clock;
  readonly secretBox: SecretBox;
  /** Asked before each call; without it calls are not counted. Made-up platforms have no allowances. */
  readonly callBudget?: CallBudget;
  /** Where access tokens are kept for all processes. */
  readonly tokens?: HeldTokens;
}

/** The platform of this name; a fault names the ones there are. */
export function platformOf(name: string): PlatformEntry {
  const entry = Object.hasOwn(catalog, name) ? catalog[name] : undefined;
  if (entry) return entry;
  throw new Fault(
    'invalid',
    `There is no platform "${name}". Known are: ${Object.keys(catalog).join(', ')}.`,
    {
      code: 'no_such_platform',
    },
  );
}

/** Opens connected sources with their secrets, which leave the process only towards their platform. */
export class OpenSource {
  constructor(private readonly parts: SourceParts) {}

  /** The source of a row, ready to be asked; undefined where mentions are handed to us. Polling leaves calls to answers. */
  open(row: SourceRow, purpose: 'answers' | 'polling'): Source | undefined {
    const entry = platformOf(row.platform);
    const world = row.demo ? this.parts.demo : this.parts;
    if (!entry.open) return undefined;
    if (!world) {
      throw new Fault('disconnected', 'This source belongs to the demo, which is not running here.', {
        code: 'no_demo',
      });
    }
    const secrets = this.secretsOf(row);
    const { clock, tokens } = this.parts;
    const { baseUrls } = world;
    const calls = this.callsOf(entry, row, secrets);
    if (!calls) return entry.open(row.settings, secrets, { http: world.http, baseUrls, clock, tokens });
    const http = new BudgetedHttp(world.http, { ...calls, purpose }, clock);
    return entry.open(row.settings, secrets, { http, baseUrls, clock, tokens, pace: http.pace });
  }

  /** What it takes to know who sent a delivery to a source's webhook, at our address. */
  pushContext(row: SourceRow, address: string): PushContext {
    const { http, baseUrls } = (row.demo ? this.parts.demo : undefined) ?? this.parts;
    return { address, http, baseUrls, clock: this.parts.clock };
  }

  /** A platform refused calls, in words that only its own folder reads: nobody else makes them either. */
  async throttled(row: SourceRow, until: Date): Promise<void> {
    const calls = this.callsOf(platformOf(row.platform), row, this.secretsOf(row));
    const blockMs = until.getTime() - this.parts.clock.now().getTime();
    if (calls) await calls.budget.learn([{ key: calls.tree.account.key, used: 1, blockMs }]);
  }

  /** The source of an id; a fault when there is none or it cannot be opened. */
  async byId(tx: Transaction, id: string): Promise<{ row: SourceRow; source: Source | undefined }> {
    const row = await findSource(tx, id);
    if (!row) throw new Fault('missing', 'There is no such source.', { code: 'no_such_source' });
    return { row, source: this.open(row, 'answers') };
  }

  private callsOf(
    { platform, limits }: PlatformEntry,
    row: SourceRow,
    secrets: Readonly<Record<string, string>>,
  ) {
    const budget = this.parts.callBudget;
    if (!budget || !limits || row.demo) return undefined;
    return { budget, tree: budgetTree(platform, limits, { ...row.settings, ...secrets }) };
  }

  secretsOf(row: SourceRow): Record<string, string> {
    if (!row.secrets_sealed) return {};
    const opened: unknown = JSON.parse(this.parts.secretBox.open(row.secrets_sealed, placeOf(row.id)));
    return opened as Record<string, string>;
  }

  /** The secrets of a source, sealed for its row only. */
  seal(sourceId: string, secrets: Readonly<Record<string, string>>): Buffer | undefined {
    if (Object.keys(secrets).length === 0) return undefined;
    return this.parts.secretBox.seal(JSON.stringify(secrets), placeOf(sourceId));
  }
}

const placeOf = (sourceId: string): string => `source:${sourceId}`;
