import { readFileSync } from 'node:fs';
import { createHttpClient, parseJson } from '@heard/http';
import { RIG_TIME } from '../contract.spec-suite.js';
import { ago, readRound, targetOf } from '../rounds.spec-suite.js';
import type { ReplyTarget } from '../source.js';
import { listOf, wireOf } from '../wire.js';
import { OzonFake } from './ozon.fake.js';
import { parseAnswer, parseQuestion } from './ozon.parse.js';
import { validateOzon } from './ozon.settings.js';
import { OzonSource } from './ozon.source.js';

const { signal } = new AbortController();
const HOUR_MS = 3_600_000;

async function open(settings: Record<string, string> = {}) {
  let now = RIG_TIME;
  const clock = { now: () => now };
  const fake = new OzonFake({ clock });
  const { baseUrl } = await fake.listen();
  const http = createHttpClient({ allowPrivateAddresses: [baseUrl], totalTimeoutMs: 2_500 });
  const checked = validateOzon({ ...fake.settings(), shopName: fake.world.title, ...settings });
  if (!checked.ok) throw new Error('settings refused');
  const source = new OzonSource(checked.settings, { http, baseUrl, clock });
  const close = async (): Promise<void> => {
    http.close();
    await fake.close();
  };
  const pass = (ms: number): void => void (now = new Date(now.getTime() + ms));
  return { fake, source, pass, close };
}

describe('questions about goods on Ozon', () => {
  let rig: Awaited<ReturnType<typeof open>>;

  beforeEach(async () => (rig = await open()));

  afterEach(() => rig.close());

  const requestsOf = async (work: () => Promise<unknown>): Promise<number> => {
    const before = rig.fake.server.counters.requests;
    await work();
    return rig.fake.server.counters.requests - before;
  };

  it('hears a question, what other buyers say to it, and the shop by its name', async () => {
    const id = rig.fake.addQuestion({ text: 'Почему второй месяц нет ответа?', at: ago(9) });
    rig.fake.addAnswer(id, 'Игорь', 'И мне не ответили');
    rig.fake.addAnswer(id, ' книжная лавка  «Фонарь»', 'Разбираемся');
    const { mentions } = await readRound(rig.source);
    expect(targetOf(mentions, 'Почему второй месяц нет ответа?')).toMatchObject({
      ...{ kind: 'post', externalId: id, author: { displayName: 'Аня', isBrand: false } },
    });
    const below = { kind: 'reply', parentExternalId: id, rootExternalId: id };
    expect(targetOf(mentions, 'И мне не ответили')).toMatchObject({ ...below, author: { isBrand: false } });
    expect(targetOf(mentions, 'Разбираемся')).toMatchObject({ ...below, author: { isBrand: true } });
  });

  it('finds within an hour an answer below an old question', async () => {
    const old = rig.fake.addQuestion({ text: 'Какой размер?', at: ago(20 * 24 * 60) });
    const { cursor } = await readRound(rig.source);
    const id = rig.fake.addAnswer(old, 'Игорь', 'Порвалась в первый день');
    rig.pass(HOUR_MS);
    const { mentions } = await readRound(rig.source, cursor);
    expect(mentions.map(({ externalId }) => externalId)).toContain(id);
  });

  it('goes on with the reviews without Premium Plus, and says at once that the questions are withheld', async () => {
    rig.fake.setAccess('no_question_plan');
    rig.fake.addQuestion({ text: 'Не видно' });
    rig.fake.addReview({ rating: 1, text: 'Видно' });
    const first = await rig.source.collect(undefined, signal);
    const second = await rig.source.collect(first.cursor, signal);
    expect(first.mentions).toMatchObject([{ text: 'Видно' }]);
    expect([first.refused, second.refused]).toEqual([undefined, true]);
    const check = await rig.source.check(signal);
    expect(check).toEqual({ ok: false, missing: [expect.stringContaining('Premium Plus')] });
    expect(await requestsOf(() => readRound(rig.source, second.cursor))).toBe(1);
  });

  it('goes on with the questions without the subscription for reviews, and says so', async () => {
    rig.fake.setAccess('no_review_plan');
    rig.fake.addReview({ rating: 1, text: 'Не видно' });
    rig.fake.addQuestion({ text: 'Видно' });
    const first = await rig.source.collect(undefined, signal);
    expect(first).toMatchObject({ refused: true, mentions: [{ text: 'Видно' }] });
    expect(await rig.source.check(signal)).toMatchObject({ ok: false });
    rig.fake.setAccess('no_plan');
    await expect(readRound(rig.source, first.cursor)).rejects.toMatchObject({ kind: 'disconnected' });
  });

  it('asks for the questions again a day after they were withheld', async () => {
    rig.fake.setAccess('no_question_plan');
    rig.fake.addQuestion({ text: 'Куда пропал заказ?' });
    const { cursor } = await readRound(rig.source);
    rig.fake.setAccess('open');
    expect((await readRound(rig.source, cursor)).mentions).toEqual([]);
    rig.pass(24 * HOUR_MS);
    expect((await readRound(rig.source, cursor)).mentions).toMatchObject([{ text: 'Куда пропал заказ?' }]);
  });

  it('reads only reviews when told so, and misses nothing for questions then', async () => {
    await rig.close();
    rig = await open({ reads: 'reviews' });
    rig.fake.setAccess('no_question_plan');
    expect(await requestsOf(() => readRound(rig.source))).toBe(1);
    expect(await rig.source.check(signal)).toMatchObject({ ok: true });
  });

  it('names the role that a key lacks for questions', async () => {
    rig.fake.setRoles('Review');
    expect(JSON.stringify(await rig.source.check(signal))).toContain('role for questions');
  });

  it('looks at the newest again within a minute, however many old threads there are to read', async () => {
    for (let nth = 0; nth < 40; nth += 1) {
      const id = rig.fake.addQuestion({ text: `Давний ${nth}`, at: ago(20 * 24 * 60 + nth) });
      rig.fake.addAnswer(id, 'Игорь', `Ответ ${nth}`);
    }
    let page = await rig.source.collect(undefined, signal);
    for (let call = 0; call < 9; call += 1) page = await rig.source.collect(page.cursor, signal);
    const late = rig.fake.addReview({ rating: 1, text: 'Только что' });
    rig.pass(60_000);
    const next = await rig.source.collect(page.cursor, signal);
    expect([page.more, next.mentions.map(({ externalId }) => externalId)]).toEqual([true, [late]]);
    const { mentions } = await readRound(rig.source, next.cursor);
    expect(mentions.filter(({ kind }) => kind === 'reply').length).toBeGreaterThan(25);
  });

  it('answers a question, also below another answer, and finds what it said', async () => {
    const to: ReplyTarget = {
      kind: 'post',
      externalId: rig.fake.addQuestion({ text: 'Когда?', at: ago(5) }),
    };
    const { externalId } = await rig.source.reply(to, 'Завтра до полудня', signal);
    expect(await rig.source.findReply(to, 'Завтра до полудня', ago(1), signal)).toEqual({
      ...{ externalId, state: 'visible' },
    });
    const other = rig.fake.addAnswer(to.externalId, 'Игорь', 'Мне не привезли');
    const below: ReplyTarget = { kind: 'reply', externalId: other, rootExternalId: to.externalId };
    await rig.source.reply(below, 'Игорь, напишите номер заказа', signal);
    expect(rig.fake.question(to.externalId).answers.map(({ text }) => text)).toEqual([
      ...['Завтра до полудня', 'Мне не привезли', 'Игорь, напишите номер заказа'],
    ]);
    expect(await rig.source.findReply(to, 'Не говорили', ago(1), signal)).toBeUndefined();
  });

  it('does not call an answer unsent that was taken although the connection broke', async () => {
    const to: ReplyTarget = { kind: 'post', externalId: rig.fake.addQuestion({ text: 'Когда?' }) };
    rig.fake.failNext(1, 'lost', /answer\/create/);
    await expect(rig.source.reply(to, 'Завтра', signal)).resolves.toBeDefined();
    expect(rig.fake.question(to.externalId).answers).toHaveLength(1);
  });

  it('rejects what cannot be answered, and does not call the account dead for it', async () => {
    const to: ReplyTarget = { kind: 'post', externalId: rig.fake.addQuestion({ text: 'Когда?' }) };
    const reply = (text: string) => rig.source.reply(to, text, signal);
    await expect(reply('я')).rejects.toMatchObject({ kind: 'rejected', code: 'too_short' });
    await expect(reply('я'.repeat(3_001))).rejects.toMatchObject({ kind: 'rejected', code: 'too_long' });
    rig.fake.setAccess('no_question_plan');
    await expect(reply('Завтра')).rejects.toMatchObject({ kind: 'rejected', code: 'plan_missing' });
    rig.fake.setAccess('open');
    rig.fake.remove(to.externalId);
    await expect(reply('Завтра')).rejects.toMatchObject({ kind: 'missing' });
  });

  it('reads the wire format, a link into the cabinet left out', () => {
    const file = readFileSync(new URL('./fixtures/questions.json', import.meta.url), 'utf8');
    const [first = {}, second = {}] = listOf(wireOf(parseJson(file))['questions'], 'questions');
    expect(parseQuestion(first)).toMatchObject({
      url: 'https://www.ozon.ru/product/1234567890/questions/?qid=0189f9c0-aaaa-7bbb-8ccc-000000000011',
      postedAt: new Date('2026-11-20T09:00:00.250Z'),
    });
    expect(parseQuestion(second)).not.toHaveProperty('url');
    expect(parseAnswer({ id: 'a', author_name: 'Продавец' }, 'q', undefined)?.author.isBrand).toBe(true);
    expect(parseAnswer({ id: 'a', author_name: '' }, 'q', '')?.author.isBrand).toBe(false);
  });
});
