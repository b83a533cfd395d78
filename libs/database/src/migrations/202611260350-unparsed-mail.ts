import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './protect.js';

/** Letters of a mailbox that no template reads: a person turns each into a mention, or sets it aside. */
export class UnparsedMail1795672200000 implements MigrationInterface {
  readonly name = 'UnparsedMail1795672200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table unparsed_mail (
        workspace_id uuid not null references workspaces,
        id uuid not null,
        source_id uuid not null,
        key text not null,
        because text not null,
        sender text,
        subject text not null,
        text text not null,
        received_at timestamptz not null,
        first_seen_at timestamptz not null,
        settled_at timestamptz,
        settled_by_staff_id uuid,
        mention_id uuid,
        primary key (workspace_id, id),
        unique (workspace_id, source_id, key),
        foreign key (workspace_id, source_id) references sources
      );
      comment on column unparsed_mail.key is 'the same for the same letter, byte by byte';
      comment on column unparsed_mail.because is 'unknown_sender, not_authentic, not_understood or unreadable';
      comment on column unparsed_mail.mention_id is 'what a person made of it; settled without one, it was set aside';
      create index unparsed_mail_waiting on unparsed_mail (workspace_id, received_at, id) where settled_at is null;`);
    await runner.query(protect('unparsed_mail', 'select, insert, update'));
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
