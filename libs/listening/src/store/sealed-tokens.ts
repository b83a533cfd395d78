import { type Clock, isFault } from '@heard/core';
import type { Database, SecretBox } from '@heard/database';
import type { HeldToken, HeldTokens } from '@heard/sources';

interface Row {
  readonly sealed: Buffer;
  readonly until: Date;
}

/** Access tokens in PostgreSQL, sealed: one process gets them, all show them. */
export class SealedTokens implements HeldTokens {
  constructor(
    private readonly database: Database,
    private readonly secretBox: SecretBox,
    private readonly clock: Clock,
  ) {}

  async find(name: string): Promise<HeldToken | undefined> {
    const [row] = await this.database.spanning((all) =>
      all.rows<Row>('select sealed, until from heard_span.find_token($1)', [name]),
    );
    if (!row) return undefined;
    try {
      return { token: this.secretBox.open(row.sealed, placeOf(name)), until: row.until };
    } catch (error) {
      // Sealed with a key that is not ours any more: as good as none.
      if (isFault(error) && error.code === 'secret_key_differs') return undefined;
      throw error;
    }
  }

  async keep(name: string, { token, until }: HeldToken): Promise<void> {
    const sealed = this.secretBox.seal(token, placeOf(name));
    await this.database.spanning((all) =>
      all.rows('select heard_span.keep_token($1, $2, $3, $4)', [name, sealed, until, this.clock.now()]),
    );
  }
}

const placeOf = (name: string): string => `token:${name}`;
