import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './protect.js';

/** What webhooks told of, until it is read; and what they missed. */
export class Inbox1795663800000 implements MigrationInterface {
  readonly name = 'Inbox1795663800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table inbox (
        workspace_id uuid not null references workspaces,
        id uuid not null,
        source_id uuid not null,
        key text not null,
        event json,
        received_at timestamptz not null,
        taken_at timestamptz,
        primary key (workspace_id, id),
        foreign key (workspace_id, source_id) references sources on delete cascade
      );
      comment on column inbox.event is 'gone once it was taken; the key stays, so that a redelivery is known';
      create unique index inbox_keys on inbox (workspace_id, source_id, key);
      create index inbox_waiting on inbox (workspace_id, source_id, received_at, id) where taken_at is null;
      create index inbox_old on inbox (workspace_id, taken_at) where taken_at is not null;

      alter table sources
        add column push_since timestamptz,
        add column push_last_at timestamptz,
        add column push_missed integer not null default 0;
      comment on column sources.push_missed is 'mentions since push_since that only polling found';`);
    await runner.query(protect('inbox'));
    await runner.query(`
      create function heard_span.workspace_of_source(source uuid) returns table (workspace_id uuid)
        language sql stable security definer set search_path = pg_catalog, public as $$
          select s.workspace_id from public.sources s where s.id = source and s.removed_at is null $$;
      revoke execute on function heard_span.workspace_of_source from public;
      grant execute on function heard_span.workspace_of_source to heard_service;`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
