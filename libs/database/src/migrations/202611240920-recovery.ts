import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './protect.js';

/** What recovery adds to cases: the policy they were opened under, timers, substance, warnings, links to fixes. */
export class Recovery1795511400000 implements MigrationInterface {
  readonly name = 'Recovery1795511400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table cases
        add column policy_version integer not null default 1,
        add column failure text not null default 'other',
        add column rounds integer not null default 1,
        add column next_timer_at timestamptz;
      create index cases_timer on cases (next_timer_at) where next_timer_at is not null;
      alter table answers
        add column substantive boolean not null default true,
        add column overruled jsonb,
        add column follows uuid;
      create index answers_lately on answers (workspace_id, queued_at desc) where human;
      alter table promises add column answer_id uuid, add column warned_at timestamptz;
      alter table fixes add column catalogue_key text, add column although text;
      alter table outcomes add column given_by text;

      create table policies (
        workspace_id uuid not null references workspaces,
        version integer not null,
        policy jsonb not null,
        sections text[] not null,
        at timestamptz not null,
        by jsonb not null,
        primary key (workspace_id, version)
      );`);
    await runner.query(protect('policies', 'select, insert'));
    await runner.query(`
      create function heard_span.claim_due_cases(as_of timestamptz, most integer)
        returns table (workspace_id uuid, case_id uuid)
        language sql volatile security definer set search_path = pg_catalog, public as $$
          update public.cases c set next_timer_at = as_of + interval '1 minute'
          from (
            select d.workspace_id, d.id from public.cases d
            where d.next_timer_at <= as_of
            order by d.next_timer_at limit most for update skip locked
          ) due
          where c.workspace_id = due.workspace_id and c.id = due.id
          returning c.workspace_id, c.id $$;
      revoke execute on function heard_span.claim_due_cases from public;
      grant execute on function heard_span.claim_due_cases to heard_service;`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
