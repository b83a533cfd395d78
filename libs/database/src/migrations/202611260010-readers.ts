import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './protect.js';

/** What stronger readers said of mentions, with the assessment that stood before, and what a day of them cost. */
export class Readers1795651800000 implements MigrationInterface {
  readonly name = 'Readers1795651800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table second_readings (
        workspace_id uuid not null,
        mention_id uuid not null,
        revision integer not null,
        at timestamptz not null,
        before jsonb not null,
        said jsonb not null,
        stands boolean not null,
        primary key (workspace_id, mention_id, revision),
        foreign key (workspace_id, mention_id) references mentions on delete cascade
      );
      comment on column second_readings.stands is 'false where a person had given a verdict meanwhile';
      create table reader_spending (
        workspace_id uuid not null references workspaces,
        day date not null,
        spent_micro bigint not null,
        calls integer not null,
        primary key (workspace_id, day)
      );`);
    await runner.query(protect('second_readings', 'select, insert'));
    await runner.query(protect('reader_spending', 'select, insert, update'));
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
