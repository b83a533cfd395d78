import { Fault } from '@heard/core';
import pg from 'pg';
import { sha256 } from './ids.js';

/** The name of the service's login role for a database; at most 63 bytes, as PostgreSQL allows. */
export function serviceRoleName(database: string): string {
  const plain = database
    .toLowerCase()
    .replace(/[^a-z0-9_]/gu, '_')
    .slice(0, 40);
  return `heard_app_${plain}_${sha256(database).toString('hex').slice(0, 8)}`;
}

/**
 * Makes sure the service's login role exists and returns the address that connects with it. The role is a member of
 * `heard_service`, owns nothing and cannot bypass row-level security.
 */
export async function prepareServiceRole(ownerUrl: string, password: string): Promise<string> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>('select current_database() as name');
    const role = serviceRoleName(rows[0]?.name ?? '');
    await createOrUpdate(client, role, password);
    return urlFor(ownerUrl, role, password);
  } finally {
    await client.end();
  }
}

async function createOrUpdate(client: pg.Client, role: string, password: string): Promise<void> {
  const secret = client.escapeLiteral(password);
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock(hashtext($1))', [role]);
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
    const verb = rowCount === 0 ? 'create' : 'alter';
    await client.query(`${verb} role ${role} login nosuperuser nocreatedb nocreaterole password ${secret}`);
    await client.query(`grant heard_service to ${role}`);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Fault(
      'unavailable',
      `The user of DATABASE_URL may not create the role ${role}. Grant it CREATEROLE, or make a role that is a member of heard_service yourself and name it in HEARD_APP_DATABASE_URL.`,
      { code: 'cannot_create_role', cause: error },
    );
  }
}

function urlFor(ownerUrl: string, role: string, password: string): string {
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = password;
  return url.toString();
}
