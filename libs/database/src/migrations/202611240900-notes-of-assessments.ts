import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a customer says of the recovery itself, with its places in the text, beside the signals of the assessment. */
export class NotesOfAssessments1795510800000 implements MigrationInterface {
  readonly name = 'NotesOfAssessments1795510800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table assessments add column notes jsonb not null default '[]'`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
