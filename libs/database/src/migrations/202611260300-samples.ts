import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './protect.js';

/** Texts that were drawn at random for people to check, and for how many texts each of them stands. */
export class Samples1795666800000 implements MigrationInterface {
  readonly name = 'Samples1795666800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table sample_draws (
        workspace_id uuid not null references workspaces,
        id uuid not null,
        after timestamptz,
        until timestamptz not null,
        by jsonb not null,
        primary key (workspace_id, id)
      );
      comment on column sample_draws.after is
        'drawn from what was first seen after this moment, until the other: no text is in two populations';
      create index sample_draws_newest on sample_draws (workspace_id, until desc);

      create table sample_strata (
        workspace_id uuid not null,
        draw_id uuid not null,
        language text not null,
        stratum text not null,
        population integer not null,
        drawn integer not null,
        primary key (workspace_id, draw_id, language, stratum),
        foreign key (workspace_id, draw_id) references sample_draws on delete cascade
      );

      create table sample_texts (
        workspace_id uuid not null,
        mention_id uuid not null,
        revision integer not null,
        draw_id uuid not null,
        language text not null,
        stratum text not null,
        turn real not null,
        model text not null,
        sentiment text not null,
        urgency text not null,
        lean real,
        primary key (workspace_id, mention_id),
        foreign key (workspace_id, draw_id) references sample_draws on delete cascade,
        foreign key (workspace_id, mention_id) references mentions on delete cascade
      );
      comment on column sample_texts.turn is
        'the order in which people are asked, random within a part, so that those asked so far are a sample too';
      comment on column sample_texts.sentiment is 'of the machine, as it was when the text was drawn; urgency and lean too';
      create index sample_texts_of_draw on sample_texts (workspace_id, draw_id, turn);`);
    for (const table of ['sample_draws', 'sample_strata', 'sample_texts']) {
      await runner.query(protect(table, 'select, insert'));
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
