import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Events of webhooks are taken in the order they came, those of one delivery too. */
export class OrderOfEvents1795683600000 implements MigrationInterface {
  readonly name = 'OrderOfEvents1795683600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table inbox add column nth bigint generated always as identity;
      comment on column inbox.nth is 'the order of arrival: times of one delivery are equal, and ids are random within a moment';
      drop index inbox_waiting;
      create index inbox_waiting on inbox (workspace_id, source_id, nth) where taken_at is null;`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
