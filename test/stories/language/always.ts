import { firstBreak, readHistory } from '@heard/cases';
import { rebuild } from '@heard/core';
import type { TestDatabase } from '@heard/testing';
import type { Desk } from './desk.js';
import { tablesAsToldBy, tablesOf } from './tables-of-case.js';

/** What holds after every story, whatever it told. */
const rules: Readonly<Record<string, (desk: Desk) => Promise<void>>> = {
  'nothing fails unless it is meant to': nothingFailedUnmeant,
  'every text is stored once': everyTextIsStoredOnce,
  'every history is whole': historiesAreWhole,
  'every open case has somebody': everyOpenCaseHasSomebody,
  'nothing is told to outsiders': nothingIsToldToOutsiders,
};

/** Checks every rule; the error names the first one that does not hold. */
export async function checkWhatAlwaysHolds(desk: Desk): Promise<void> {
  for (const [rule, check] of Object.entries(rules)) {
    await check(desk).catch((error: unknown) => {
      const why = error instanceof Error ? error.message : String(error);
      throw new Error(`It does not hold that ${rule}. ${why}`, { cause: error });
    });
  }
}

/** What the process would have logged as failed. */
async function nothingFailedUnmeant({ shop, failuresAreMeant }: Desk): Promise<void> {
  if (!failuresAreMeant) expect(shop.failures).toEqual([]);
}

/** Accepted is stored: the store holds what the platforms show, no text less and none twice. */
async function everyTextIsStoredOnce({ shop }: Desk): Promise<void> {
  const stored = await shop.db.owner<{ text: string }>('select text from mentions');
  const shown = Object.values(shop.platforms).flatMap((platform) => platform.texts());
  expect(stored.map(({ text }) => text).sort()).toEqual([...shown].sort());
}

/** Every history is an unbroken chain, and tells by itself what the tables say. */
async function historiesAreWhole({ shop }: Desk): Promise<void> {
  const cases = await shop.db.owner<{ id: string }>('select id from cases order by number');
  expect(cases.length).toBeGreaterThan(0);
  for (const { id } of cases) {
    const events = await shop.heard.database.inWorkspace(shop.workspaceId, (tx) => readHistory(tx, id));
    expect(firstBreak(id, events)).toBeUndefined();
    expect(await tablesOf(shop.db, id)).toEqual(tablesAsToldBy(rebuild(id, events)));
  }
}

/** An open case has one assignee who works here. */
async function everyOpenCaseHasSomebody({ shop }: Desk): Promise<void> {
  const lost = await shop.db.owner(
    `select c.id from cases c left join staff s on s.workspace_id = c.workspace_id and s.id = c.assignee_id and s.active
     where c.status = 'open' and s.id is null`,
  );
  expect(lost).toEqual([]);
}

/** No secret lies in a table, a letter or a log; no customer's word in a log. */
async function nothingIsToldToOutsiders({ shop }: Desk): Promise<void> {
  const secrets = Object.values(shop.platforms).flatMap((platform) => platform.secrets);
  expect(secrets.length).toBeGreaterThan(0);
  const takeTokens = shop.letterBox.letters.flatMap(({ text }) => text.match(/(?<=\/take\/)[\w-]+/gu) ?? []);
  const texts = Object.values(shop.platforms).flatMap((platform) => platform.texts());
  const logs = shop.failures.map((failure) => textOf(failure)).join('\n');
  const letters = shop.letterBox.letters.map(({ raw }) => raw).join('\n');
  const tables = await wholeDatabase(shop.db);
  const found = [
    ...[...secrets, ...takeTokens].filter((secret) => holds(tables, secret)),
    ...secrets.filter((secret) => letters.includes(secret)),
    ...[...secrets, ...takeTokens, ...texts].filter((secret) => logs.includes(secret)),
  ];
  expect(found).toEqual([]);
}

/** As text, and as bytes that PostgreSQL shows in hexadecimal. */
function holds(tables: string, secret: string): boolean {
  return tables.includes(secret) || tables.includes(Buffer.from(secret).toString('hex'));
}

async function wholeDatabase(db: TestDatabase): Promise<string> {
  const tables = await db.owner<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'pgboss')`,
  );
  expect(tables.length).toBeGreaterThan(20);
  const dumps = [];
  for (const { name } of tables) {
    const rows = await db.owner<{ row: string }>(`select t::text as row from ${name} t`);
    dumps.push(...rows.map(({ row }) => row));
  }
  return dumps.join('\n');
}

function textOf(failure: unknown): string {
  const error = (failure as { error?: unknown }).error;
  const shown =
    error instanceof Error ? `${error.message} ${error.stack} ${String(error.cause)}` : String(error);
  return `${JSON.stringify(failure)} ${shown}`;
}
