import { MailReceiver } from '@heard/alerting';
import { type Actor, type CollectedMention, heard as itself } from '@heard/core';
import { newId, SecretBox } from '@heard/database';
import { createHttpClient } from '@heard/http';
import { Jobs } from '@heard/jobs';
import { usualPace } from '@heard/listening';
import { questionOfCase } from '@heard/recovery';
import { realBaseUrls } from '@heard/sources';
import { setUpWorkspace } from '@heard/staff';
import { FakeClock, type TestDatabase, testDatabase } from '@heard/testing';
import { allQueues, composeHeard, type Heard } from './index.js';

const start = new Date('2031-03-03T10:00:00Z');
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
let db: TestDatabase;
let jobs: Jobs;
let clock: FakeClock;
let heard: Heard;
let second: Heard;
let workspaceId: string;
let lead: Actor;

/** One more process over the same database. */
function compose(secret = 'only for tests, only for tests, only'): Heard {
  return composeHeard({
    database: db.database,
    jobs,
    clock,
    secretBox: new SecretBox(secret),
    http: createHttpClient(),
    publicUrl: 'https://heard.example',
    mail: new MailReceiver(undefined),
    baseUrls: realBaseUrls,
    collect: { ...usualPace, pollMs: 60_000 },
    signal: new AbortController().signal,
    onTurnFailed: ({ error }) => {
      throw error;
    },
    onWatchFailed: ({ error }) => {
      throw error;
    },
  });
}

beforeAll(async () => {
  db = await testDatabase(allQueues);
  jobs = await Jobs.start(db.serviceUrl, () => undefined, false);
  clock = new FakeClock(start);
  second = compose();
  heard = compose();
  ({ workspaceId } = await setUpWorkspace(db.database, { administratorEmail: 'admin@shop.example' }, clock));
  const [admin] = await db.owner<{ id: string }>('select id from staff');
  lead = { kind: 'person', staffId: admin?.id ?? '', role: 'administrator' };
});
afterAll(async () => {
  await jobs.stop(0);
  await db.close();
});

let next = 0;
async function push(author: string, text: string, rest: Partial<CollectedMention> = {}): Promise<string> {
  const externalId = rest.externalId ?? `e${++next}`;
  await heard.takePushed.run(workspaceId, 'push', [
    {
      kind: 'review',
      externalId,
      author: { externalId: author, displayName: 'Олена П.', isBrand: false },
      text,
      postedAt: clock.now(),
      platformState: 'visible',
      raw: {},
      ...rest,
    },
  ]);
  return externalId;
}

const complaint = 'Замовлення не привезли вже третій день, на дзвінки ніхто не відповідає!';

async function caseOf(author: string): Promise<string> {
  const [row] = await db.owner<{ id: string }>(
    'select id from cases where author_external_id = $1 order by opened_at limit 1',
    [author],
  );
  return row?.id ?? '';
}

const act = (caseId: string, asked: Parameters<Heard['act']['run']>[2], by: Actor = lead) =>
  heard.act.run(workspaceId, caseId, asked, by);

/** A case that was opened, refused nothing, mended and closed; its customer was called. */
async function closedCase(
  rating?: CollectedMention['rating'],
): Promise<{ author: string; id: string; mention: string }> {
  const author = newId();
  const mention = await push(author, complaint, { rating });
  const id = await caseOf(author);
  await recover(id);
  return { author, id, mention };
}

async function recover(id: string): Promise<void> {
  const fixId = newId();
  const called = {
    channel: 'phone',
    text: 'Кур’єр загубив адресу; замовлення вже у вас.',
    evidence: 'Запис',
  } as const;
  await act(id, { type: 'record_answer', answerId: newId(), ...called, overrule: 'Те саме сказано й іншим' });
  await act(id, { type: 'offer_fix', fixId, offer: { kind: 'redelivery', what: 'Привезти' } });
  await act(id, { type: 'complete_fix', fixId, evidence: 'Підпис' });
  await act(id, { type: 'close', because: 'fixed' });
}

async function eventsOf(caseId: string, type: string): Promise<Record<string, unknown>[]> {
  const rows = await db.owner<{ facts: Record<string, unknown> }>(
    'select facts from case_events where case_id = $1 and type = $2 order by seq',
    [caseId, type],
  );
  return rows.map(({ facts }) => facts);
}

async function watch(): Promise<void> {
  while ((await heard.watchCases.run()) > 0);
}

const pass = (ms: number): void => clock.advanceTo(new Date(clock.now().getTime() + ms));

/** The case when its customer has to be asked by hand, with the token of the link. */
async function toAsk() {
  const closed = await closedCase();
  pass(25 * hourMs);
  await watch();
  const [due] = await eventsOf(closed.id, 'case.outcome_due');
  const linkId = String(due?.['linkId']);
  return { ...closed, linkId, token: tokenOf('outcome', linkId) };
}

const tokenOf = (purpose: 'outcome' | 'report', linkId: string): string =>
  heard.links.address(purpose, linkId).split('/').at(-1) ?? '';

test('of two processes that find it is time to ask one asks, once', async () => {
  const cases = await Promise.all([closedCase(), closedCase(), closedCase()]);
  pass(25 * hourMs);
  await Promise.all(
    cases.flatMap(({ id }) =>
      [heard, second, heard, second].map((each) => each.act.run(workspaceId, id, { type: 'tick' }, itself)),
    ),
  );
  await watch();
  for (const { id } of cases) expect(await eventsOf(id, 'case.outcome_due')).toHaveLength(1);
  const links = await db.owner<{ n: number }>(
    `select count(*)::int as n from customer_links where case_id = any($1) group by case_id`,
    [cases.map(({ id }) => id)],
  );
  expect(links).toEqual([{ n: 1 }, { n: 1 }, { n: 1 }]);
});

test('an unasked customer of a source that takes no answers is asked by the assignee, who alone gets the link', async () => {
  const { id, token } = await toAsk();
  const question = (by: Actor) =>
    heard.database.inWorkspace(workspaceId, (tx) =>
      questionOfCase(tx, id, { policies: heard.policies, links: heard.links, shows: () => by === lead }),
    );
  expect(await question(lead)).toMatchObject({ state: 'to_ask', channel: 'phone' });
  expect((await question(lead)).text).toContain(token);
  const viewer: Actor = { kind: 'person', staffId: newId(), role: 'viewer' };
  expect(await question(viewer)).not.toHaveProperty('text');
});

test('by the link the customer says how it was, changes it, and what they did stands beside it', async () => {
  const { id, token, author } = await toAsk();
  expect(await heard.outcomeByLink.page(token)).toMatchObject({ isAnswered: false, language: 'uk' });
  await heard.outcomeByLink.say(token, { verdict: 'partly', words: 'Довго чекала' });
  await push(author, 'Дякую, все добре, раджу всім!');
  await heard.outcomeByLink.say(token, { verdict: 'recovered' });
  expect(await heard.outcomeByLink.page(token)).toMatchObject({
    isAnswered: true,
    said: { verdict: 'recovered' },
  });
  const [row] = await db.owner(
    'select verdict, behaviour, given_by, public_link from outcomes where case_id = $1',
    [id],
  );
  expect(row).toEqual({
    verdict: 'recovered',
    behaviour: 'praise',
    given_by: 'customer',
    public_link: false,
  });
});

test('a link that stood in public marks the verdict, and shows nobody what was said', async () => {
  const { id, token } = await toAsk();
  await act(id, { type: 'outcome_asked', channel: 'public' });
  await heard.outcomeByLink.say(token, { verdict: 'partly', words: 'Таємне' });
  const page = await heard.outcomeByLink.page(token);
  expect(page).toMatchObject({ isAnswered: true });
  expect(page).not.toHaveProperty('said');
  const [row] = await db.owner('select words, public_link from outcomes where case_id = $1', [id]);
  expect(row).toEqual({ words: 'Таємне', public_link: true });
});

test('a link leads nowhere when it is forged, ended, for something else, or of an earlier recovery', async () => {
  const { id, linkId, token } = await toAsk();
  const page = (given: string) => heard.outcomeByLink.page(given);
  expect(await page(token)).toBeDefined();
  expect(await page('A'.repeat(43))).toBeUndefined();
  expect(
    await page(compose('another key, another key, another key').links.address('outcome', linkId)),
  ).toBeUndefined();
  expect(await heard.customerReports.page(token)).toBeUndefined();
  expect(await page(tokenOf('report', linkId))).toBeUndefined();
  await heard.outcomeByLink.say(token, { verdict: 'not_recovered' });
  await recover(id);
  expect(await page(token)).toBeUndefined();
  expect(await heard.outcomeByLink.say(token, { verdict: 'not_recovered' })).toBeUndefined();
  const [row] = await db.owner<{ status: string }>('select status from cases where id = $1', [id]);
  expect(row?.status).toBe('closed');

  const other = await toAsk();
  pass(15 * dayMs);
  expect(await page(other.token)).toBeUndefined();
});

test('another workspace sees no link and can end none', async () => {
  const { linkId, token } = await toAsk();
  const stranger = newId();
  await heard.database.inWorkspace(stranger, async (tx) => {
    expect(await tx.rows('select * from customer_links')).toEqual([]);
    await heard.links.revoke(tx, linkId);
  });
  expect(await heard.outcomeByLink.page(token)).toBeDefined();
  await expect(
    heard.customerReports.send(stranger, newId(), { channel: 'email' }, lead),
  ).rejects.toMatchObject({ kind: 'missing' });
});

test('a report’s page lives until it is revoked, and tells how it stands now', async () => {
  const author = newId();
  await push(author, complaint);
  const id = await caseOf(author);
  const { address, linkId, text } = await heard.customerReports.send(
    workspaceId,
    id,
    { channel: 'email' },
    lead,
  );
  expect(text).toContain(address);
  const token = address.split('/').at(-1) ?? '';
  expect(await heard.customerReports.page(token)).toMatchObject({ isOpen: true, language: 'uk' });
  await recover(id);
  const page = await heard.customerReports.page(token, 'en');
  expect(page).toMatchObject({ isOpen: false, language: 'en' });
  expect(JSON.stringify(page)).toContain('Done (delivered again): Привезти');
  await act(id, { type: 'revoke_report', linkId });
  expect(await heard.customerReports.page(token)).toBeUndefined();
});

test('a better rating after the closing is seen, and a new complaint opens a case and is told of the old one', async () => {
  const up = await closedCase({ value: 1, scale: 5 });
  pass(hourMs);
  await push(up.author, complaint, { externalId: up.mention, rating: { value: 5, scale: 5 } });
  expect(await eventsOf(up.id, 'case.behaviour_seen')).toMatchObject([{ behaviour: 'rating_up' }]);

  const again = await closedCase();
  pass(hourMs);
  await push(again.author, 'Знову не привезли замовлення, жах, поверніть гроші!');
  expect(await eventsOf(again.id, 'case.behaviour_seen')).toMatchObject([{ behaviour: 'new_complaint' }]);
  const [cases] = await db.owner<{ n: number }>(
    'select count(*)::int as n from cases where author_external_id = $1',
    [again.author],
  );
  expect(cases?.n).toBe(2);
});

test('secrets of links that are read back are not stored', async () => {
  const { token } = await toAsk();
  await push(newId(), `Спитали мене: https://heard.example/how/${token} — і що?`, {
    raw: {
      text: `https:\\/\\/heard.example/how/${token}`,
      redirect: `?u=https%3A%2F%2Fheard.example%2Fhow%2F${token}`,
    },
  });
  const [row] = await db.owner<{ n: number }>(
    `select count(*)::int as n from mentions where text like '%' || $1 || '%' or raw::text like '%' || $1 || '%'`,
    [token],
  );
  expect(row?.n).toBe(0);
});
