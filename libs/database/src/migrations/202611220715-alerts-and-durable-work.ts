import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './protect.js';

/** Alerts with everyone told of them, receivers, and which events each handler has already dealt with. */
export class AlertsAndDurableWork1795331700000 implements MigrationInterface {
  readonly name = 'AlertsAndDurableWork1795331700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table alerts (
        workspace_id uuid not null,
        id uuid not null,
        kind text not null,
        dedupe_key text not null,
        case_id uuid,
        source_id uuid,
        urgency text not null,
        reasons text[] not null,
        state text not null check (state in ('firing', 'taken', 'resolved')),
        level integer not null default 0,
        raised_at timestamptz not null,
        taken_at timestamptz,
        taken_by uuid,
        resolved_at timestamptz,
        next_escalation_at timestamptz,
        demo boolean not null default false,
        primary key (workspace_id, id),
        foreign key (workspace_id, case_id) references cases,
        foreign key (workspace_id, source_id) references sources
      );
      create unique index alerts_dedupe on alerts (workspace_id, dedupe_key);
      create index alerts_of_case on alerts (workspace_id, case_id);
      create index alerts_newest on alerts (workspace_id, raised_at desc, id desc);
      create table receivers (
        workspace_id uuid not null references workspaces,
        id uuid not null,
        kind text not null check (kind in ('webhook')),
        name text not null,
        url text not null,
        secret_sealed bytea not null,
        created_at timestamptz not null,
        primary key (workspace_id, id)
      );
      create table notifications (
        workspace_id uuid not null,
        id uuid not null,
        alert_id uuid not null,
        level integer not null,
        receiver text not null check (receiver in ('mail', 'webhook')),
        staff_id uuid,
        receiver_id uuid,
        sent_to text not null,
        link_hash bytea,
        state text not null check (state in ('queued', 'sent', 'failed')),
        attempts integer not null default 0,
        queued_at timestamptz not null,
        sent_at timestamptz,
        last_error text,
        primary key (workspace_id, id),
        foreign key (workspace_id, alert_id) references alerts on delete cascade
      );
      create index notifications_of_alert on notifications (workspace_id, alert_id);
      create unique index notifications_link on notifications (link_hash) where link_hash is not null;
      create table handled_events (
        workspace_id uuid not null,
        handler text not null,
        case_id uuid not null,
        seq integer not null,
        primary key (workspace_id, handler, case_id, seq)
      );`);
    for (const table of ['alerts', 'receivers', 'notifications']) await runner.query(protect(table));
    await runner.query(protect('handled_events', 'select, insert'));
    await runner.query(`
      create function heard_span.find_alert_link(asked_hash bytea)
        returns table (workspace_id uuid, notification_id uuid, alert_id uuid, staff_id uuid)
        language sql stable security definer set search_path = pg_catalog, public as $$
          select n.workspace_id, n.id, n.alert_id, n.staff_id from public.notifications n
          where n.link_hash = asked_hash $$;
      revoke execute on function heard_span.find_alert_link from public;
      grant execute on function heard_span.find_alert_link to heard_service;`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
