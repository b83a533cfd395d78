import { isFault } from '@heard/core';
import { type TestDatabase, testDatabase } from '@heard/testing';
import { newId } from './ids.js';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase([]);
});
afterAll(() => db.close());

const policy = JSON.stringify({ afterMinutes: 10, steps: [] });

async function workspace(name: string): Promise<string> {
  const id = newId();
  await db.database.inWorkspace(id, (tx) =>
    tx.run(
      `insert into workspaces (workspace_id, name, time_zone, currency, escalation_policy, created_at)
       values ($1, $2, 'Europe/Kyiv', 'UAH', $3, now())`,
      [id, name, policy],
    ),
  );
  return id;
}

test('a query without any filter sees only the rows of its own workspace', async () => {
  const [one, two] = [await workspace('one'), await workspace('two')];
  const seen = await db.database.inWorkspace(one, (tx) =>
    tx.rows<{ workspace_id: string }>('select * from workspaces'),
  );
  expect(seen.map((row) => row.workspace_id)).toEqual([one]);
  const all = await db.owner<{ workspace_id: string }>('select workspace_id from workspaces');
  expect(all.map((row) => row.workspace_id)).toEqual(expect.arrayContaining([one, two]));
});

test('a row of another workspace can be neither written, changed nor deleted', async () => {
  const [one, two] = [await workspace('mine'), await workspace('theirs')];
  const brand = `insert into brands (workspace_id, id, name) values ($1, $2, 'Лавка')`;
  await expect(db.database.inWorkspace(one, (tx) => tx.run(brand, [two, newId()]))).rejects.toThrow(
    /row-level security/u,
  );
  await db.database.inWorkspace(two, (tx) => tx.run(brand, [two, newId()]));
  const touched = await db.database.inWorkspace(one, async (tx) => [
    await tx.run(`update brands set name = 'x'`),
    await tx.run('delete from brands'),
  ]);
  expect(touched).toEqual([0, 0]);
});

test('outside of a workspace no table shows a row', async () => {
  await workspace('hidden');
  expect(await db.database.spanning((all) => all.rows('select * from workspaces'))).toEqual([]);
});

test('every table of customer data has workspace_id first in its key, a policy, and an owner that is not the service', async () => {
  const tables = await db.owner<{
    name: string;
    first: string | null;
    secured: boolean;
    policies: number;
    owner: string;
  }>(`
    select c.relname as name, c.relrowsecurity as secured, pg_get_userbyid(c.relowner) as owner,
      (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies,
      (select a.attname from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
        where i.indrelid = c.oid and i.indisprimary) as first
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'schema_migrations'`);
  expect(tables.length).toBeGreaterThan(20);
  const service = new URL(db.serviceUrl).username;
  // Of no workspace, and behind functions: no policy shows a row of them.
  const shared = ['call_nodes', 'call_windows', 'held_tokens'];
  for (const table of tables) {
    const own = shared.includes(table.name) ? { policies: 0 } : { first: 'workspace_id', policies: 1 };
    expect(table).toEqual({ ...table, ...own, secured: true });
    expect(table.owner).not.toBe(service);
  }
});

test('the service role cannot bypass policies, and a history can be neither edited nor deleted', async () => {
  const [role] = await db.database.spanning((all) =>
    all.rows<{ bypass: boolean; super: boolean }>(
      'select rolbypassrls as bypass, rolsuper as super from pg_roles where rolname = current_user',
    ),
  );
  expect(role).toEqual({ bypass: false, super: false });
  const id = await workspace('history');
  for (const sql of [`update case_events set type = 'x'`, 'delete from case_events', 'delete from audit']) {
    await expect(db.database.inWorkspace(id, (tx) => tx.run(sql))).rejects.toThrow(/permission denied/u);
  }
});

test('a transaction whose work throws leaves nothing behind', async () => {
  const id = await workspace('rollback');
  const failing = db.database.inWorkspace(id, async (tx) => {
    await tx.run(`update workspaces set name = 'changed'`);
    throw new Error('stop');
  });
  await expect(failing).rejects.toThrow('stop');
  const [row] = await db.database.inWorkspace(id, (tx) =>
    tx.rows<{ name: string }>('select name from workspaces'),
  );
  expect(row?.name).toBe('rollback');
});

test('a workspace that is no id is refused before anything is asked', async () => {
  const asked = db.database.inWorkspace(`x'; drop table staff; --`, async () => 1);
  await expect(asked.catch((error: unknown) => isFault(error, 'invalid'))).resolves.toBe(true);
});
