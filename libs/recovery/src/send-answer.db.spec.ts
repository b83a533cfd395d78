import { CaseBook, type NewCase } from '@heard/cases';
import { Fault, heard, type Actor } from '@heard/core';
import { newId } from '@heard/database';
import { Jobs } from '@heard/jobs';
import { Policies } from '@heard/policies';
import type { SeenReply, Source } from '@heard/sources';
import { FakeClock, type TestDatabase, testDatabase } from '@heard/testing';
import { ActOnCase, answerQueue, SendAnswer, type Team } from './index.js';

const hourMs = 3_600_000;
const opened = new Date('2031-03-03T08:00:00Z');
const [workspaceId, sourceId, staffId] = [newId(), newId(), newId()];
const person: Actor = { kind: 'person', staffId, role: 'manager' };
const text = 'Перепрошуємо, книжки вже їдуть.';

/** A platform of which each test says what it shows and what it does with an answer. */
class ScriptedPlatform implements Pick<Source, 'reply' | 'findReply'> {
  readonly written: string[] = [];
  shows: SeenReply | undefined;
  takes: () => Promise<void> = () => Promise.resolve();

  async reply(_to: unknown, words: string): Promise<{ externalId: string }> {
    await this.takes();
    this.written.push(words);
    this.shows ??= { externalId: 'r1', state: 'visible' };
    return { externalId: 'r1' };
  }

  findReply(): Promise<SeenReply | undefined> {
    return Promise.resolve(this.shows);
  }
}

/** Whoever is asked for is there. */
const team: Team = {
  timeZone: async () => 'Europe/Kyiv',
  lead: async () => staffId,
  isLead: async () => true,
  isMadeUp: async () => false,
  isPresent: async () => true,
  nameOf: async () => undefined,
};

const down = () => Promise.reject(new Fault('unavailable', 'The platform is down.'));

/** None of these texts holds a link. */
const unlinked = { written: async (_tx: unknown, text: string) => text };

let db: TestDatabase;
let jobs: Jobs;
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
  await db.owner(
    `insert into sources (workspace_id, id, platform, name, state_since, created_at)
     values ($1, $2, 'facebook', 'Ліхтар', $3, $3)`,
    [workspaceId, sourceId, opened],
  );
});
afterAll(async () => {
  await jobs.stop(0);
  await db.close();
});

/** A case with one answer that waits to be sent, and the one who sends it. */
async function waitingAnswer(platform: Partial<ScriptedPlatform>) {
  const [caseId, mentionId, answerId] = [newId(), newId(), newId()];
  const clock = new FakeClock(opened);
  const book = new CaseBook(() => Promise.resolve(), { for: async () => () => undefined });
  const act = new ActOnCase(db.database, book, new Policies(clock), team, clock);
  const door = { open: () => Promise.resolve(platform as Source) };
  const sending = new SendAnswer(db.database, act, door, jobs, unlinked, clock, new AbortController().signal);
  await db.owner(
    `insert into mentions (workspace_id, id, source_id, kind, external_id, is_brand, text, posted_at, posted_at_given,
       first_seen_at, last_seen_at, platform_state, content_hash, raw)
     values ($1, $2, $3, 'post', $4, false, 'Де мої книжки?', $5, true, $5, $5, 'visible', '', '{}')`,
    [workspaceId, mentionId, sourceId, mentionId, opened],
  );
  await db.database.inWorkspace(workspaceId, (tx) => book.appendAll(tx, [], [newCase(caseId, mentionId)]));
  await act.run(
    workspaceId,
    caseId,
    { type: 'answer', answerId, mentionId, text, overrule: 'Each test says the same' },
    person,
  );
  return {
    clock,
    send: () => sending.run({ workspaceId, answerId }),
    async stored() {
      const [row] = await db.owner<{ state: string; reason: string | null; visible_at: Date | null }>(
        'select state, reason, visible_at from answers where id = $1',
        [answerId],
      );
      return row;
    },
  };
}

function newCase(id: string, mentionId: string): NewCase {
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

const inQueue = async (): Promise<Date[]> => {
  const rows = await db.owner<{ at: Date }>(
    `select start_after as at from pgboss.job where name = 'send-answer'`,
  );
  return rows.map(({ at }) => at);
};

test('an answer is visible from the moment it was seen on the platform, and is not sent again', async () => {
  const platform = new ScriptedPlatform();
  const answer = await waitingAnswer(platform);
  answer.clock.advanceTo(new Date(opened.getTime() + 60_000));
  await answer.send();
  await answer.send();
  expect(platform.written).toEqual([text]);
  expect(await answer.stored()).toMatchObject({ state: 'visible', visible_at: answer.clock.now() });
});

test('an answer that stands there already, from a try that was cut off, is not written twice', async () => {
  const platform = new ScriptedPlatform();
  platform.shows = { externalId: 'r0', state: 'visible' };
  const answer = await waitingAnswer(platform);
  await answer.send();
  expect(platform.written).toEqual([]);
  expect(await answer.stored()).toMatchObject({ state: 'visible' });
});

test('an answer that was taken but is not seen is looked for again, never written again', async () => {
  const platform = new ScriptedPlatform();
  const blind = {
    reply: platform.reply.bind(platform),
    findReply: () => Promise.resolve(undefined),
  };
  const answer = await waitingAnswer(blind);
  await expect(answer.send()).rejects.toMatchObject({ kind: 'unavailable', code: 'not_seen_yet' });
  await expect(answer.send()).rejects.toMatchObject({ kind: 'unavailable', code: 'not_seen_yet' });
  expect(platform.written).toEqual([text]);
  expect(await answer.stored()).toMatchObject({ state: 'sent', visible_at: null });
});

test('a second try tells the platform so, unless the first one was surely not taken', async () => {
  const platform = new ScriptedPlatform();
  const tries: (boolean | undefined)[] = [];
  const faults = [new Fault('throttled', 'Too fast.'), new Fault('unavailable', 'The line broke.')];
  const reply = (to: { again?: true }): Promise<{ externalId: string }> => {
    tries.push(to.again);
    const fault = faults.shift();
    return fault ? Promise.reject(fault) : platform.reply(to, text);
  };
  const answer = await waitingAnswer({ reply, findReply: () => platform.findReply() });
  await expect(answer.send()).rejects.toMatchObject({ kind: 'throttled' });
  await expect(answer.send()).rejects.toMatchObject({ kind: 'unavailable' });
  await answer.send();
  expect(tries).toEqual([undefined, undefined, true]);
  expect(await answer.stored()).toMatchObject({ state: 'visible' });
});

test('while a moderated platform looks at it, an answer is not visible and is looked for again, ever more rarely', async () => {
  const platform = new ScriptedPlatform();
  platform.shows = { externalId: 'r1', state: 'pending' };
  const answer = await waitingAnswer(platform);
  await answer.send();
  expect(await answer.stored()).toMatchObject({ state: 'sent', visible_at: null });
  expect(await inQueue()).toEqual([new Date(opened.getTime() + 60_000)]);
  for (const [waitedHours, nextMinutes] of [
    [5, 30],
    [100, 60],
  ] as const) {
    const now = opened.getTime() + waitedHours * hourMs;
    answer.clock.advanceTo(new Date(now));
    await answer.send();
    expect(await inQueue()).toContainEqual(new Date(now + nextMinutes * 60_000));
  }
  platform.shows = { externalId: 'r1', state: 'rejected', reason: 'Contains a phone number' };
  await answer.send();
  expect(await answer.stored()).toMatchObject({ state: 'rejected', reason: 'Contains a phone number' });
});

test('a platform that is down keeps the answer waiting, and after a day the answer is lost', async () => {
  const platform = new ScriptedPlatform();
  platform.takes = down;
  const answer = await waitingAnswer(platform);
  await expect(answer.send()).rejects.toMatchObject({ kind: 'unavailable' });
  expect(await answer.stored()).toMatchObject({ state: 'queued' });
  answer.clock.advanceTo(new Date(opened.getTime() + 25 * hourMs));
  await answer.send();
  expect(await answer.stored()).toMatchObject({ state: 'lost', reason: 'The platform is down.' });
});

test.each([
  ['rejected', 'rejected'],
  ['missing', 'lost'],
] as const)('a platform that says "%s" ends the answer as %s, at once', async (kind, state) => {
  const platform = new ScriptedPlatform();
  platform.takes = () => Promise.reject(new Fault(kind, 'That is final.'));
  const answer = await waitingAnswer(platform);
  await answer.send();
  expect(await answer.stored()).toMatchObject({ state, reason: 'That is final.' });
});

test('where a platform takes no answers, the answer ends as rejected', async () => {
  const answer = await waitingAnswer({});
  await answer.send();
  expect(await answer.stored()).toMatchObject({ state: 'rejected' });
});

test('the work is tried for longer than it takes an answer to be lost, so that somebody is told', () => {
  const { retryLimit, retryDelaySeconds, retryDelayMaxSeconds } = answerQueue;
  const pauses = Array.from({ length: retryLimit }, (_, n) =>
    Math.min(retryDelayMaxSeconds, retryDelaySeconds * 2 ** Math.min(n, 15)),
  );
  expect(pauses.reduce((sum, each) => sum + each, 0) * 1_000).toBeGreaterThan(7 * 25 * hourMs);
});
