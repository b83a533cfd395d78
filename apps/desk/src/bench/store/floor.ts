import type { CollectedMention } from '@heard/core';
import { type Database, newId, sha256 } from '@heard/database';
import pg from 'pg';

/** A table like `mentions`, with all its indexes and nothing around it: what PostgreSQL does when nobody thinks. */
export async function makeFloor(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('create table mentions_floor (like mentions including all)');
    await client.query('grant insert on mentions_floor to heard_service');
  } finally {
    await client.end();
  }
}

/** Gathers the statistics that a database has once it has run for a minute; without them PostgreSQL plans blindly. */
export async function gatherStatistics(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}

/** The columns of a batch, ready to be sent. */
export type FloorBatch = readonly unknown[];

/** Lays a batch out as columns, so that the time of doing so is not the insert's. */
export function layOut(
  workspaceId: string,
  sourceId: string,
  batch: readonly CollectedMention[],
  now: Date,
): FloorBatch {
  const column = <T>(read: (each: CollectedMention) => T): T[] => batch.map(read);
  return [
    workspaceId,
    sourceId,
    now,
    column(() => newId()),
    column((each) => each.kind),
    column((each) => each.externalId),
    column((each) => each.author.externalId),
    column((each) => each.author.displayName),
    column((each) => each.text),
    column((each) => each.rating?.value),
    column((each) => each.rating?.scale),
    column((each) => each.url),
    column((each) => each.postedAt),
    column((each) => each.platformState),
    column((each) => sha256(each.text)),
    column((each) => JSON.stringify(each.raw)),
  ];
}

/** Inserts a batch in one statement and one transaction. */
export async function insertBare(database: Database, workspaceId: string, batch: FloorBatch): Promise<void> {
  await database.inWorkspace(workspaceId, (tx) =>
    tx.run(
      `insert into mentions_floor (workspace_id, source_id, is_brand, posted_at_given, first_seen_at, last_seen_at, id,
         kind, external_id, author_external_id, author_name, text, rating_value, rating_scale, url, posted_at,
         platform_state, content_hash, raw)
       select $1, $2, false, true, $3, $3, * from unnest($4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[],
         $9::text[], $10::real[], $11::real[], $12::text[], $13::timestamptz[], $14::text[], $15::bytea[], $16::json[])`,
      batch,
    ),
  );
}
