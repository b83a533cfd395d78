import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why a sentiment was chosen and how sure it is, beside the assessment. */
export class WhyOfAssessments1795651200000 implements MigrationInterface {
  readonly name = 'WhyOfAssessments1795651200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table assessments
        add column margin real,
        add column because jsonb,
        add column also_in text,
        add column partial boolean not null default false`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
