import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What customers gave can be taken out of corrections too; what was corrected cannot be changed. */
export class WipedNotes1795670400000 implements MigrationInterface {
  readonly name = 'WipedNotes1795670400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant update (derived, note) on corrections to heard_service');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
