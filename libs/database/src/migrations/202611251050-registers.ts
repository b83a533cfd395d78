import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './protect.js';

/**
 * Registers: things that span cases, each with an append-only history chained like a case's. Tables that follow from
 * a history refer to `registers (workspace_id, id) on delete cascade`, so that the demo can be removed as a whole.
 */
export class Registers1795600200000 implements MigrationInterface {
  readonly name = 'Registers1795600200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table registers (
        workspace_id uuid not null,
        id uuid not null,
        register text not null,
        demo boolean not null default false,
        version integer not null,
        last_hash bytea not null,
        primary key (workspace_id, id)
      );
      create table register_events (
        workspace_id uuid not null,
        register text not null,
        id uuid not null,
        seq integer not null,
        type text not null,
        at timestamptz not null,
        by jsonb not null,
        facts jsonb not null,
        previous_hash bytea,
        hash bytea not null,
        primary key (workspace_id, id, seq),
        foreign key (workspace_id, id) references registers on delete cascade
      );
      comment on column register_events.hash is 'SHA-256 over the hash before it and this event; see chain.ts';`);
    await runner.query(protect('registers', 'select, insert, update'));
    await runner.query(protect('register_events', 'select, insert'));
    await runner.query(`
      create function heard_span.remove_demo_registers() returns void
        language plpgsql volatile security definer set search_path = pg_catalog, public as $$
      declare
        w uuid := heard_span.current_workspace();
      begin
        if w is null then raise exception 'remove_demo_registers needs a workspace'; end if;
        delete from public.registers r where r.workspace_id = w and r.demo;
      end $$;
      revoke execute on function heard_span.remove_demo_registers from public;
      grant execute on function heard_span.remove_demo_registers to heard_service;`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
