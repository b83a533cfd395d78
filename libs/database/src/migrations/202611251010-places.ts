import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './protect.js';

/** Locations of brands, what is said about which of them, and who answers for which of them and for what. */
export class Places1795597800000 implements MigrationInterface {
  readonly name = 'Places1795597800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table brands add column retired_at timestamptz;
      create table locations (
        workspace_id uuid not null references workspaces,
        id uuid not null,
        brand_id uuid,
        name text not null,
        kind text not null check (kind in ('branch', 'shop', 'depot', 'other')),
        aliases text[] not null default '{}',
        known_as text[] not null,
        retired_at timestamptz,
        demo boolean not null default false,
        primary key (workspace_id, id),
        foreign key (workspace_id, brand_id) references brands on delete cascade
      );
      comment on column locations.known_as is 'the name and the aliases as they are compared; see known-as.ts';
      create index locations_known_as on locations using gin (known_as);
      alter table sources
        add column location_id uuid,
        add foreign key (workspace_id, location_id) references locations;
      alter table mentions add column location_id uuid;
      alter table cases add column location_id uuid;
      alter table staff
        add column location_ids uuid[] not null default '{}',
        add column skills text[] not null default '{}';`);
    await runner.query(protect('locations'));
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
