import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The one way in which a history is deleted: what the demo made up, and nothing else. Takes only the rows marked
 * `demo` of the transaction's own workspace, in the order of their references.
 */
export class DemoRemoval1795332000000 implements MigrationInterface {
  readonly name = 'DemoRemoval1795332000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function heard_span.remove_demo() returns table (removed_mentions bigint, removed_cases bigint)
        language plpgsql volatile security definer set search_path = pg_catalog, public as $$
      declare
        w uuid := heard_span.current_workspace();
      begin
        if w is null then raise exception 'remove_demo needs a workspace'; end if;
        delete from public.alerts a where a.workspace_id = w and a.demo;
        delete from public.handled_events h using public.cases c
          where h.workspace_id = w and c.workspace_id = w and c.id = h.case_id and c.demo;
        delete from public.hand_offs x using public.cases c
          where x.workspace_id = w and c.workspace_id = w and c.id = x.case_id and c.demo;
        delete from public.answers x using public.cases c
          where x.workspace_id = w and c.workspace_id = w and c.id = x.case_id and c.demo;
        delete from public.promises x using public.cases c
          where x.workspace_id = w and c.workspace_id = w and c.id = x.case_id and c.demo;
        delete from public.fixes x using public.cases c
          where x.workspace_id = w and c.workspace_id = w and c.id = x.case_id and c.demo;
        delete from public.outcomes x using public.cases c
          where x.workspace_id = w and c.workspace_id = w and c.id = x.case_id and c.demo;
        delete from public.case_events x using public.cases c
          where x.workspace_id = w and c.workspace_id = w and c.id = x.case_id and c.demo;
        delete from public.cases c where c.workspace_id = w and c.demo;
        get diagnostics removed_cases = row_count;
        delete from public.assessments x using public.mentions m
          where x.workspace_id = w and m.workspace_id = w and m.id = x.mention_id and m.demo;
        delete from public.mentions m where m.workspace_id = w and m.demo;
        get diagnostics removed_mentions = row_count;
        delete from public.imports i using public.sources s
          where i.workspace_id = w and s.workspace_id = w and s.id = i.source_id and s.demo;
        delete from public.sources s where s.workspace_id = w and s.demo;
        delete from public.staff p where p.workspace_id = w and p.demo;
        delete from public.brands b where b.workspace_id = w and b.demo;
        insert into public.audit (workspace_id, id, at, actor, action, target)
          values (w, gen_random_uuid(), now(), '{"kind": "heard"}', 'demo.removed', 'workspace:' || w);
        return next;
      end $$;
      create function heard_span.is_untouched() returns boolean
        language sql stable security definer set search_path = pg_catalog, public as $$
          select not exists (select from public.sources)
            and not exists (select from public.audit where action = 'demo.removed') $$;
      revoke execute on function heard_span.remove_demo, heard_span.is_untouched from public;
      grant execute on function heard_span.remove_demo, heard_span.is_untouched to heard_service;`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
