import { firstBreak, readHistory } from '@heard/cases';
import { rebuild } from '@heard/core';
import { incidentBook } from '@heard/recovery';
import { causeBook, suggestionBook } from '@heard/registers';
import type { TestDatabase } from '@heard/testing';
import type { Desk } from './desk.js';
import { tablesAsToldBy, tablesOf } from './tables-of-case.js';
import {
  causeAsToldBy,
  causeTables,
  incidentAsToldBy,
  incidentTables,
  suggestionAsToldBy,
  suggestionTables,
} from './tables-of-registers.js';

/** What holds after every story, whatever it told. */
const rules: Readonly<Record<string, (desk: Desk) => Promise<void>>> = {
  'nothing fails unless it is meant to': nothingFailedUnmeant,
  'every text is stored once': everyTextIsStoredOnce,
  'every history is whole': historiesAreWhole,
  'every register is whole': registersAreWhole,
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

/** The secrets in links of customers. */
const customersLinks = /(?<=\/(?:how|report)\/)[\w-]{43}/gu;

/** Accepted is stored: the store holds what the platforms show, no text less and none twice. */
async function everyTextIsStoredOnce({ shop, handedIn }: Desk): Promise<void> {
  const stored = await shop.db.owner<{ text: string }>('select text from mentions');
  const shown = Object.values(shop.platforms).flatMap((platform) => platform.texts());
  // What we said of a customer's link in public is read back without its secret.
  const kept = shown.map((text) => text.replaceAll(customersLinks, '…'));
  expect(stored.map(({ text }) => text).sort()).toEqual([...kept, ...handedIn].sort());
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

/** Every entry of a register has an unbroken chain, and its history alone tells what the tables say. */
async function registersAreWhole({ shop }: Desk): Promise<void> {
  const entries = await shop.db.owner<{ id: string; register: 'suggestion' | 'cause' | 'incident' }>(
    'select id, register from registers',
  );
  await shop.heard.database.inWorkspace(shop.workspaceId, async (tx) => {
    const books = {
      suggestion: suggestionBook(),
      cause: causeBook(),
      incident: incidentBook(async () => {}),
    };
    for (const { id, register } of entries) {
      const events = (await books[register].histories(tx, [id])).get(id) ?? [];
      expect(events.length).toBeGreaterThan(0);
      expect(firstBreak(id, events)).toBeUndefined();
    }
    const ids = entries.map(({ id }) => id);
    const said = (await suggestionBook().read(tx, ids)).map(({ state }) => suggestionAsToldBy(state));
    expect(await suggestionTables(shop.db)).toEqual(said);
    const causes = (await causeBook().read(tx, ids)).map(({ state }) => causeAsToldBy(state));
    expect(await causeTables(shop.db)).toEqual(causes);
    const incidents = (await books.incident.read(tx, ids)).map(({ state }) => incidentAsToldBy(state));
    expect(await incidentTables(shop.db)).toEqual(incidents);
  });
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
async function nothingIsToldToOutsiders(desk: Desk): Promise<void> {
  const { shop } = desk;
  const secrets = Object.values(shop.platforms).flatMap((platform) => platform.secrets);
  expect(secrets.length).toBeGreaterThan(0);
  const takeTokens = shop.letterBox.letters.flatMap(({ text }) => text.match(/(?<=\/take\/)[\w-]+/gu) ?? []);
  const texts = [
    ...Object.values(shop.platforms).flatMap((platform) => platform.texts()),
    ...(await numbersOfCallers(shop.db)),
  ].filter((text) => text !== '');
  // Every link that was ever made, also those that no text holds.
  const linkTokens = [
    ...texts.flatMap((text) => text.match(customersLinks) ?? []),
    ...(await tokensOf(desk)),
  ];
  const logs = shop.failures.map((failure) => textOf(failure)).join('\n');
  const letters = shop.letterBox.letters.map(({ raw }) => raw).join('\n');
  const tables = await wholeDatabase(shop.db);
  const found = [
    ...[...secrets, ...takeTokens, ...linkTokens].filter((secret) => holds(tables, secret)),
    ...[...secrets, ...linkTokens].filter((secret) => letters.includes(secret)),
    ...[...secrets, ...takeTokens, ...linkTokens, ...texts].filter((secret) => logs.includes(secret)),
  ];
  expect(found).toEqual([]);
}

/** The tokens of all links of customers there are. */
async function tokensOf({ shop }: Desk): Promise<string[]> {
  const links = await shop.db.owner<{ id: string; purpose: 'outcome' | 'report' }>(
    'select id, purpose from customer_links',
  );
  return links.map(({ id, purpose }) => shop.heard.links.address(purpose, id).split('/').at(-1) ?? '');
}

/** Whoever called in vain gave us their number, and nobody else. */
async function numbersOfCallers(db: TestDatabase): Promise<string[]> {
  const rows = await db.owner<{ phone: string }>(
    `select missed ->> 'phone' as phone from mentions where missed is not null`,
  );
  return rows.map(({ phone }) => phone);
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
