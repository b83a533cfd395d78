import { randomBytes } from 'node:crypto';
import type { Clock } from '@heard/core';
import { type Database, sha256 } from '@heard/database';
import type { OpenSource } from '@heard/listening';
import { personOfSignedRequest } from '@heard/sources';
import { askAppSources, endErasure, type Erasure, keepErasure } from './store/erasure-rows.js';
import { mentionsOfAuthor, wipeMentions } from './store/wipe-mentions.js';

/** The code that a person follows their request by. */
export interface ErasureAsked {
  readonly code: string;
}

/**
 * Meta's two callbacks about a person: forget them, and they took their consent back. The person is named by an id of the
 * app; authors of comments have ids of the page, so that most requests find nothing, and the page of the code says how
 * to name a text by its link instead.
 */
export class Erasures {
  constructor(
    private readonly database: Database,
    private readonly sources: OpenSource,
    private readonly clock: Clock,
  ) {}

  /** Wipes what the person wrote; undefined when the request is not genuine. The same request gives the same code. */
  async forget(sourceId: string, signedRequest: string): Promise<ErasureAsked | undefined> {
    const asked = await this.askedBy(sourceId, signedRequest);
    if (!asked) return undefined;
    const { workspaceId, platform, person } = asked;
    const now = this.clock.now();
    return this.database.inWorkspace(workspaceId, async (tx) => {
      const fresh = randomBytes(24).toString('base64url');
      const hash = sha256(signedRequest);
      const { code, isNew } = await keepErasure(tx, { code: fresh, sourceId, hash, at: now });
      if (!isNew) return { code };
      const ids = await mentionsOfAuthor(tx, platform, person);
      await wipeMentions(tx, ids, now);
      await endErasure(tx, code, ids.length, now);
      return { code };
    });
  }

  /** The person's tokens ended: their sources are asked at once, and say so; false when the request is not genuine. */
  async takeConsentBack(sourceId: string, signedRequest: string): Promise<boolean> {
    const asked = await this.askedBy(sourceId, signedRequest);
    if (!asked) return false;
    const now = this.clock.now();
    await this.database.inWorkspace(asked.workspaceId, (tx) => askAppSources(tx, asked.appId, now));
    return true;
  }

  /** What became of the request with this code. */
  async find(code: string): Promise<Erasure | undefined> {
    const [row] = await this.database.spanning((all) =>
      all.rows<{ asked_at: Date; done_at: Date | null; mentions: number | null }>(
        'select * from heard_span.find_erasure($1)',
        [code],
      ),
    );
    if (!row) return undefined;
    return {
      askedAt: row.asked_at,
      ...(row.done_at && { doneAt: row.done_at }),
      ...(row.mentions !== null && { mentions: row.mentions }),
    };
  }

  private async askedBy(sourceId: string, signedRequest: string) {
    const [place] = await this.database.spanning((all) =>
      all.rows<{ workspace_id: string }>('select workspace_id from heard_span.workspace_of_source($1)', [
        sourceId,
      ]),
    );
    if (!place) return undefined;
    const workspaceId = place.workspace_id;
    const { row } = await this.database.inWorkspace(workspaceId, (tx) => this.sources.byId(tx, sourceId));
    const { appSecret } = this.sources.secretsOf(row);
    const { appId } = row.settings;
    if (appSecret === undefined || appId === undefined) return undefined;
    const person = personOfSignedRequest(signedRequest, appSecret);
    return person === undefined ? undefined : { workspaceId, platform: row.platform, appId, person };
  }
}
