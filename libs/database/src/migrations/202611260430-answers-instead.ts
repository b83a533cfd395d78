import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An answer that takes the place of another one says which: what its writer saw there. */
export class AnswersInstead1795674600000 implements MigrationInterface {
  readonly name = 'AnswersInstead1795674600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table answers add column instead text');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
