import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './protect.js';

/**
 * Incidents as tables to ask, what each case could share with others, and the people who are likely hit: these are no
 * part of a history, so that they can be wiped.
 */
export class Incidents1795600800000 implements MigrationInterface {
  readonly name = 'Incidents1795600800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table incidents (
        workspace_id uuid not null,
        id uuid not null,
        status text not null check (status in ('proposed', 'confirmed', 'dismissed', 'resolved')),
        scope text not null,
        shares jsonb not null,
        sure real not null,
        authors integer not null,
        coordinated boolean not null,
        since timestamptz not null,
        proposed_at timestamptz not null,
        resolved_at timestamptz,
        demo boolean not null default false,
        primary key (workspace_id, id),
        foreign key (workspace_id, id) references registers on delete cascade
      );
      create index incidents_newest on incidents (workspace_id, proposed_at desc, id desc);
      create index incidents_to_wipe on incidents (resolved_at) where resolved_at is not null;
      create table incident_cases (
        workspace_id uuid not null,
        incident_id uuid not null,
        case_id uuid not null,
        state text not null check (state in ('proposed', 'confirmed', 'left')),
        joined_at timestamptz not null,
        primary key (workspace_id, incident_id, case_id),
        foreign key (workspace_id, incident_id) references incidents on delete cascade
      );
      create index incidents_of_case on incident_cases (workspace_id, case_id);
      create table case_traits (
        workspace_id uuid not null,
        case_id uuid not null,
        scope text not null,
        at timestamptz not null,
        author text not null,
        fresh boolean not null,
        failure text not null,
        sketch bytea,
        location jsonb,
        couriers jsonb not null,
        products jsonb not null,
        places jsonb not null,
        primary key (workspace_id, case_id)
      );
      comment on table case_traits is 'what a case could share with others; made from its texts, and made again from them';
      create index case_traits_by_time on case_traits (workspace_id, at);
      create table incident_looks (
        workspace_id uuid primary key references workspaces,
        next_at timestamptz not null,
        seen_until timestamptz not null
      );
      create table likely_hit (
        workspace_id uuid not null,
        id uuid not null,
        incident_id uuid not null,
        name text,
        contact text,
        reference text,
        mention_id uuid,
        added_at timestamptz not null,
        told_at timestamptz,
        told_channel text,
        told_evidence text,
        told_by uuid,
        primary key (workspace_id, id),
        foreign key (workspace_id, incident_id) references incidents on delete cascade
      );
      create index likely_hit_of_incident on likely_hit (workspace_id, incident_id, added_at, id);`);
    await runner.query(protect('incidents', 'select, insert, update'));
    for (const table of ['incident_cases', 'case_traits', 'likely_hit', 'incident_looks']) {
      await runner.query(protect(table));
    }
    await runner.query(`
      create function heard_span.forget_traits() returns trigger
        language plpgsql security definer set search_path = pg_catalog, public as $$
      begin
        delete from public.case_traits t where t.workspace_id = old.workspace_id and t.case_id = old.id;
        delete from public.incident_cases i where i.workspace_id = old.workspace_id and i.case_id = old.id;
        return old;
      end $$;
      create trigger forget_traits after delete on cases
        for each row execute function heard_span.forget_traits();
      create function heard_span.claim_incident_looks(as_of timestamptz, pause interval, lookback interval)
        returns table (workspace_id uuid)
        language sql volatile security definer set search_path = pg_catalog, public as $$
          insert into public.incident_looks (workspace_id, next_at, seen_until)
            select w.workspace_id, as_of, as_of - lookback from public.workspaces w
            on conflict do nothing;
          update public.incident_looks l set next_at = as_of + pause
          from (
            select d.workspace_id from public.incident_looks d
            where d.next_at <= as_of for update skip locked
          ) due
          where l.workspace_id = due.workspace_id
          returning l.workspace_id $$;
      revoke execute on function heard_span.claim_incident_looks, heard_span.forget_traits from public;
      grant execute on function heard_span.claim_incident_looks to heard_service;`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
