import { ago } from '../rounds.spec-suite.js';
import type { ReplyTarget } from '../source.js';
import { open } from './wildberries.spec-rig.js';

describe('an answer of a seller on Wildberries', () => {
  const { signal } = new AbortController();
  let rig: Awaited<ReturnType<typeof open>>;
  let to: ReplyTarget;

  beforeEach(async () => {
    rig = await open({ pageSize: 50 });
    const externalId = rig.fake.addFeedback({ stars: 2, text: 'Не перезвонили', at: ago(90) });
    to = { kind: 'review', externalId };
  });

  afterEach(() => rig.close());

  it('answers a review and finds the answer', async () => {
    const { externalId } = await rig.source.reply(to, 'Перезвоним до 12:00', signal);
    expect(rig.fake.feedback(to.externalId).answer?.text).toBe('Перезвоним до 12:00');
    const seen = await rig.source.findReply(to, 'Перезвоним до 12:00', ago(1), signal);
    expect(seen).toEqual({ externalId, state: 'visible' });
  });

  it.each([
    ['reviewRequired', 'pending'],
    ['rejected', 'rejected'],
    ['wbRu', 'visible'],
  ] as const)('tells that an answer in state %s is %s', async (state, expected) => {
    await rig.source.reply(to, 'Здравствуйте', signal);
    rig.fake.judgeAnswer(to.externalId, state);
    expect(await rig.source.findReply(to, 'Здравствуйте', ago(1), signal)).toMatchObject({ state: expected });
  });

  it('does not overwrite another answer, nor send the same twice', async () => {
    await rig.source.reply(to, 'Первая', signal);
    await rig.source.reply(to, 'Первая', signal);
    expect(rig.fake.server.counters.writes).toBe(1);
    const second = rig.source.reply(to, 'Вторая', signal);
    await expect(second).rejects.toMatchObject({ kind: 'rejected', code: 'reply_exists' });
    expect(await rig.source.findReply(to, 'Вторая', ago(1), signal)).toBeUndefined();
  });

  it.each([
    ['review', () => to],
    ['question', (): ReplyTarget => ({ kind: 'post', externalId: rig.fake.addQuestion('Когда доставите?') })],
  ])('corrects the answer to a %s that its writer saw, once', async (_, target) => {
    const on = target();
    await rig.source.reply(on, 'Первая', signal);
    // A colleague has corrected it meanwhile, or it is not the one that was seen.
    const unseen = rig.source.reply({ ...on, instead: 'Другая' }, 'Вторая', signal);
    await expect(unseen).rejects.toMatchObject({ kind: 'rejected', code: 'reply_exists' });
    const { externalId } = await rig.source.reply({ ...on, instead: 'Первая' }, 'Вторая', signal);
    await rig.source.reply({ ...on, instead: 'Первая' }, 'Вторая', signal);
    expect(rig.fake.server.counters.writes).toBe(2);
    expect(await rig.source.findReply(on, 'Вторая', ago(1), signal)).toEqual({
      externalId,
      state: 'visible',
    });
    const third = rig.source.reply({ ...on, instead: 'Вторая' }, 'Третья', signal);
    await expect(third).rejects.toMatchObject({ kind: 'rejected', code: 'not_editable' });
    expect(rig.fake.server.counters.writes).toBe(2);
  });

  it('misses a review that is gone, although Wildberries would take an answer to it', async () => {
    rig.fake.remove(to.externalId);
    await expect(rig.source.reply(to, 'Поздно', signal)).rejects.toMatchObject({ kind: 'missing' });
    expect(rig.fake.server.counters.writes).toBe(0);
  });

  it.each([
    ['А', 'too_short'],
    ['я'.repeat(5001), 'too_long'],
  ])('does not send an answer that is not of 2 to 5000 characters', async (text, code) => {
    await expect(rig.source.reply(to, text, signal)).rejects.toMatchObject({ kind: 'rejected', code });
  });

  it('rejects at once what Wildberries does not take, and what the token may not say', async () => {
    const link = rig.source.reply(to, 'Пишите на https://shop.example', signal);
    await expect(link).rejects.toMatchObject({ kind: 'rejected', code: 'not_taken' });
    await rig.close();
    rig = await open({ token: { readOnly: true } });
    const answer = rig.source.reply(to, 'Перезвоним', signal);
    await expect(answer).rejects.toMatchObject({ kind: 'rejected', code: 'read_only_token' });
  });

  it('answers a question once, and finds the answer', async () => {
    const question: ReplyTarget = { kind: 'post', externalId: rig.fake.addQuestion('Когда доставите?') };
    const answer = await rig.source.reply(question, 'Завтра до полудня', signal);
    await rig.source.reply(question, 'Завтра до полудня', signal);
    expect(rig.fake.server.counters.writes).toBe(1);
    expect(rig.fake.question(question.externalId).answer?.text).toBe('Завтра до полудня');
    const seen = await rig.source.findReply(question, 'Завтра до полудня', ago(1), signal);
    expect(seen).toEqual({ ...answer, state: 'visible' });
    const second = rig.source.reply(question, 'Послезавтра', signal);
    await expect(second).rejects.toMatchObject({ kind: 'rejected', code: 'reply_exists' });
    rig.fake.remove(question.externalId);
    await expect(rig.source.reply(question, 'Поздно', signal)).rejects.toMatchObject({ kind: 'missing' });
  });
});
