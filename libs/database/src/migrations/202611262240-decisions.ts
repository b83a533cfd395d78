import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What can be decided about an item of a platform (a claim for a return), and which answer decides it. */
export class Decisions1795732800000 implements MigrationInterface {
  readonly name = 'Decisions1795732800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table mentions add column decisions jsonb');
    await runner.query('alter table answers add column decision jsonb');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
