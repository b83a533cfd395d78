import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './protect.js';

/** Connected sources, what was said there, its earlier texts, and what Heard understood of it. */
export class SourcesAndMentions1795331100000 implements MigrationInterface {
  readonly name = 'SourcesAndMentions1795331100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table sources (
        workspace_id uuid not null references workspaces,
        id uuid not null,
        platform text not null,
        name text not null,
        brand_id uuid,
        settings jsonb not null default '{}',
        secrets_sealed bytea,
        secret_names text[] not null default '{}',
        state text not null default 'waiting' check (state in
          ('ok', 'waiting', 'throttled', 'failing', 'needs_reconnect', 'permission_missing', 'paused')),
        state_reason text,
        state_missing text[] not null default '{}',
        state_since timestamptz not null,
        cursor jsonb,
        next_due_at timestamptz,
        lease_until timestamptz,
        failures integer not null default 0,
        last_collected_at timestamptz,
        last_ok_at timestamptz,
        blind_since timestamptz,
        removed_at timestamptz,
        demo boolean not null default false,
        created_at timestamptz not null,
        primary key (workspace_id, id),
        foreign key (workspace_id, brand_id) references brands
      );
      create index sources_due on sources (next_due_at) where next_due_at is not null and removed_at is null;

      create table mentions (
        workspace_id uuid not null,
        id uuid not null,
        source_id uuid not null,
        kind text not null,
        external_id text not null,
        parent_external_id text,
        root_external_id text,
        author_external_id text,
        author_name text,
        is_brand boolean not null,
        author_reach integer,
        text text not null,
        title text,
        rating_value real,
        rating_scale real,
        url text,
        posted_at timestamptz not null,
        posted_at_given boolean not null,
        edited_at timestamptz,
        first_seen_at timestamptz not null,
        last_seen_at timestamptz not null,
        platform_state text not null,
        brand_reply jsonb,
        content_hash bytea not null,
        revision integer not null default 1,
        case_id uuid,
        demo boolean not null default false,
        raw json not null,
        primary key (workspace_id, id)
      );
      comment on column mentions.raw is 'json, not jsonb: kept as it came, also with \\u0000 escapes';
      create unique index mentions_identity on mentions (workspace_id, source_id, kind, external_id);
      create index mentions_by_case on mentions (workspace_id, case_id, posted_at) where case_id is not null;
      create index mentions_newest on mentions (workspace_id, posted_at desc, id desc);
      create index mentions_thread on mentions (workspace_id, source_id, root_external_id)
        where root_external_id is not null;

      create table mention_revisions (
        workspace_id uuid not null,
        mention_id uuid not null,
        revision integer not null,
        text text not null,
        title text,
        rating_value real,
        rating_scale real,
        seen_at timestamptz not null,
        primary key (workspace_id, mention_id, revision),
        foreign key (workspace_id, mention_id) references mentions on delete cascade
      );
      create table assessments (
        workspace_id uuid not null,
        mention_id uuid not null,
        revision integer not null,
        model text not null,
        language text not null,
        sentiment text not null,
        p_negative real not null,
        intent text not null,
        urgency text not null,
        urgency_reasons text[] not null,
        category text not null,
        signals jsonb not null,
        assessed_at timestamptz not null,
        primary key (workspace_id, mention_id, revision)
      );
      create table imports (
        workspace_id uuid not null references workspaces,
        id uuid not null,
        source_id uuid not null,
        file_hash bytea not null,
        name text not null,
        at timestamptz not null,
        accepted integer not null,
        duplicates integer not null,
        rejected integer not null,
        primary key (workspace_id, id),
        foreign key (workspace_id, source_id) references sources
      );`);
    for (const table of ['sources', 'mentions', 'mention_revisions', 'assessments', 'imports']) {
      await runner.query(protect(table));
    }
    await runner.query(`
      create function heard_span.claim_due_sources(as_of timestamptz, most integer, lease interval)
        returns table (workspace_id uuid, source_id uuid)
        language sql volatile security definer set search_path = pg_catalog, public as $$
          update public.sources s set lease_until = now() + lease
          from (
            select d.workspace_id, d.id from public.sources d
            where d.next_due_at <= as_of and d.removed_at is null
              and (d.lease_until is null or d.lease_until < now())
            order by d.next_due_at limit most for update skip locked
          ) due
          where s.workspace_id = due.workspace_id and s.id = due.id
          returning s.workspace_id, s.id $$;
      revoke execute on function heard_span.claim_due_sources from public;
      grant execute on function heard_span.claim_due_sources to heard_service;`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
