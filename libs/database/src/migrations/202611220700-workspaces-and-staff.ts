import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './protect.js';

/** The service role, workspaces, brands, and the people who work here. */
export class WorkspacesAndStaff1795330800000 implements MigrationInterface {
  readonly name = 'WorkspacesAndStaff1795330800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      do $$ begin
        if not exists (select from pg_roles where rolname = 'heard_service') then
          create role heard_service nologin nosuperuser nobypassrls;
        end if;
      end $$;
      create schema heard_span;
      grant usage on schema heard_span, public to heard_service;
      create function heard_span.current_workspace() returns uuid language sql stable
        as $$ select nullif(current_setting('heard.workspace_id', true), '')::uuid $$;

      create table workspaces (
        workspace_id uuid primary key,
        name text not null,
        time_zone text not null,
        currency text not null,
        escalation_policy jsonb not null,
        created_at timestamptz not null
      );
      create table brands (
        workspace_id uuid not null references workspaces,
        id uuid not null,
        name text not null,
        demo boolean not null default false,
        primary key (workspace_id, id)
      );
      create table staff (
        workspace_id uuid not null references workspaces,
        id uuid not null,
        name text not null,
        email text not null,
        role text not null check (role in ('administrator', 'director', 'lead', 'manager', 'viewer')),
        languages text[] not null default '{}',
        brand_ids uuid[] not null default '{}',
        interface_language text not null default 'en' check (interface_language in ('ru', 'uk', 'en')),
        password_hash text,
        active boolean not null default true,
        demo boolean not null default false,
        created_at timestamptz not null,
        primary key (workspace_id, id)
      );
      create unique index staff_email on staff (workspace_id, lower(email));
      create index staff_sign_in on staff (lower(email));
      create table duty_hours (
        workspace_id uuid not null,
        staff_id uuid not null,
        weekday smallint not null check (weekday between 1 and 7),
        from_minute smallint not null check (from_minute between 0 and 1439),
        to_minute smallint not null check (to_minute between 1 and 1440),
        check (from_minute < to_minute),
        primary key (workspace_id, staff_id, weekday, from_minute),
        foreign key (workspace_id, staff_id) references staff on delete cascade
      );
      create table duty_exceptions (
        workspace_id uuid not null,
        staff_id uuid not null,
        on_date date not null,
        hours jsonb not null,
        primary key (workspace_id, staff_id, on_date),
        foreign key (workspace_id, staff_id) references staff on delete cascade
      );
      create table sessions (
        workspace_id uuid not null,
        id uuid not null,
        staff_id uuid not null,
        token_hash bytea not null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        primary key (workspace_id, id),
        foreign key (workspace_id, staff_id) references staff on delete cascade
      );
      create unique index sessions_token on sessions (token_hash);
      create table api_keys (
        workspace_id uuid not null references workspaces,
        id uuid not null,
        name text not null,
        prefix text not null,
        secret_hash bytea not null,
        scopes text[] not null,
        created_at timestamptz not null,
        last_used_at timestamptz,
        revoked_at timestamptz,
        primary key (workspace_id, id)
      );
      create unique index api_keys_secret on api_keys (secret_hash);
      create table audit (
        workspace_id uuid not null references workspaces,
        id uuid not null,
        at timestamptz not null,
        actor jsonb not null,
        action text not null,
        target text not null,
        detail jsonb not null default '{}',
        primary key (workspace_id, id)
      );`);
    await runner.query(protect('workspaces', 'select, insert, update'));
    for (const table of ['brands', 'staff', 'duty_hours', 'duty_exceptions', 'sessions', 'api_keys']) {
      await runner.query(protect(table));
    }
    await runner.query(protect('audit', 'select, insert'));
    await runner.query(`
      create function heard_span.find_sign_in(asked_email text)
        returns table (workspace_id uuid, staff_id uuid, password_hash text)
        language sql stable security definer set search_path = pg_catalog, public as $$
          select s.workspace_id, s.id, s.password_hash from public.staff s
          where lower(s.email) = lower(asked_email) and s.active and s.password_hash is not null $$;
      create function heard_span.find_session(asked_hash bytea)
        returns table (workspace_id uuid, session_id uuid, staff_id uuid)
        language sql stable security definer set search_path = pg_catalog, public as $$
          select s.workspace_id, s.id, s.staff_id from public.sessions s
          join public.staff p on p.workspace_id = s.workspace_id and p.id = s.staff_id and p.active
          where s.token_hash = asked_hash and s.expires_at > now() $$;
      create function heard_span.find_api_key(asked_hash bytea)
        returns table (workspace_id uuid, key_id uuid, scopes text[])
        language sql stable security definer set search_path = pg_catalog, public as $$
          select k.workspace_id, k.id, k.scopes from public.api_keys k
          where k.secret_hash = asked_hash and k.revoked_at is null $$;
      create function heard_span.workspace_ids() returns table (workspace_id uuid)
        language sql stable security definer set search_path = pg_catalog, public as $$
          select w.workspace_id from public.workspaces w order by w.created_at $$;`);
    await guardFunctions(runner);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}

/** Functions are executable by everybody unless said otherwise. */
async function guardFunctions(runner: QueryRunner): Promise<void> {
  await runner.query(`
    revoke execute on all functions in schema heard_span from public;
    grant execute on all functions in schema heard_span to heard_service;`);
}
