import { CaseBook, type NewCase } from '@heard/cases';
import { heard, type Actor } from '@heard/core';
import { newId } from '@heard/database';
import { createHttpClient, type HttpClient } from '@heard/http';
import { Jobs } from '@heard/jobs';
import { Policies } from '@heard/policies';
import { findPlatform, realBaseUrls, type Source } from '@heard/sources';
import { GoogleFake, OzonFake, WildberriesFake, YandexMarketFake } from '@heard/sources/fakes';
import { FakeClock, type TestDatabase, testDatabase } from '@heard/testing';
import { ActOnCase, answerQueue, SendAnswer, type Team } from './index.js';

/** Answers that a platform looks at before it shows them, from the case to the made-up platform and back. */

const hourMs = 3_600_000;
const opened = new Date('2031-03-03T08:00:00Z');
const [workspaceId, staffId] = [newId(), newId()];
const person: Actor = { kind: 'person', staffId, role: 'manager' };
const text = 'Перепрошуємо, книжки вже їдуть.';

/** Whoever is asked for is there. */
const team: Team = {
  timeZone: async () => 'Europe/Kyiv',
  lead: async () => staffId,
  isLead: async () => true,
  isMadeUp: async () => false,
  isPresent: async () => true,
  nameOf: async () => undefined,
};

type Fake = GoogleFake | OzonFake | WildberriesFake | YandexMarketFake;

/** One moderated platform: what stands there, and its judgement of our answer. */
interface Place {
  readonly fake: Fake;
  readonly hosts: readonly string[];
  readonly add: () => string;
  readonly judge: (id: string, isGood: boolean) => void;
  /** How many answers of ours were taken. */
  readonly written: (id: string) => number;
}

let clock: FakeClock;
let db: TestDatabase;
let jobs: Jobs;
let http: HttpClient;
let place: Place;

const words = 'Де мої книжки?';
const places: Readonly<Record<string, () => Place>> = {
  google() {
    const fake = new GoogleFake({ clock, replyState: 'PENDING' });
    return {
      fake,
      hosts: ['google', 'googleOauth'],
      add: () => fake.addReview({ author: 'Ірина', stars: 1, text: words }),
      judge: (id, isGood) => fake.judgeReply(id, isGood ? 'APPROVED' : 'REJECTED', 'Names an employee'),
      written: () => fake.server.arrived.filter(({ call }) => call.startsWith('PUT ')).length,
    };
  },
  ozon: () => ozon('told'),
  wildberries() {
    const fake = new WildberriesFake({ clock, answerState: 'reviewRequired' });
    return {
      fake,
      hosts: ['wildberries'],
      add: () => fake.addFeedback({ stars: 1, text: words }),
      judge: (id, isGood) => fake.judgeAnswer(id, isGood ? 'wbRu' : 'rejected'),
      written: () => fake.server.arrived.filter(({ call }) => /^POST .*answer/u.test(call)).length,
    };
  },
  'yandex-market'() {
    const fake = new YandexMarketFake({ clock, moderated: true });
    const comments = (id: string) => fake.world.reviews.find((each) => each.id === id)?.comments ?? [];
    return {
      fake,
      hosts: ['yandexMarket'],
      add: () => fake.addReview({ rating: 1, comment: words }),
      judge: (id, isGood) => fake.judge(comments(id)[0]?.id ?? '', isGood ? 'PUBLISHED' : 'BANNED'),
      written: (id) => comments(id).length,
    };
  },
};

function ozon(moderation: 'told' | 'silent'): Place {
  const fake = new OzonFake({ clock, moderation });
  const comments = (id: string) => fake.world.reviews.find((each) => each.id === id)?.comments ?? [];
  return {
    fake,
    hosts: ['ozon'],
    add: () => fake.addReview({ rating: 1, text: words }),
    judge: (id, isGood) =>
      fake.judge(comments(id)[0]?.id ?? '', isGood ? 'published' : 'rejected', 'Contains a link'),
    written: (id) => comments(id).length,
  };
}

beforeAll(async () => {
  db = await testDatabase([answerQueue as never]);
  jobs = await Jobs.start(db.serviceUrl, () => undefined, false);
  await db.owner(
    `insert into workspaces (workspace_id, name, time_zone, currency, escalation_policy, created_at)
     values ($1, 'Ліхтар', 'Europe/Kyiv', 'UAH', '{}', $2)`,
    [workspaceId, opened],
  );
  await db.owner(
    `insert into staff (workspace_id, id, name, email, role, created_at)
     values ($1, $2, 'Тарас', 'taras@likhtar.example', 'manager', $3)`,
    [workspaceId, staffId, opened],
  );
});
beforeEach(() => (clock = new FakeClock(opened)));
afterEach(async () => {
  await place.fake.close();
  http.close();
  await db.owner('delete from pgboss.job');
});
afterAll(async () => {
  await jobs.stop(0);
  await db.close();
});

/** A case whose answer is on its way to a review of a platform, and the durable work that looks after it. */
async function answered(platform: string, made: Place) {
  place = made;
  const { baseUrl } = await made.fake.listen();
  http = createHttpClient({ allowPrivateAddresses: [baseUrl], totalTimeoutMs: 2_500 });
  const baseUrls = { ...realBaseUrls, ...Object.fromEntries(made.hosts.map((host) => [host, baseUrl])) };
  const externalId = made.add();
  const source = openSource(platform, made.fake.settings(), baseUrls);
  const [sourceId, caseId, mentionId, answerId] = [newId(), newId(), newId(), newId()];
  await db.owner(
    `insert into sources (workspace_id, id, platform, name, state_since, created_at) values ($1, $2, $3, $4, $5, $5)`,
    [workspaceId, sourceId, platform, sourceId, opened],
  );
  await db.owner(
    `insert into mentions (workspace_id, id, source_id, kind, external_id, is_brand, text, posted_at, posted_at_given,
       first_seen_at, last_seen_at, platform_state, content_hash, raw)
     values ($1, $2, $3, 'review', $4, false, $5, $6, true, $6, $6, 'visible', '', '{}')`,
    [workspaceId, mentionId, sourceId, externalId, words, opened],
  );
  const book = new CaseBook(() => Promise.resolve(), { for: async () => () => undefined });
  const act = new ActOnCase(db.database, book, new Policies(clock), team, clock);
  const links = { written: async (_tx: unknown, given: string) => given };
  const door = { open: () => Promise.resolve(source) };
  const sending = new SendAnswer(db.database, act, door, jobs, links, clock, new AbortController().signal);
  await db.database.inWorkspace(workspaceId, (tx) =>
    book.appendAll(tx, [], [newCase(caseId, mentionId, sourceId)]),
  );
  const overrule = 'Each test says the same';
  await act.run(workspaceId, caseId, { type: 'answer', answerId, mentionId, text, overrule }, person);
  const send = (): Promise<void> => sending.run({ workspaceId, answerId });
  return {
    externalId,
    send,
    judge: (isGood: boolean) => made.judge(externalId, isGood),
    written: () => made.written(externalId),
    /** The next look that is due, at its time. */
    async lookAgain(): Promise<void> {
      const due = await db.owner<{ at: Date }>('delete from pgboss.job returning start_after as at');
      expect(due).toHaveLength(1);
      clock.advanceTo(due[0]?.at ?? opened);
      await send();
    },
    async stored() {
      const [row] = await db.owner<{ state: string; reason: string | null; visible_at: Date | null }>(
        'select state, reason, visible_at from answers where id = $1',
        [answerId],
      );
      return row;
    },
  };
}

function openSource(
  platform: string,
  filledIn: Record<string, string>,
  baseUrls: Record<string, string>,
): Source {
  const entry = findPlatform(platform);
  const checked = entry?.validate(filledIn);
  if (!entry?.open || !checked?.ok) throw new Error(`${platform} cannot be opened`);
  return entry.open(checked.publicSettings, checked.secrets, { http, baseUrls, clock });
}

function newCase(id: string, mentionId: string, sourceId: string): NewCase {
  const understood = { language: 'uk', category: 'delivery', urgency: 'high' } as const;
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

const queued = (): Promise<unknown[]> => db.owner('select 1 from pgboss.job');
const ago = (ms: number): Date => new Date(opened.getTime() + ms);

describe.each(Object.keys(places))('on %s an answer', (platform) => {
  const open = () => answered(platform, places[platform]?.() ?? place);

  it('is not visible while it is looked at, and is from the moment it is seen; it is written once', async () => {
    const answer = await open();
    await answer.send();
    expect(await answer.stored()).toMatchObject({ state: 'sent', visible_at: null });
    await answer.lookAgain();
    expect(await answer.stored()).toMatchObject({ state: 'sent', visible_at: null });
    answer.judge(true);
    await answer.lookAgain();
    expect(await answer.stored()).toMatchObject({ state: 'visible', visible_at: ago(120_000) });
    expect([await queued(), answer.written()]).toEqual([[], 1]);
  });

  it('is rejected, with the reason, when the platform will not show it', async () => {
    const answer = await open();
    await answer.send();
    answer.judge(false);
    await answer.lookAgain();
    const reason = { google: 'Names an employee', ozon: 'Contains a link' }[platform];
    expect(await answer.stored()).toMatchObject({
      state: 'rejected',
      reason: reason ?? (expect.stringMatching(/\S/u) as string),
      visible_at: null,
    });
    expect([await queued(), answer.written()]).toEqual([[], 1]);
  });

  it('is lost when the platform has not shown it for a week', async () => {
    const answer = await open();
    await answer.send();
    clock.advanceTo(ago(7 * 24 * hourMs + hourMs));
    await answer.send();
    expect(await answer.stored()).toMatchObject({
      state: 'lost',
      reason: expect.stringContaining('a week') as string,
    });
    expect(answer.written()).toBe(1);
  });

  it('is not lost because the platform is down when it is looked for', async () => {
    const answer = await open();
    await answer.send();
    clock.advanceTo(ago(48 * hourMs));
    place.fake.failNext(1, '500');
    await expect(answer.send()).rejects.toMatchObject({ kind: 'unavailable' });
    expect(await answer.stored()).toMatchObject({ state: 'sent' });
    answer.judge(true);
    await answer.send();
    expect(await answer.stored()).toMatchObject({ state: 'visible', visible_at: ago(48 * hourMs) });
    expect(answer.written()).toBe(1);
  });
});

test('a platform that lists nothing before it has looked at it is asked on, and is not answered twice', async () => {
  const answer = await answered('ozon', ozon('silent'));
  for (const hours of [0, 1, 30]) {
    clock.advanceTo(ago(hours * hourMs));
    await expect(answer.send()).rejects.toMatchObject({ code: 'not_seen_yet' });
    expect(await answer.stored()).toMatchObject({ state: 'sent' });
  }
  answer.judge(true);
  await answer.send();
  expect(await answer.stored()).toMatchObject({ state: 'visible', visible_at: ago(30 * hourMs) });
  expect(answer.written()).toBe(1);
});

test('an answer whose review its author deleted meanwhile is lost, at once', async () => {
  const answer = await answered('google', places['google']?.() ?? place);
  await answer.send();
  (place.fake as GoogleFake).remove(answer.externalId);
  await answer.lookAgain();
  expect(await answer.stored()).toMatchObject({ state: 'lost' });
  expect(await queued()).toEqual([]);
});
