import { RIG_TIME } from '../contract.spec-suite.js';
import { ago } from '../rounds.spec-suite.js';
import type { ReplyTarget } from '../source.js';
import { openYoutube } from './youtube.spec-rig.js';

describe('answering on YouTube', () => {
  const { signal } = new AbortController();
  let rig: Awaited<ReturnType<typeof openYoutube>>;
  let to: ReplyTarget;

  beforeEach(async () => {
    rig = await openYoutube();
    to = { kind: 'comment', externalId: rig.fake.addRemark({ text: 'Де книга?', at: ago(90) }) };
  });

  afterEach(() => rig.close());

  it('puts the answer under the comment and finds it', async () => {
    const { externalId } = await rig.source.reply(to, 'Передзвонимо до 12:00', signal);
    const seen = await rig.source.findReply(to, 'Передзвонимо  до 12:00', ago(1), signal);
    expect(seen).toEqual({ externalId, state: 'visible' });
  });

  it('puts the answer to a reply under its comment', async () => {
    const replyId = rig.fake.addRemark({ parentId: to.externalId, text: 'І моя', at: ago(50) });
    const reply = { kind: 'reply', externalId: replyId, rootExternalId: to.externalId } as const;
    const { externalId } = await rig.source.reply(reply, 'І вашу шукаємо', signal);
    expect(rig.fake.remark(externalId).parentId).toBe(to.externalId);
    expect(await rig.source.findReply(reply, 'І вашу шукаємо', ago(1), signal)).toMatchObject({ externalId });
  });

  it('does not take the same words of somebody else, or of long ago, for its own', async () => {
    rig.fake.addRemark({ parentId: to.externalId, text: 'Вибачте', at: RIG_TIME });
    rig.fake.addRemark({ parentId: to.externalId, by: 'channel', text: 'Вибачте', at: ago(60) });
    expect(await rig.source.findReply(to, 'Вибачте', ago(5), signal)).toBeUndefined();
  });

  it('finds its answer on a later page', async () => {
    const small = await openYoutube('consent', 2);
    const target = {
      kind: 'comment',
      externalId: small.fake.addRemark({ text: 'Де?', at: ago(90) }),
    } as const;
    await small.source.reply(target, 'Шукаємо', signal);
    const later = new Date(RIG_TIME.getTime() + 60_000);
    for (let nth = 0; nth < 5; nth += 1)
      small.fake.addRemark({ parentId: target.externalId, text: `Теж ${nth}`, at: later });
    expect(await small.source.findReply(target, 'Шукаємо', ago(1), signal)).toBeDefined();
    await small.close();
  });

  it('finds an answer whose response was lost, instead of sending it again (W05)', async () => {
    rig.fake.failNext(1, 'lost', /POST .*comments/);
    await expect(rig.source.reply(to, 'Вітаємо', signal)).rejects.toMatchObject({ kind: 'unavailable' });
    expect(await rig.source.findReply(to, 'Вітаємо', ago(1), signal)).toMatchObject({ state: 'visible' });
  });

  it('tells an answer that is held for a look', async () => {
    const { externalId } = await rig.source.reply(to, 'https://lihtar.example', signal);
    rig.fake.remark(externalId).held = true;
    const seen = await rig.source.findReply(to, 'https://lihtar.example', ago(1), signal);
    expect(seen).toMatchObject({ state: 'pending' });
  });

  it('rejects an answer that is too long before it costs anything', async () => {
    const before = rig.fake.world.units.spent;
    const answer = rig.source.reply(to, 'ї'.repeat(10_001), signal);
    await expect(answer).rejects.toMatchObject({ kind: 'rejected', code: 'too_long' });
    expect(rig.fake.world.units.spent).toBe(before);
  });

  it('rejects an answer where there is only a key, and says what it takes', async () => {
    const byKey = await openYoutube('key');
    await expect(byKey.source.reply(to, 'Вітаємо', signal)).rejects.toMatchObject({
      kind: 'rejected',
      missing: [expect.stringContaining('youtube.force-ssl')],
    });
    await byKey.close();
  });

  it('rejects an answer that the account may not give', async () => {
    rig.fake.world.access = 'forbidden';
    await expect(rig.source.reply(to, 'Вітаємо', signal)).rejects.toMatchObject({ kind: 'rejected' });
  });

  it('misses a comment that is gone', async () => {
    rig.fake.remove(to.externalId);
    await expect(rig.source.reply(to, 'Запізно', signal)).rejects.toMatchObject({ kind: 'missing' });
  });
});
