import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Calls that nobody answered: who called, how often, and where to. */
export class MissedContacts1795601400000 implements MigrationInterface {
  readonly name = 'MissedContacts1795601400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table mentions add column missed jsonb`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
