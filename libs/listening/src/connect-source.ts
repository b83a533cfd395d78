import { type Clock, Fault } from '@heard/core';
import { type Database, newId, type Transaction } from '@heard/database';
import type { CheckResult, SettingError } from '@heard/sources';
import { type About, placeAsked } from '@heard/places';
import { type OpenSource, platformOf } from './open-source.js';
import {
  batchSourceOf,
  changeSource,
  findPushSource,
  findSource,
  insertSource,
  removeSource,
  type SourceRow,
  type SourceState,
} from './store/source-rows.js';

/** What a person fills in to connect a source; `settings` holds the secrets too. */
export interface Connection {
  readonly platform: string;
  readonly name: string;
  readonly brandId?: string;
  readonly locationId?: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly demo?: boolean;
}

/** What of a source can be changed; secrets that are not given stay. */
export interface ConnectionChange {
  readonly name?: string;
  /** An id, or `none`. */
  readonly brandId?: string;
  /** An id, or `none`. */
  readonly locationId?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly paused?: boolean;
}

/** Connects, checks, changes and removes sources. */
export class ConnectSource {
  constructor(
    private readonly database: Database,
    private readonly sources: OpenSource,
    private readonly clock: Clock,
  ) {}

  /** Stores a new source and makes it due at once; returns its id. */
  async connect(tx: Transaction, connection: Connection): Promise<string> {
    const checked = this.checked(connection.platform, connection.settings);
    return this.insert(
      tx,
      { ...connection, ...(await placeAsked(tx, connection, { demo: connection.demo ?? false })) },
      checked,
    );
  }

  /** The push source of this name or id; made when there is none. */
  async pushSource(tx: Transaction, nameOrId: string, demo = false): Promise<SourceRow> {
    const found = await findPushSource(tx, nameOrId);
    if (found) return found;
    const id = await this.connect(tx, { platform: 'push', name: nameOrId, settings: {}, demo });
    const made = await findSource(tx, id);
    if (!made) throw new Error('A source that was just made is not there.');
    return made;
  }

  /** Asks the platform whether the connection works, outside of any transaction. */
  async check(workspaceId: string, id: string, signal: AbortSignal): Promise<CheckResult> {
    const { source } = await this.database.inWorkspace(workspaceId, (tx) => this.sources.byId(tx, id));
    if (!source) return { ok: true };
    return source.check(signal);
  }

  /** Changes name, settings or pause; the source is asked again at once. */
  async change(tx: Transaction, id: string, change: ConnectionChange): Promise<void> {
    const row = await findSource(tx, id);
    if (!row) throw new Fault('missing', 'There is no such source.', { code: 'no_such_source' });
    const stored = this.sources.secretsOf(row);
    const merged = change.settings
      ? { ...row.settings, ...stored, ...change.settings }
      : { ...row.settings, ...stored };
    const { publicSettings, secrets } = this.checked(row.platform, merged);
    const paused = change.paused ?? row.state === 'paused';
    const listens = platformOf(row.platform).supports.collect && !paused;
    const now = this.clock.now();
    await changeSource(tx, id, {
      ...(await placeAsked(tx, placeAfter(row, change), row)),
      name: change.name?.trim() || row.name,
      settings: publicSettings,
      secretsSealed: this.sources.seal(id, secrets),
      secretNames: Object.keys(secrets),
      state: paused ? 'paused' : firstState(row.platform),
      nextDueAt: listens ? now : undefined,
      at: now,
    });
  }

  /** Stops listening and forgets the secrets; what was heard stays. */
  async remove(tx: Transaction, id: string): Promise<void> {
    if ((await removeSource(tx, id, this.clock.now())) === 0) {
      throw new Fault('missing', 'There is no such source.', { code: 'no_such_source' });
    }
  }

  private async insert(tx: Transaction, connection: Connection, checked: Checked): Promise<string> {
    const id = newId();
    const now = this.clock.now();
    await insertSource(tx, {
      id,
      platform: connection.platform,
      name: connection.name.trim(),
      brandId: connection.brandId,
      locationId: connection.locationId,
      settings: checked.publicSettings,
      secretsSealed: this.sources.seal(id, checked.secrets),
      secretNames: Object.keys(checked.secrets),
      state: firstState(connection.platform),
      nextDueAt: platformOf(connection.platform).supports.collect ? now : undefined,
      demo: connection.demo ?? false,
      at: now,
    });
    return id;
  }

  private checked(platform: string, settings: Readonly<Record<string, unknown>>): Checked {
    const checked = platformOf(platform).validate(settings);
    if (checked.ok) return checked;
    throw settingsRefused(checked.errors);
  }
}

/** What a person is told of settings that cannot be taken. */
export function settingsRefused(errors: readonly SettingError[]): Fault {
  const wrong = errors.map(({ key, code }) => `${key}: ${code}`);
  return new Fault('invalid', `These settings are not right: ${wrong.join('; ')}.`, {
    code: 'settings_invalid',
    missing: errors.map(({ key }) => key),
  });
}

/** What the source is about after a change; with a new brand, a location of the old one does not stay. */
function placeAfter(row: SourceRow, { brandId, locationId }: ConnectionChange): About {
  const before = batchSourceOf(row);
  const stays = brandId === undefined || brandId === before.brandId ? before.locationId : undefined;
  return {
    brandId: brandId === 'none' ? undefined : (brandId ?? before.brandId),
    locationId: locationId === 'none' ? undefined : (locationId ?? stays),
  };
}

interface Checked {
  readonly publicSettings: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
}

function firstState(platform: string): SourceState {
  return platformOf(platform).supports.collect ? 'waiting' : 'ok';
}
