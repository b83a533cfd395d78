import { firstBreak, readHistory } from '@heard/cases';
import { answeredAt, type Case, nextPromiseDue, rebuild } from '@heard/core';
import type { Desk } from './desk.js';

/** What holds after every story, whatever it told. */
export async function checkWhatAlwaysHolds(desk: Desk): Promise<void> {
  if (!desk.failuresAreMeant) expect(desk.shop.failures).toEqual([]);
  await everyTextIsStoredOnce(desk);
  await historiesAreWhole(desk);
  await everyOpenCaseHasSomebody(desk);
  await nothingIsToldToOutsiders(desk);
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
    expect(await tablesOf(shop.db.owner, id)).toEqual(tablesAsToldBy(rebuild(id, events)));
  }
}

async function tablesOf(owner: Desk['shop']['db']['owner'], id: string) {
  const [row] = await owner(
    `select status, urgency, category, complaints, assignee_id, assignee_since, posted_at, opened_at, answered_at,
       closed_at, closed_because, next_promise_due, broken_promises, signals from cases where id = $1`,
    [id],
  );
  const parts = (sql: string) => owner(`${sql} where case_id = $1`, [id]).then(byText);
  const [mentions, answers, promises, fixes, handOffs, outcomes] = [
    await parts('select id from mentions'),
    await parts('select id, channel, state, human, queued_at, visible_at from answers'),
    await parts('select id, what, due, state, repeats from promises'),
    await parts('select id, kind, state, what, offered_at, settled_at, evidence from fixes'),
    await parts('select from_staff_id, to_staff_id, reason, at from hand_offs'),
    await parts('select verdict, words, behaviour, at from outcomes'),
  ];
  return { row, mentions, answers, promises, fixes, handOffs, outcomes };
}

function tablesAsToldBy(state: Case): Awaited<ReturnType<typeof tablesOf>> {
  const broken = state.promises.filter((promise) => promise.state === 'broken');
  return {
    row: {
      status: state.status,
      urgency: state.urgency,
      category: state.category,
      complaints: state.complaints,
      assignee_id: state.assignee,
      assignee_since: state.assigneeSince,
      posted_at: state.postedAt,
      opened_at: state.openedAt,
      answered_at: answeredAt(state) ?? null,
      closed_at: state.closedAt ?? null,
      closed_because: state.closedBecause ?? null,
      next_promise_due: nextPromiseDue(state) ?? null,
      broken_promises: broken.length,
      signals: state.signals,
    },
    mentions: byText(state.mentionIds.map((id) => ({ id }))),
    answers: byText(
      state.answers.map(({ id, channel, state: stands, human, queuedAt, visibleAt = null }) => {
        return { id, channel, state: stands, human, queued_at: queuedAt, visible_at: visibleAt };
      }),
    ),
    promises: byText(
      state.promises.map(({ id, what, due, state: stands, repeats = null }) => {
        return { id, what, due, state: stands, repeats };
      }),
    ),
    fixes: byText(
      state.fixes.map(({ id, kind, state: stands, what, offeredAt, settledAt = null, evidence = null }) => {
        return { id, kind, state: stands, what, offered_at: offeredAt, settled_at: settledAt, evidence };
      }),
    ),
    handOffs: byText(
      state.handOffs.map(({ from, to, reason, at }) => {
        return { from_staff_id: from, to_staff_id: to, reason, at };
      }),
    ),
    outcomes: byText(
      [state.outcome].flatMap((each) =>
        each
          ? [
              {
                verdict: each.verdict,
                words: each.words ?? null,
                behaviour: each.behaviour ?? null,
                at: each.at,
              },
            ]
          : [],
      ),
    ),
  };
}

/** The order of rows in a table says nothing. */
function byText(rows: readonly unknown[]): unknown[] {
  const key = (row: unknown): string => JSON.stringify(row);
  return rows.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
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
  const tables = await wholeDatabase(shop.db.owner);
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

async function wholeDatabase(owner: Desk['shop']['db']['owner']): Promise<string> {
  const tables = await owner<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'pgboss')`,
  );
  expect(tables.length).toBeGreaterThan(20);
  const dumps = [];
  for (const { name } of tables) {
    const rows = await owner<{ row: string }>(`select t::text as row from ${name} t`);
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
