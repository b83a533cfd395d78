import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Allowances may be of parts of a second: calls that are spread over it do not meet on their way. */
export class PartsOfSeconds1795684200000 implements MigrationInterface {
  readonly name = 'PartsOfSeconds1795684200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function heard_span.take_calls(text[], text[], integer[], integer[], real, integer);
      alter table call_windows alter column seconds type double precision;`);
    await runner.query(takeCalls);
    await runner.query(`
      revoke execute on function heard_span.take_calls from public;
      grant execute on function heard_span.take_calls to heard_service;`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}

/** As it was, but for the type of a window's length. */
const takeCalls = `
  create function heard_span.take_calls(nodes text[], window_keys text[], window_seconds double precision[], window_calls integer[],
      share real, cost integer)
    returns table (wait_ms bigint, told boolean, per_hour real)
    language plpgsql volatile security definer set search_path = pg_catalog, public as $$
    declare
      at_ms double precision;
    begin
      insert into public.call_nodes (key) select distinct n from unnest(nodes) n order by n on conflict do nothing;
      -- In one order, so that two takes never wait for each other; the windows are written under their node's lock.
      perform 1 from public.call_nodes n where n.key = any (nodes) order by n.key for update;
      at_ms := extract(epoch from clock_timestamp()) * 1000;
      select greatest(0, ceil(max(extract(epoch from
          case when share < 1 then greatest(n.rests_until, n.blocked_until) else n.blocked_until end) * 1000 - at_ms)))
        into wait_ms from public.call_nodes n where n.key = any (nodes);
      wait_ms := coalesce(wait_ms, 0);
      told := wait_ms > 0;
      with w as (
        select a.key, a.seconds, a.calls, a.seconds * 50 as slice_ms,
          heard_span.counts_as_of(c.counts, c.newest_slice, floor(at_ms / (a.seconds * 50))::bigint) as counts,
          floor(at_ms / (a.seconds * 50))::bigint as slice, n.used_share
        from unnest(window_keys, window_seconds, window_calls) as a (key, seconds, calls)
        join public.call_nodes n on n.key = a.key
        left join public.call_windows c on c.key = a.key and c.seconds = a.seconds
      ), judged as (
        select w.*,
          case when w.calls is null then 0 else heard_span.wait_of_window(w.counts, w.slice, w.slice_ms, at_ms,
            greatest(cost, 1, floor(w.calls * share)::integer), cost) end as ms,
          -- Of a few calls nobody can tell what share of it they were.
          least(w.calls, case when w.used_share >= 0.25 and w.counted >= 60
            then w.counted / w.used_share end) * share * 3600 / w.seconds as hourly
        from (select w.*, (select sum(c) from unnest(w.counts) c) as counted from w) w
      ), verdict as (
        select greatest(max(ms), take_calls.wait_ms) as ms, min(hourly) as hourly from judged
      ), written as (
        insert into public.call_windows as kept (key, seconds, counts, newest_slice)
        select j.key, j.seconds, (j.counts[1] + cost) || j.counts[2:21], j.slice
        from judged j cross join verdict v where v.ms = 0
        on conflict (key, seconds) do update set counts = excluded.counts, newest_slice = excluded.newest_slice
      )
      select coalesce(v.ms, take_calls.wait_ms), v.hourly into wait_ms, per_hour from verdict v;
      return next;
    end $$;`;
