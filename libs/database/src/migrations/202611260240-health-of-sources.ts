import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is known of a source beside its last turn: when its access ends, what the daily check misses, how long it is silent. */
export class HealthOfSources1795665600000 implements MigrationInterface {
  readonly name = 'HealthOfSources1795665600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table sources drop constraint sources_state_check;
      alter table sources add constraint sources_state_check check (state in
        ('ok', 'waiting', 'throttled', 'failing', 'needs_reconnect', 'permission_missing', 'plan_missing', 'blocked',
         'paused'));
      alter table sources
        add column checked_at timestamptz,
        add column check_due_at timestamptz not null default now(),
        add column check_missing text[] not null default '{}',
        add column access_ends_at timestamptz,
        add column silent_since timestamptz;
      comment on column sources.check_missing is 'what the daily check found missing while reading goes on, such as the right to answer';
      create index sources_to_check on sources (check_due_at) where removed_at is null;
      create function heard_span.claim_due_checks(as_of timestamptz, most integer, pause interval)
        returns table (workspace_id uuid, source_id uuid)
        language sql volatile security definer set search_path = pg_catalog, public as $$
          update public.sources s set check_due_at = as_of + pause
          from (
            select d.workspace_id, d.id from public.sources d
            where d.check_due_at <= as_of and d.removed_at is null and d.state <> 'paused'
            order by d.check_due_at limit most for update skip locked
          ) due
          where s.workspace_id = due.workspace_id and s.id = due.id
          returning s.workspace_id, s.id $$;
      revoke execute on function heard_span.claim_due_checks from public;
      grant execute on function heard_span.claim_due_checks to heard_service;`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
