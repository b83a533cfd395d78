import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './protect.js';

/** What people asked to be forgotten, by the callback of their platform, and what became of it. */
export class Erasures1795664400000 implements MigrationInterface {
  readonly name = 'Erasures1795664400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table erasures (
        workspace_id uuid not null references workspaces,
        code text not null,
        source_id uuid not null,
        request_hash bytea not null,
        asked_at timestamptz not null,
        done_at timestamptz,
        mentions integer,
        primary key (workspace_id, code),
        foreign key (workspace_id, source_id) references sources on delete cascade
      );
      comment on table erasures is 'holds nothing of the person: only the code that they were given';
      create unique index erasures_once on erasures (workspace_id, request_hash);`);
    await runner.query(protect('erasures', 'select, insert, update, delete'));
    await runner.query(`
      create function heard_span.find_erasure(given text)
        returns table (asked_at timestamptz, done_at timestamptz, mentions integer)
        language sql stable security definer set search_path = pg_catalog, public as $$
          select e.asked_at, e.done_at, e.mentions from public.erasures e where e.code = given $$;
      revoke execute on function heard_span.find_erasure from public;
      grant execute on function heard_span.find_erasure to heard_service;`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
