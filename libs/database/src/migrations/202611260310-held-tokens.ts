import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Access tokens that platforms gave, sealed, shared by all processes. A token's name is made of the whole access that it
 * was given for, so that only who holds that access finds it. The service role reaches them through functions only.
 */
export class HeldTokens1795667400000 implements MigrationInterface {
  readonly name = 'HeldTokens1795667400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table held_tokens (
        name text primary key,
        sealed bytea not null,
        until timestamptz not null
      );
      -- No policy and no right: they belong to no workspace.
      alter table held_tokens enable row level security;
      create function heard_span.find_token(given text) returns table (sealed bytea, until timestamptz)
        language sql stable security definer set search_path = pg_catalog, public as $$
          select t.sealed, t.until from public.held_tokens t where t.name = given $$;
      create function heard_span.keep_token(given text, sealed bytea, until timestamptz, now timestamptz) returns void
        language sql volatile security definer set search_path = pg_catalog, public as $$
          delete from public.held_tokens t where t.until < keep_token.now;
          insert into public.held_tokens as kept (name, sealed, until)
          values (given, keep_token.sealed, keep_token.until)
          on conflict (name) do update set sealed = excluded.sealed, until = excluded.until $$;`);
    for (const callable of ['find_token', 'keep_token']) {
      await runner.query(`
        revoke execute on function heard_span.${callable} from public;
        grant execute on function heard_span.${callable} to heard_service;`);
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
