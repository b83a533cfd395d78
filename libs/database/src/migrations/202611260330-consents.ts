import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './protect.js';

/** Consents of people at a platform, from the moment they are asked for until accounts were chosen. */
export class Consents1795671000000 implements MigrationInterface {
  readonly name = 'Consents1795671000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table consents (
        workspace_id uuid not null references workspaces,
        id uuid not null,
        staff_id uuid not null,
        platform text not null,
        state_hash bytea not null,
        verifier_sealed bytea not null,
        begun_at timestamptz not null,
        ends_at timestamptz not null,
        used_at timestamptz,
        found_sealed bytea,
        primary key (workspace_id, id)
      );
      comment on column consents.found_sealed is 'the accounts that it opens, with their tokens, until some were chosen';
      create unique index consents_by_state on consents (workspace_id, state_hash);
      create index consents_ending on consents (workspace_id, ends_at);`);
    await runner.query(protect('consents'));
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
