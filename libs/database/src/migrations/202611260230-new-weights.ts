import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './protect.js';

/** Which models a workspace met, and when: later ones assess anew what earlier ones did. What stood before is kept. */
export class NewWeights1795665000000 implements MigrationInterface {
  readonly name = 'NewWeights1795665000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table models_in_use (
        workspace_id uuid not null references workspaces,
        model text not null,
        since timestamptz not null,
        looked_at timestamptz,
        primary key (workspace_id, model)
      );
      comment on column models_in_use.model is 'without what a workspace taught it, which stands behind a +';
      comment on column models_in_use.looked_at is 'when a process last looked for what an earlier model assessed';

      create table former_assessments (
        workspace_id uuid not null,
        mention_id uuid not null,
        revision integer not null,
        model text not null,
        replaced_at timestamptz not null,
        before jsonb not null,
        primary key (workspace_id, mention_id, revision, replaced_at, model),
        foreign key (workspace_id, mention_id) references mentions on delete cascade
      );`);
    await runner.query(protect('models_in_use', 'select, insert, update'));
    await runner.query(protect('former_assessments', 'select, insert'));
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
