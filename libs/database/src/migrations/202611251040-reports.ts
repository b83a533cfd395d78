import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './protect.js';

/** What reports count of cases as columns, the weekly digests, and letters that are no alerts. */
export class Reports1795599600000 implements MigrationInterface {
  readonly name = 'Reports1795599600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table cases
        add column reach integer,
        add column seen_at timestamptz,
        add column first_offer_at timestamptz,
        add column fixed_at timestamptz,
        add column hand_offs integer not null default 0,
        add column points text[];
      comment on column cases.points is 'the six points of score.ts in their order: yes, no or not_due';
      create index cases_posted on cases (workspace_id, posted_at);
      update cases c set
        first_offer_at = (select min(f.offered_at) from fixes f
          where f.workspace_id = c.workspace_id and f.case_id = c.id),
        fixed_at = (select min(f.settled_at) from fixes f
          where f.workspace_id = c.workspace_id and f.case_id = c.id and f.state = 'done'),
        hand_offs = (select count(*) from hand_offs h
          where h.workspace_id = c.workspace_id and h.case_id = c.id);

      create table digests (
        workspace_id uuid not null references workspaces,
        week date not null,
        digest jsonb,
        made_at timestamptz not null,
        primary key (workspace_id, week)
      );
      comment on column digests.week is 'the Monday on which the week began';
      create table letters (
        workspace_id uuid not null references workspaces,
        id uuid not null,
        kind text not null,
        about text not null,
        staff_id uuid not null,
        sent_to text not null,
        demo boolean not null default false,
        state text not null check (state in ('queued', 'sent', 'failed')),
        attempts integer not null default 0,
        queued_at timestamptz not null,
        sent_at timestamptz,
        last_error text,
        primary key (workspace_id, id),
        unique (workspace_id, kind, about, staff_id)
      );`);
    await runner.query(protect('digests', 'select, insert, update'));
    await runner.query(protect('letters', 'select, insert, update'));
    await runner.query(`
      create function heard_span.due_digests(as_of timestamptz)
        returns table (workspace_id uuid, week date)
        language sql stable security definer set search_path = pg_catalog, public as $$
          select w.workspace_id, w.monday - 7
          from (
            select workspace_id, time_zone, created_at,
              date_trunc('week', as_of at time zone time_zone)::date as monday
            from public.workspaces
          ) w
          where (as_of at time zone w.time_zone) >= w.monday + interval '8 hours'
            and w.created_at < (w.monday::timestamp at time zone w.time_zone)
            and not exists (
              select from public.digests d where d.workspace_id = w.workspace_id and d.week = w.monday - 7
            ) $$;
      revoke execute on function heard_span.due_digests from public;
      grant execute on function heard_span.due_digests to heard_service;`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
