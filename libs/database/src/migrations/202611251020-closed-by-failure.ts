import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Closed cases by kind of failure: what worked before is asked for whenever a case is opened on the screen. */
export class ClosedByFailure1795598400000 implements MigrationInterface {
  readonly name = 'ClosedByFailure1795598400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index cases_closed_by_failure on cases (workspace_id, failure, closed_at) where status = 'closed'`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
