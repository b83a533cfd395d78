import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './protect.js';

/** What people taught the model in a workspace: what was proposed, and what of it was switched on and off by whom. */
export class Adaptations1795667700000 implements MigrationInterface {
  readonly name = 'Adaptations1795667700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table adaptations (
        workspace_id uuid not null references workspaces,
        version integer not null,
        kind text not null,
        model text not null,
        layers jsonb not null,
        figures jsonb not null,
        proposed_at timestamptz not null,
        primary key (workspace_id, version)
      );
      comment on column adaptations.layers is 'numbers only: no text, and no word of one';
      comment on column adaptations.figures is 'what it was measured to do on labels that it was not fitted to';

      create table adaptation_switches (
        workspace_id uuid not null references workspaces,
        seq bigint not null generated always as identity,
        version integer,
        at timestamptz not null,
        by jsonb not null,
        primary key (workspace_id, seq),
        foreign key (workspace_id, version) references adaptations
      );
      comment on column adaptation_switches.version is 'what assesses from then on; null where the model does so alone';

      create table adaptation_looks (
        workspace_id uuid primary key references workspaces,
        looked_at timestamptz not null,
        labels integer not null
      );
      comment on column adaptation_looks.labels is 'how many there were at the last look';`);
    await runner.query(protect('adaptations', 'select, insert'));
    await runner.query(protect('adaptation_switches', 'select, insert'));
    await runner.query(protect('adaptation_looks', 'select, insert, update'));
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
