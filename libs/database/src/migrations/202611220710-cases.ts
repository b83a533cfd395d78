import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './protect.js';

/** Cases with their append-only history, and what the history says as tables to ask: answers, promises, fixes, hand-offs. */
export class Cases1795331400000 implements MigrationInterface {
  readonly name = 'Cases1795331400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table cases (
        workspace_id uuid not null,
        id uuid not null,
        number integer not null,
        status text not null check (status in ('open', 'closed')),
        source_id uuid not null,
        brand_id uuid,
        author_external_id text,
        author_name text,
        language text not null,
        category text not null,
        urgency text not null,
        urgency_rank smallint not null,
        urgency_reasons text[] not null,
        signals text[] not null,
        complaints integer not null,
        assignee_id uuid not null,
        assignee_since timestamptz not null,
        assigned_because text not null,
        posted_at timestamptz not null,
        opened_at timestamptz not null,
        last_mention_at timestamptz not null,
        answered_at timestamptz,
        closed_at timestamptz,
        closed_because text,
        next_promise_due timestamptz,
        broken_promises integer not null default 0,
        version integer not null,
        last_hash bytea not null,
        demo boolean not null default false,
        primary key (workspace_id, id),
        check (status = 'open' or closed_at is not null)
      );
      create unique index cases_number on cases (workspace_id, number);
      create index cases_open on cases (workspace_id, urgency_rank desc, posted_at, id) where status = 'open';
      create index cases_closed on cases (workspace_id, closed_at desc, id) where status = 'closed';
      create index cases_newest on cases (workspace_id, opened_at desc, id);
      create index cases_of_assignee on cases (workspace_id, assignee_id) where status = 'open';
      create index cases_of_author on cases (workspace_id, source_id, author_external_id)
        where author_external_id is not null;

      create table case_events (
        workspace_id uuid not null,
        case_id uuid not null,
        seq integer not null,
        type text not null,
        at timestamptz not null,
        by jsonb not null,
        facts jsonb not null,
        previous_hash bytea,
        hash bytea not null,
        primary key (workspace_id, case_id, seq)
      );
      comment on column case_events.hash is 'SHA-256 over the hash before it and this event; see case-history.ts';

      create table answers (
        workspace_id uuid not null,
        id uuid not null,
        case_id uuid not null,
        channel text not null,
        mention_id uuid,
        text text not null,
        state text not null,
        human boolean not null,
        by_staff_id uuid,
        external_id text,
        reason text,
        queued_at timestamptz not null,
        sent_at timestamptz,
        visible_at timestamptz,
        primary key (workspace_id, id),
        foreign key (workspace_id, case_id) references cases
      );
      create index answers_of_case on answers (workspace_id, case_id);
      create table promises (
        workspace_id uuid not null,
        id uuid not null,
        case_id uuid not null,
        what text not null,
        due timestamptz not null,
        state text not null,
        repeats uuid,
        made_by uuid,
        made_at timestamptz not null,
        settled_at timestamptz,
        evidence text,
        primary key (workspace_id, id),
        foreign key (workspace_id, case_id) references cases
      );
      create index promises_of_case on promises (workspace_id, case_id);
      create index promises_open on promises (workspace_id, due) where state = 'open';
      create table fixes (
        workspace_id uuid not null,
        id uuid not null,
        case_id uuid not null,
        kind text not null,
        what text not null,
        state text not null,
        cost_minor bigint,
        currency text,
        action_who text,
        action_where text,
        action_when timestamptz,
        offered_at timestamptz not null,
        settled_at timestamptz,
        evidence text,
        words text,
        primary key (workspace_id, id),
        foreign key (workspace_id, case_id) references cases
      );
      create index fixes_of_case on fixes (workspace_id, case_id);
      create table hand_offs (
        workspace_id uuid not null,
        case_id uuid not null,
        seq integer not null,
        from_staff_id uuid not null,
        to_staff_id uuid not null,
        reason text not null,
        at timestamptz not null,
        primary key (workspace_id, case_id, seq),
        foreign key (workspace_id, case_id) references cases
      );
      create table outcomes (
        workspace_id uuid not null,
        case_id uuid not null,
        verdict text not null,
        words text,
        behaviour text,
        saved_minor bigint,
        lost_minor bigint,
        currency text,
        at timestamptz not null,
        primary key (workspace_id, case_id),
        foreign key (workspace_id, case_id) references cases
      );`);
    await runner.query(caseNumbers);
    for (const table of ['cases', 'answers', 'promises', 'fixes', 'outcomes']) {
      await runner.query(protect(table, 'select, insert, update'));
    }
    for (const table of ['case_events', 'hand_offs']) await runner.query(protect(table, 'select, insert'));
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}

/**
 * Numbers of cases from a sequence of each workspace: a counter in its row would make every batch wait for the commit
 * of the one before it. A batch that is rolled back leaves a gap.
 */
const caseNumbers = `
  create schema heard_numbers;
  create function heard_span.begin_case_numbers() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    execute format('create sequence heard_numbers.%I', 'of_' || new.workspace_id);
    return new;
  end $$;
  create trigger begin_case_numbers after insert on workspaces
    for each row execute function heard_span.begin_case_numbers();
  create function heard_span.next_case_numbers(many integer) returns setof integer
    language plpgsql volatile security definer set search_path = pg_catalog, public as $$
  declare
    numbers regclass := format('heard_numbers.%I', 'of_' || heard_span.current_workspace())::regclass;
  begin
    return query select nextval(numbers)::integer from generate_series(1, many);
  end $$;
  revoke execute on function heard_span.begin_case_numbers, heard_span.next_case_numbers from public;
  grant execute on function heard_span.next_case_numbers to heard_service;`;
