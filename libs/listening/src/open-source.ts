import { type Clock, Fault } from '@heard/core';
import type { SecretBox, Transaction } from '@heard/database';
import type { HttpClient } from '@heard/http';
import { catalog, type PlatformEntry, type Source, type SourceBaseUrls } from '@heard/sources';
import { findSource, type SourceRow } from './store/source-rows.js';

/** What opening a source takes, beside its row. */
export interface SourceParts {
  readonly http: HttpClient;
  readonly baseUrls: SourceBaseUrls;
  /** The made-up platforms of the demo; without them its sources cannot be opened. */
  readonly demo?: { readonly http: HttpClient; readonly baseUrls: SourceBaseUrls };
  readonly clock: Clock;
  readonly secretBox: SecretBox;
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

  /** The source of a row, ready to be asked; undefined where mentions are handed to us. */
  open(row: SourceRow): Source | undefined {
    const entry = platformOf(row.platform);
    const world = row.demo ? this.parts.demo : this.parts;
    if (!entry.open) return undefined;
    if (!world) {
      throw new Fault('disconnected', 'This source belongs to the demo, which is not running here.', {
        code: 'no_demo',
      });
    }
    const { http, baseUrls } = world;
    return entry.open(row.settings, this.secretsOf(row), { http, baseUrls, clock: this.parts.clock });
  }

  /** The source of an id; a fault when there is none or it cannot be opened. */
  async byId(tx: Transaction, id: string): Promise<{ row: SourceRow; source: Source | undefined }> {
    const row = await findSource(tx, id);
    if (!row) throw new Fault('missing', 'There is no such source.', { code: 'no_such_source' });
    return { row, source: this.open(row) };
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
