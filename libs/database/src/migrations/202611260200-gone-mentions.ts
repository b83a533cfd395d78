import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './protect.js';

/** What is not on its platform any more, the texts that are wiped for it, and the same text in several places. */
export class GoneMentions1795663200000 implements MigrationInterface {
  readonly name = 'GoneMentions1795663200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table mentions
        add column times_absent smallint not null default 0,
        add column gone_at timestamptz,
        add column wiped_at timestamptz,
        add column text_key bytea;
      comment on column mentions.times_absent is
        'whole lists in a row in which it was not found; the second one takes it for deleted';
      comment on column mentions.text_key is 'the same for the same text, wherever it was posted';
      create index mentions_of_text on mentions (workspace_id, text_key) where text_key is not null;
      create index mentions_to_wipe on mentions (workspace_id, source_id, gone_at)
        where gone_at is not null and wiped_at is null;

      create table gone_before_heard (
        workspace_id uuid not null,
        source_id uuid not null,
        kind text not null,
        external_id text not null,
        at timestamptz not null,
        primary key (workspace_id, source_id, kind, external_id)
      );
      comment on table gone_before_heard is
        'deletions that a platform told of before it told of the text: webhooks come in any order';`);
    await runner.query(protect('gone_before_heard', 'select, insert, delete'));
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
