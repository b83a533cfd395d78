import { createHttpClient } from '@heard/http';
import { describeSource, RIG_TIME, type SourceRig } from '../contract.spec-suite.js';
import { OpenApi } from '../open-api.spec-suite.js';
import { ago, readRound, targetOf } from '../rounds.spec-suite.js';
import type { Page, ReplyTarget } from '../source.js';
import { WildberriesFake } from './wildberries.fake.js';
import type { FeedbackList } from './wildberries.cursor.js';
import { WildberriesSource } from './wildberries.source.js';
import { open } from './wildberries.spec-rig.js';

const DAY_MS = 86_400_000;
const document = new OpenApi(new URL('./fixtures/wildberries-openapi.json', import.meta.url));

/** `into` decides in which of the lists the added texts stand. */
function rigOf(into: FeedbackList): () => Promise<SourceRig> {
  return async () => {
    const { fake, source, close } = await open();
    return {
      source,
      add: (text, at) => {
        const isQuestion = into === 'questions' || into === 'answeredQuestions';
        const review = { stars: 1, at, ...(into !== 'archive' && { text }) };
        const id = isQuestion ? fake.addQuestion(text, at) : fake.addFeedback(review);
        if (into === 'answered') fake.answerElsewhere(id, 'Вибачте');
        if (into === 'answeredQuestions')
          fake.question(id).answer = { text: 'Скоро', at: RIG_TIME.toISOString() };
        return id;
      },
      remove: (id) => fake.remove(id),
      failNext: (count, kind) => fake.failNext(count, kind),
      expireToken: () => fake.setAccess('expired'),
      dropReadPermission: () => fake.setAccess('forbidden'),
      requests: () => fake.server.counters.requests,
      secrets: [fake.world.token],
      close,
    };
  };
}

describeSource('Wildberries, reviews without an answer', rigOf('unanswered'));
describeSource('Wildberries, reviews with an answer', rigOf('answered'));
describeSource('Wildberries, ratings in the archive', rigOf('archive'));
describeSource('Wildberries, questions', rigOf('questions'));
describeSource('Wildberries, questions with an answer', rigOf('answeredQuestions'));

describe('a seller on Wildberries', () => {
  const { signal } = new AbortController();
  let rig: Awaited<ReturnType<typeof open>>;
  let to: ReplyTarget;

  beforeEach(async () => {
    rig = await open({ pageSize: 50 });
    const externalId = rig.fake.addFeedback({ stars: 2, text: 'Не перезвонили', at: ago(90) });
    to = { kind: 'review', externalId };
  });

  afterEach(() => rig.close());

  it.each([
    ['reviews', 1],
    ['public', 2],
    // Events of chats, and claims to be decided.
    ['all', 4],
  ])('reading %s it asks %i times a round while nothing changes', async (reads, calls) => {
    await rig.close();
    rig = await open({ reads });
    rig.fake.addFeedback({ stars: 2, text: 'Не перезвонили', at: ago(90) });
    const { cursor } = await readRound(rig.source);
    const before = rig.fake.server.counters.requests;
    await readRound(rig.source, cursor);
    expect(rig.fake.server.counters.requests - before).toBe(calls);
  });

  it('reads no questions when told so', async () => {
    await rig.close();
    rig = await open({ reads: 'reviews' });
    rig.fake.addQuestion('Когда доставите?');
    expect((await readRound(rig.source)).mentions).toEqual([]);
  });

  it('loses no review that is answered between two pages', async () => {
    await rig.close();
    rig = await open({ pageSize: 2 });
    const ids = [9, 8, 7, 6, 5].map((n) => rig.fake.addFeedback({ stars: 1, text: `${n}`, at: ago(n) }));
    const first = await rig.source.collect(undefined, signal);
    for (const id of ids.slice(0, 2)) rig.fake.answerElsewhere(id, 'Вибачте');
    const rest = await readRound(rig.source, first.cursor);
    const seen = new Set([...first.mentions, ...rest.mentions].map(({ externalId }) => externalId));
    expect([...seen].toSorted()).toEqual(ids);
  });

  it('hears a bare rating, which stands in the archive at once', async () => {
    const { cursor } = await readRound(rig.source);
    const id = rig.fake.addFeedback({ stars: 1, at: ago(1) });
    const { mentions } = await readRound(rig.source, cursor);
    expect(mentions).toContainEqual(expect.objectContaining({ externalId: id, text: '' }));
  });

  it('sees the day after that an old review was answered in the cabinet', async () => {
    rig.fake.addFeedback({ stars: 5, text: 'Спасибо', at: ago(5) });
    const { cursor } = await readRound(rig.source);
    rig.fake.answerElsewhere(to.externalId, 'Разобрались');
    rig.pass(DAY_MS);
    const { mentions } = await readRound(rig.source, cursor);
    expect(mentions.find(({ externalId }) => externalId === to.externalId)?.brandReply?.text).toBe(
      'Разобрались',
    );
  });

  it('tells once a day that it read all lists whole', async () => {
    const { whole, cursor } = await readRound(rig.source);
    const list = { from: ago(30 * 24 * 60), startedAt: RIG_TIME };
    expect(whole).toEqual([
      { kind: 'review', ...list },
      { kind: 'post', ...list },
    ]);
    expect((await readRound(rig.source, cursor)).whole).toEqual([]);
    rig.pass(DAY_MS);
    expect((await readRound(rig.source, cursor)).whole).toHaveLength(2);
  });

  it('hears what is new before it has read what is old', async () => {
    await rig.close();
    rig = await open({ pageSize: 2 });
    for (let day = 25; day > 2; day -= 1)
      rig.fake.addFeedback({ stars: 1, text: `${day}`, at: ago(day * 24 * 60) });
    const fresh = rig.fake.addFeedback({ stars: 1, text: 'Сегодня', at: ago(5) });
    const first = await rig.source.collect(undefined, signal);
    expect(first.mentions.map(({ externalId }) => externalId)).toEqual([fresh]);
    let page = first;
    for (let call = 0; call < 9; call += 1) page = await rig.source.collect(page.cursor, signal);
    const late = rig.fake.addFeedback({ stars: 1, text: 'Только что', at: ago(0) });
    rig.pass(60_000);
    const next = await rig.source.collect(page.cursor, signal);
    expect([page.more, next.mentions.map(({ externalId }) => externalId)]).toEqual([
      true,
      expect.arrayContaining([late]),
    ]);
  });

  it('does not call an archive whole that moved under the reading', async () => {
    await rig.close();
    rig = await open({ pageSize: 2 });
    const ids = [6, 5, 4, 3, 2, 1].map((n) => rig.fake.addFeedback({ stars: 1, at: ago(n) }));
    const isDeepInArchive = (page: Page): boolean =>
      JSON.stringify(page.cursor['deep'] ?? '').includes('anchor');
    let page = await rig.source.collect(undefined, signal);
    while (!isDeepInArchive(page)) page = await rig.source.collect(page.cursor, signal);
    page = await rig.source.collect(page.cursor, signal);
    rig.fake.remove(ids[4] ?? '');
    const { mentions, whole } = await readRound(rig.source, page.cursor);
    expect(whole).toEqual([]);
    expect(mentions.map(({ externalId }) => externalId)).toContain(ids[0]);
  });

  it('hangs what an angry customer adds below the first review', async () => {
    rig.fake.addFeedback({ stars: 1, text: 'И до сих пор молчат', parentId: to.externalId });
    const { mentions } = await readRound(rig.source);
    expect(targetOf(mentions, 'И до сих пор молчат')).toMatchObject({ parentExternalId: to.externalId });
  });

  it('waits as long as a basic token must', async () => {
    await rig.close();
    rig = await open({ secondsPerRequest: 720 });
    const { cursor } = await rig.source.collect(undefined, signal);
    const retryAt = new Date(RIG_TIME.getTime() + 720_000);
    await expect(rig.source.collect(cursor, signal)).rejects.toMatchObject({ kind: 'throttled', retryAt });
    rig.pass(720_000);
    await expect(rig.source.collect(cursor, signal)).resolves.toBeDefined();
  });

  it('does not take an error that came with status 200 for an empty list', async () => {
    const http = createHttpClient();
    const lying = { ...http, request: async () => liar('{"data":null,"error":true,"errorText":"Ошибка"}') };
    const reads = { questions: true, inPrivate: true, sandbox: false, backfillDays: 30 };
    const settings = { token: 'a.b.c', ...reads };
    const [baseUrl, clock] = ['http://sim.invalid', { now: () => RIG_TIME }];
    const hosts = { baseUrl, chatUrl: baseUrl, claimUrl: baseUrl };
    const source = new WildberriesSource(settings, { http: lying, ...hosts, clock });
    await expect(source.collect(undefined, signal)).rejects.toMatchObject({ kind: 'unavailable' });
    http.close();
  });

  it('says when the token ends, and that a read-only one cannot answer', async () => {
    expect(await rig.source.check(signal)).toEqual({ ok: true, expiresAt: new Date('2027-05-01T00:00:00Z') });
    await rig.close();
    rig = await open({ token: { readOnly: true } });
    expect(JSON.stringify(await rig.source.check(signal))).toContain('Только на чтение');
  });

  it('says that a basic token cannot answer, and does not try', async () => {
    await rig.close();
    rig = await open({ token: { basic: true } });
    const externalId = rig.fake.addFeedback({ stars: 2, text: 'Не перезвонили', at: ago(90) });
    expect(JSON.stringify(await rig.source.check(signal))).toContain('Персональный токен');
    expect((await readRound(rig.source)).mentions).not.toEqual([]);
    const before = rig.fake.server.counters.requests;
    const looking = rig.source.findReply({ kind: 'review', externalId }, 'Перезвоним', ago(1), signal);
    await expect(looking).rejects.toMatchObject({ kind: 'rejected', code: 'basic_token' });
    expect(rig.fake.server.counters.requests).toBe(before);
  });

  it.each([
    ['live', true, 'token of the real shop'],
    ['sandbox', false, 'token of the sandbox'],
  ])('says that the token does not belong to the contour «%s»', async (contour, test, words) => {
    await rig.close();
    rig = await open({ contour, token: { test } });
    expect(JSON.stringify(await rig.source.check(signal))).toContain(words);
    await rig.close();
    rig = await open({ contour, token: { test: !test } });
    expect(await rig.source.check(signal)).toMatchObject({ ok: true });
  });

  it.each([
    ['expired', 'Доступ к API'],
    ['forbidden', 'Вопросы и отзывы'],
  ] as const)('when %s says where it is mended: %s', async (access, words) => {
    rig.fake.setAccess(access);
    expect(JSON.stringify(await rig.source.check(signal))).toContain(words);
  });

  it('speaks with the made-up platform as the specification says, both ways', async () => {
    rig.fake.addFeedback({ stars: 1, at: ago(3), parentId: to.externalId });
    const question: ReplyTarget = { kind: 'post', externalId: rig.fake.addQuestion('Когда?', ago(2)) };
    await readRound(rig.source);
    await rig.source.reply(question, 'Завтра', signal);
    await rig.source.findReply(question, 'Завтра', ago(1), signal);
    await rig.source.reply(to, 'Перезвоним до 12:00', signal);
    await rig.source.findReply(to, 'Перезвоним до 12:00', ago(1), signal);
    await rig.source.reply({ ...to, instead: 'Перезвоним до 12:00' }, 'Перезвоним до 13:00', signal);
    await rig.source.check(signal);
    await rig.source.reply({ ...to, externalId: 'nobody' }, 'Куда?', signal).catch(() => undefined);
    rig.fake.failNext(1, 'throttle');
    await rig.source.collect(undefined, signal).catch(() => undefined);
    for (const access of ['expired', 'forbidden'] as const) {
      rig.fake.setAccess(access);
      await rig.source.collect(undefined, signal).catch(() => undefined);
    }
    expect(rig.http.exchanges.flatMap((exchange) => document.problemsOf(exchange))).toEqual([]);
    expect(new Set(rig.http.exchanges.map(({ response }) => response.status))).toEqual(
      new Set([200, 204, 401, 403, 422, 429]),
    );
  });

  it('comes back as it was from what it saved', () => {
    const copy = WildberriesFake.from(JSON.parse(JSON.stringify(rig.fake)), {
      clock: { now: () => RIG_TIME },
    });
    expect(copy.feedback(to.externalId).stars).toBe(2);
  });
});

function liar(text: string) {
  return {
    status: 200,
    headers: {},
    text,
    bytes: Buffer.from(text),
    json: () => JSON.parse(text) as unknown,
  };
}
