import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The weekly digests of the demo, and the letters that told them, go with it. An emptied digest stays as a mark: its
 * week is over, and is told nobody anew.
 */
export class DemoLetters1795602000000 implements MigrationInterface {
  readonly name = 'DemoLetters1795602000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function heard_span.remove_demo_letters() returns void
        language plpgsql volatile security definer set search_path = pg_catalog, public as $$
      declare
        w uuid := heard_span.current_workspace();
      begin
        if w is null then raise exception 'remove_demo_letters needs a workspace'; end if;
        delete from public.letters l where l.workspace_id = w and l.demo;
        update public.digests d set digest = null where d.workspace_id = w and (d.digest ->> 'demo')::boolean;
      end $$;
      revoke execute on function heard_span.remove_demo_letters from public;
      grant execute on function heard_span.remove_demo_letters to heard_service;`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
