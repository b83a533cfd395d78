import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './protect.js';

/** Links for customers: to say how it was, and to read what was done. Only hashes of their tokens are stored. */
export class CustomerLinks1795599000000 implements MigrationInterface {
  readonly name = 'CustomerLinks1795599000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table customer_links (
        workspace_id uuid not null,
        id uuid not null,
        case_id uuid not null,
        purpose text not null check (purpose in ('outcome', 'report')),
        token_hash bytea not null,
        made_at timestamptz not null,
        expires_at timestamptz not null,
        revoked_at timestamptz,
        used_at timestamptz,
        public boolean not null default false,
        primary key (workspace_id, id),
        foreign key (workspace_id, case_id) references cases on delete cascade
      );
      create unique index customer_links_token on customer_links (token_hash);
      create index customer_links_of_case on customer_links (workspace_id, case_id);
      alter table answers add column link_id uuid;
      alter table outcomes add column public_link boolean not null default false;`);
    await runner.query(protect('customer_links', 'select, insert, update'));
    await runner.query(`
      create function heard_span.find_customer_link(asked_hash bytea)
        returns table (workspace_id uuid, id uuid)
        language sql stable security definer set search_path = pg_catalog, public as $$
          select l.workspace_id, l.id from public.customer_links l where l.token_hash = asked_hash $$;
      revoke execute on function heard_span.find_customer_link from public;
      grant execute on function heard_span.find_customer_link to heard_service;`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
