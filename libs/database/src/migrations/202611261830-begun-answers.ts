import type { MigrationInterface, QueryRunner } from 'typeorm';

/** That an answer was given to a platform whose word about it was lost: some platforms hide it, and must not be given it twice. */
export class BegunAnswers1795717800000 implements MigrationInterface {
  readonly name = 'BegunAnswers1795717800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table answers add column begun_at timestamptz');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
