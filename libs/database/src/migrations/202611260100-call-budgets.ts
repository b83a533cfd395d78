import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How many calls platforms were asked, and until when they want to be left alone: a tree of app, account and stream,
 * shared by all processes and workspaces, by the database's clock. The service role reaches it through functions only.
 */
export class CallBudgets1795654800000 implements MigrationInterface {
  readonly name = 'CallBudgets1795654800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table call_nodes (
        key text primary key,
        rests_until timestamptz,
        blocked_until timestamptz,
        used_share real not null default 0
      );
      comment on column call_nodes.rests_until is 'polling rests, answers go on';
      create table call_windows (
        key text not null references call_nodes on delete cascade,
        seconds integer not null,
        counts integer[] not null,
        newest_slice bigint not null,
        primary key (key, seconds)
      );
      comment on column call_windows.counts is 'calls of 21 slices, each a twentieth of the window, the newest first';
      -- No policy and no right: they belong to no workspace.
      alter table call_nodes enable row level security;
      alter table call_windows enable row level security;`);
    await runner.query(countsAsOf);
    await runner.query(waitOfWindow);
    await runner.query(takeCalls);
    await runner.query(tellUsage);
    for (const callable of ['take_calls', 'tell_usage']) {
      await runner.query(`
        revoke execute on function heard_span.${callable} from public;
        grant execute on function heard_span.${callable} to heard_service;`);
    }
    for (const inner of ['counts_as_of', 'wait_of_window'])
      await runner.query(`revoke execute on function heard_span.${inner} from public;`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}

/** The slices of a window as they are now: older ones have left it. */
const countsAsOf = `
  create function heard_span.counts_as_of(counts integer[], newest bigint, slice bigint) returns integer[]
    language sql immutable set search_path = pg_catalog as $$
      select case
        when counts is null or slice - newest >= 21 then array_fill(0, array[21])
        when slice <= newest then counts
        else array_fill(0, array[(slice - newest)::integer]) || counts[1:21 - (slice - newest)::integer]
      end $$;`;

/**
 * Milliseconds until so many more calls fit, 0 when they fit now. The slice in which we are and twenty whole ones
 * before it are counted, so that no stretch of the platform's clock as long as the window holds more calls than allowed.
 */
const waitOfWindow = `
  create function heard_span.wait_of_window(counts integer[], slice bigint, slice_ms double precision, at_ms double precision,
      allowed integer, cost integer)
    returns bigint language plpgsql immutable set search_path = pg_catalog as $$
    declare
      used bigint := (select sum(c) from unnest(counts) c);
    begin
      if used + cost <= allowed then return 0; end if;
      for nth in reverse 21..1 loop
        used := used - counts[nth];
        if used + cost <= allowed then
          return greatest(1, ceil((slice - nth + 1 + 21) * slice_ms - at_ms))::bigint;
        end if;
      end loop;
      return ceil(21 * slice_ms)::bigint;
    end $$;`;

/**
 * Takes calls from every window of every node, or from none. A share below 1 leaves the rest of each window to answers
 * and obeys a rest. \`per_hour\` is what the share of the tightest window comes to, null where nothing is known: by the
 * platform's word (what we called, by the share that it calls used), or by the declared limit.
 */
const takeCalls = `
  create function heard_span.take_calls(nodes text[], window_keys text[], window_seconds integer[], window_calls integer[],
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
        select a.key, a.seconds, a.calls, a.seconds * 50.0::double precision as slice_ms,
          heard_span.counts_as_of(c.counts, c.newest_slice, floor(at_ms / (a.seconds * 50.0))::bigint) as counts,
          floor(at_ms / (a.seconds * 50.0))::bigint as slice, n.used_share
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

/** Keeps what a platform told of a node: the share that is used, a rest for polling, a stop for everything. */
const tellUsage = `
  create function heard_span.tell_usage(node text, used real, rest_ms bigint, block_ms bigint) returns void
    language sql volatile security definer set search_path = pg_catalog, public as $$
      insert into public.call_nodes as kept (key, used_share, rests_until, blocked_until)
      values (node, coalesce(used, 0), now() + make_interval(secs => rest_ms / 1000.0),
        now() + make_interval(secs => block_ms / 1000.0))
      on conflict (key) do update set
        used_share = coalesce(used, kept.used_share),
        -- The newest word on a rest counts, also that it is over; a stop is never shortened.
        rests_until = case when used is null then greatest(kept.rests_until, excluded.rests_until)
          else excluded.rests_until end,
        blocked_until = greatest(kept.blocked_until, excluded.blocked_until) $$;`;
