import { CaseBook, type NewCase } from '@heard/cases';
import { type Actor, heard } from '@heard/core';
import { newId } from '@heard/database';
import { createHttpClient, type HttpClient } from '@heard/http';
import { Jobs } from '@heard/jobs';
import { Policies } from '@heard/policies';
import { findPlatform, realBaseUrls, type Source } from '@heard/sources';
import { WildberriesFake } from '@heard/sources/fakes';
import { FakeClock, type TestDatabase, testDatabase } from '@heard/testing';
import { ActOnCase, answerQueue, SendAnswer, type Team } from './index.js';

/** Decisions about claims for returns, from the case to the made-up platform and back. */

const opened = new Date('2031-03-03T08:00:00Z');
const [workspaceId, staffId] = [newId(), newId()];
const person: Actor = { kind: 'person', staffId, role: 'manager' };
const reason = 'На фото видно след от чашки: это не брак.';
const { signal } = new AbortController();

/** Whoever is asked for is there. */
const team: Team = {
  timeZone: async () => 'Europe/Kyiv',
  lead: async () => staffId,
  isLead: async () => true,
  isMadeUp: async () => false,
  isPresent: async () => true,
  nameOf: async () => undefined,
};

let clock: FakeClock;
let db: TestDatabase;
let jobs: Jobs;
let http: HttpClient;
let fake: WildberriesFake;

beforeAll(async () => {
  db = await testDatabase([answerQueue as never]);
  jobs = await Jobs.start(db.serviceUrl, () => undefined, false);
  await db.owner(
    `insert into workspaces (workspace_id, name, time_zone, currency, escalation_policy, created_at)
     values ($1, 'Маяк', 'Europe/Kyiv', 'UAH', '{}', $2)`,
    [workspaceId, opened],
  );
  await db.owner(
    `insert into staff (workspace_id, id, name, email, role, created_at)
     values ($1, $2, 'Тарас', 'taras@mayak.example', 'manager', $3)`,
    [workspaceId, staffId, opened],
  );
});
beforeEach(() => {
  clock = new FakeClock(opened);
  fake = new WildberriesFake({ clock });
});
afterEach(async () => {
  await fake.close();
  http.close();
});
afterAll(async () => {
  await jobs.stop(0);
  await db.close();
});

/** A case about a claim that was heard, and the durable work that sends what is decided. */
async function claimed(actions?: readonly string[]) {
  const { baseUrl } = await fake.listen();
  http = createHttpClient({ allowPrivateAddresses: [baseUrl], totalTimeoutMs: 2_500 });
  const source = openSource(baseUrl);
  const claimId = fake.addClaim('Страницы вырваны', opened, undefined, actions);
  const [sourceId, caseId, mentionId] = [newId(), newId(), newId()];
  const heardOf = await claimsOf(source);
  await db.owner(
    `insert into sources (workspace_id, id, platform, name, state_since, created_at) values ($1, $2, 'wildberries', $3, $4, $4)`,
    [workspaceId, sourceId, sourceId, opened],
  );
  await db.owner(
    `insert into mentions (workspace_id, id, source_id, kind, external_id, is_brand, text, posted_at, posted_at_given,
       first_seen_at, last_seen_at, platform_state, content_hash, raw, decisions)
     values ($1, $2, $3, 'message', $4, false, $5, $6, true, $6, $6, 'visible', '', '{}', $7)`,
    [workspaceId, mentionId, sourceId, heardOf?.externalId, heardOf?.text, opened, heardOf?.decisions],
  );
  const book = new CaseBook(() => Promise.resolve(), { for: async () => () => undefined });
  const act = new ActOnCase(db.database, book, new Policies(clock), team, clock);
  const links = { written: async (_tx: unknown, given: string) => given };
  const door = { open: () => Promise.resolve(source) };
  const sending = new SendAnswer(db.database, act, door, jobs, links, clock, signal);
  await db.database.inWorkspace(workspaceId, (tx) =>
    book.appendAll(tx, [], [newCase(caseId, mentionId, sourceId)]),
  );
  const seen = heardOf?.decisions?.seen ?? 'nothing';
  return {
    seen,
    claim: () => fake.world.claims.find(({ id }) => id === claimId),
    claimId,
    decide: async (action: string, text = '', given: { seen?: string; by?: Actor } = {}): Promise<string> => {
      const answerId = newId();
      const decision = { action, seen: given.seen ?? seen };
      await act.run(
        workspaceId,
        caseId,
        { type: 'answer', answerId, mentionId, text, decision },
        given.by ?? person,
      );
      return answerId;
    },
    send: (answerId: string): Promise<void> => sending.run({ workspaceId, answerId }),
    stored: async (answerId: string) => {
      const [row] = await db.owner<{
        state: string;
        reason: string | null;
        text: string;
        substantive: boolean;
      }>('select state, reason, text, substantive from answers where id = $1', [answerId]);
      return row;
    },
    history: async (): Promise<readonly Record<string, unknown>[]> => {
      return db.owner('select type, facts from case_events where case_id = $1 order by seq', [caseId]);
    },
  };
}

async function claimsOf(source: Source) {
  for (
    let page = await source.collect(undefined, signal);
    ;
    page = await source.collect(page.cursor, signal)
  ) {
    const [found] = page.mentions;
    if (found !== undefined || !page.more) return found;
  }
}

function openSource(baseUrl: string): Source {
  const hosts = { wildberries: baseUrl, wildberriesChats: baseUrl, wildberriesClaims: baseUrl };
  const entry = findPlatform('wildberries');
  const checked = entry?.validate(fake.settings());
  if (!entry?.open || !checked?.ok) throw new Error('Wildberries cannot be opened');
  const context = { http, baseUrls: { ...realBaseUrls, ...hosts }, clock };
  return entry.open(checked.publicSettings, checked.secrets, context);
}

function newCase(id: string, mentionId: string, sourceId: string): NewCase {
  const understood = { language: 'ru', category: 'product', urgency: 'high' } as const;
  return {
    id,
    sourceId,
    customer: { externalId: 'c1' },
    lastMentionAt: opened,
    demo: false,
    events: [
      {
        type: 'case.opened',
        mentionId,
        postedAt: opened,
        ...understood,
        urgencyReasons: [],
        signals: [],
        assignee: staffId,
        because: 'on_duty',
        at: opened,
        by: heard,
      },
    ],
  };
}

const decisions = (): number => fake.server.arrived.filter(({ call }) => call.startsWith('PATCH ')).length;

test('a refund without a word reaches the buyer once, and answers them', async () => {
  const { decide, send, stored, claim, history } = await claimed();
  const id = await decide('autorefund1');
  await send(id);
  await send(id);
  expect(await stored(id)).toMatchObject({ state: 'visible', text: '', substantive: true });
  expect([claim()?.decision?.approved, decisions()]).toEqual([true, 1]);
  expect((await history()).map(({ type }) => type)).toEqual([
    'case.opened',
    'case.answer_queued',
    'case.answer_sent',
    'case.answer_visible',
  ]);
});

test('a rejection goes out with its words', async () => {
  const { decide, send, stored, claim } = await claimed();
  const id = await decide('rejectcustom', reason);
  await send(id);
  expect(await stored(id)).toMatchObject({ state: 'visible', text: reason });
  expect(claim()?.decision).toMatchObject({ approved: false, words: reason });
});

test('a decision whose response was lost is read back, and not made twice', async () => {
  const { decide, send, stored } = await claimed();
  const id = await decide('approve1');
  fake.failNext(1, 'lost', /\/claim$/u);
  await expect(send(id)).rejects.toMatchObject({ kind: 'unavailable' });
  expect(await stored(id)).toMatchObject({ state: 'queued' });
  await send(id);
  expect([await stored(id), decisions()]).toMatchObject([{ state: 'visible' }, 1]);
});

test('what a colleague decided in the cabinet meanwhile is not overruled', async () => {
  const { decide, send, stored, claimId, claim } = await claimed();
  const id = await decide('autorefund1');
  fake.decideClaim(claimId, false, 'Отказ из кабинета');
  await send(id);
  expect(await stored(id)).toMatchObject({ state: 'rejected', reason: expect.stringContaining('otherwise') });
  expect([claim()?.decision?.approved, decisions()]).toEqual([false, 0]);
});

test('a decision that the platform does not take is rejected at once with its reason, and may be made anew', async () => {
  const { decide, send, stored } = await claimed();
  const first = await decide('approve1');
  const { token } = fake.world;
  // The token may not decide any more.
  fake.setAccess('expired');
  await send(first);
  expect(await stored(first)).toMatchObject({ state: 'rejected', reason: expect.stringContaining('401') });
  expect(await stored(first)).not.toMatchObject({ reason: expect.stringContaining(token) });
  fake.setAccess('open');
  const second = await decide('approve1');
  await send(second);
  expect(await stored(second)).toMatchObject({ state: 'visible' });
});

test('a claim that is gone is lost, and a person is told why', async () => {
  const { decide, send, stored, claimId } = await claimed();
  const id = await decide('approve1');
  fake.remove(claimId);
  await send(id);
  expect(await stored(id)).toMatchObject({ state: 'lost', reason: expect.stringContaining('no such claim') });
});

test('nobody else decides, nobody decides twice, and only what is offered is decided', async () => {
  const { decide, seen } = await claimed(['approve1', 'rejectcustom', 'approvecc1']);
  const other: Actor = { kind: 'person', staffId: newId(), role: 'manager' };
  await expect(decide('approve1', '', { by: other })).rejects.toMatchObject({ code: 'not_assignee' });
  await expect(decide('approve2')).rejects.toMatchObject({ code: 'decision_not_offered' });
  await expect(decide('approve1', reason)).rejects.toMatchObject({ code: 'decision_without_words' });
  await expect(decide('approve1', '', { seen: `${seen}!` })).rejects.toMatchObject({
    code: 'decision_outdated',
  });
  await expect(decide('rejectcustom')).rejects.toMatchObject({ code: 'answer_too_short' });
  await expect(decide('approvecc1', 'я'.repeat(1_001))).rejects.toMatchObject({ code: 'answer_too_long' });
  await decide('approvecc1');
  await expect(decide('approve1')).rejects.toMatchObject({ code: 'decision_given' });
});
