import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When the platform says a mention was last edited, apart from when Heard saw that: what comes late must not undo it. */
export class PlatformsEdits1795715400000 implements MigrationInterface {
  readonly name = 'PlatformsEdits1795715400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table mentions add column platform_edited_at timestamptz');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
