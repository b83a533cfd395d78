import { ago, readRound } from '../rounds.spec-suite.js';
import type { PushDelivery } from '../push.js';
import type { Cursor, Page } from '../source.js';
import { telegramPush } from './telegram.push.js';
import { BY_WEBHOOK, GROUP, openTelegram } from './telegram.spec-rig.js';

const { signal } = new AbortController();
const oleg = 'Олег Козлов';
let rig: Awaited<ReturnType<typeof openTelegram>>;

beforeEach(async () => {
  rig = await openTelegram(100, BY_WEBHOOK);
});

afterEach(() => rig.close());

describe("Telegram's webhook", () => {
  const settings: Record<string, string> = { botToken: '7000001:x', ...BY_WEBHOOK };
  const withHeader = (delivery: PushDelivery, secret: string | undefined): PushDelivery => ({
    ...delivery,
    headers: { ...delivery.headers, 'x-telegram-bot-api-secret-token': secret },
  });

  async function delivered(text = 'Где заказ?'): Promise<PushDelivery> {
    await rig.source.collect(undefined, signal);
    rig.fake.add({ chatId: GROUP, author: oleg, text });
    return rig.fake.deliver();
  }

  it('takes what comes with the secret that it was set with (S07)', async () => {
    expect(telegramPush.isGenuine(await delivered(), settings)).toBe(true);
  });

  it.each<[string, string | undefined]>([
    ['without a secret', undefined],
    ['with an empty secret', ''],
    ['with a wrong secret', 'sim-webhook-secreT'],
    ['with a longer secret', 'sim-webhook-secret1'],
  ])('does not take a delivery %s (S07)', async (_name, secret) => {
    expect(telegramPush.isGenuine(withHeader(await delivered(), secret), settings)).toBe(false);
  });

  it('takes nothing while Heard asks by itself, or has no secret', async () => {
    const delivery = await delivered();
    expect(telegramPush.isGenuine(delivery, { ...settings, receive: 'poll' })).toBe(false);
    expect(telegramPush.isGenuine(withHeader(delivery, ''), { receive: 'webhook', webhookSecret: '' })).toBe(
      false,
    );
    expect(telegramPush.isGenuine(withHeader(delivery, undefined), { receive: 'webhook' })).toBe(false);
  });

  it('takes a body that was written anew for the same: the header is the whole proof, Telegram signs nothing', async () => {
    const delivery = await delivered();
    const anew = {
      ...delivery,
      body: Buffer.from(JSON.stringify(JSON.parse(delivery.body.toString()), null, 2)),
    };
    expect(telegramPush.isGenuine(anew, settings)).toBe(true);
    expect(telegramPush.events(anew)).toEqual(telegramPush.events(delivery));
  });

  it('knows a replayed delivery by its key, and an edit of the same message by another', async () => {
    const first = await delivered();
    rig.fake.edit(`${GROUP}:301`, 'Где заказ???');
    const keys = [first, first, rig.fake.deliver()].map((delivery) => telegramPush.events(delivery)[0]?.key);
    expect(keys[0]).toBe(keys[1]);
    expect(keys[2]).not.toBe(keys[0]);
  });

  it('reads an update as polling would', async () => {
    const [told] = telegramPush.events(await delivered());
    const { mentions } = (await rig.source.takePushed(told?.event, signal)) ?? {};
    const other = await openTelegram(100);
    other.fake.add({ chatId: GROUP, author: oleg, text: 'Где заказ?' });
    expect(mentions).toEqual((await readRound(other.source)).mentions);
    await other.close();
  });

  it('stores nothing of what it was not asked to hear', () => {
    const body = (update: unknown) => Buffer.from(JSON.stringify(update));
    const delivery = {
      method: 'POST',
      query: {},
      headers: {},
      body: body({ update_id: 5, my_chat_member: {} }),
    };
    expect(telegramPush.events(delivery)).toEqual([]);
    expect(telegramPush.events({ ...delivery, body: body([]) })).toEqual([]);
  });
});

describe('a Telegram bot that is delivered to', () => {
  const failing = (): void => {
    rig.fake.world.webhook.lastErrorAt = new Date(ago(0).getTime() + minutes * 60_000).toISOString();
    rig.fake.world.webhook.lastError = 'Connection refused';
  };
  let minutes = 0;
  const later = (more: number): void => {
    minutes += more;
    rig.later(more);
  };

  beforeEach(() => (minutes = 0));

  async function collect(from?: Cursor): Promise<Page> {
    return rig.source.collect(from && (JSON.parse(JSON.stringify(from)) as Cursor), signal);
  }

  it('tells Telegram the address, the secret and what it wants to hear, and asks for nothing', async () => {
    const page = await collect();
    expect(page).toMatchObject({ mentions: [], more: false });
    expect(rig.fake.world.webhook).toMatchObject({
      url: BY_WEBHOOK.webhookUrl,
      secret: BY_WEBHOOK.webhookSecret,
      allowed: expect.arrayContaining(['message', 'edited_message', 'business_message']),
    });
    await collect(page.cursor);
    expect(rig.fake.api.calls.map(({ method }) => method)).toEqual([
      'getWebhookInfo',
      'setWebhook',
      'getWebhookInfo',
    ]);
  });

  it('sets the webhook again when it is gone, or the address changed', async () => {
    const { cursor } = await collect();
    rig.fake.world.webhook = { url: '' };
    await collect(cursor);
    expect(rig.fake.world.webhook.url).toBe(BY_WEBHOOK.webhookUrl);
    const moved = rig.open({ webhookUrl: 'https://new.example/hooks/telegram/1' });
    await moved.collect(cursor, signal);
    expect(rig.fake.world.webhook.url).toBe('https://new.example/hooks/telegram/1');
  });

  it('sets anew a webhook that was set before a kind of update was taken', async () => {
    const { cursor } = await collect();
    rig.fake.world.webhook.allowed = ['message', 'edited_message'];
    const sets = (): number => rig.fake.api.calls.filter(({ method }) => method === 'setWebhook').length;
    const again = await collect(cursor);
    expect(rig.fake.world.webhook.allowed).toContain('business_message');
    expect(sets()).toBe(2);
    await collect(again.cursor);
    expect(sets()).toBe(2);
  });

  it('sets it again when it tells of less than is to be heard, as one that was set by hand', async () => {
    const { cursor } = await collect();
    rig.fake.world.webhook.allowed = ['message'];
    const id = rig.fake.add({ chatId: GROUP, author: oleg, text: 'Было' });
    rig.fake.edit(id, 'Этого не слышно');
    expect(rig.fake.world.updates).toHaveLength(1);
    await collect(cursor);
    rig.fake.edit(id, 'Стало');
    expect(rig.fake.world.updates.map(({ kind }) => kind)).toEqual(['message', 'edited_message']);
  });

  it("leaves another's webhook alone, and names its host only", async () => {
    rig.fake.world.webhook = { url: 'https://other.example/bot?key=their-secret' };
    const failed = collect();
    await expect(failed).rejects.toMatchObject({
      kind: 'disconnected',
      missing: [expect.stringContaining('other.example.')],
    });
    await expect(failed).rejects.not.toMatchObject({ missing: [expect.stringContaining('their-secret')] });
    expect(rig.fake.world.webhook.url).toContain('other.example');
  });

  it('fetches what Telegram could not deliver for five minutes, and sets the webhook again', async () => {
    let { cursor } = await collect();
    for (const text of ['Раз', 'Два']) rig.fake.add({ chatId: GROUP, author: oleg, text });
    failing();
    ({ cursor } = await collect(cursor));
    expect(rig.fake.world.webhook.url).toBe(BY_WEBHOOK.webhookUrl);
    later(6);
    failing();
    const { mentions, cursor: after } = await readRound(rig.source, cursor);
    expect(mentions.map(({ text }) => text)).toEqual(['Раз', 'Два']);
    expect(rig.fake.world.webhook).toMatchObject({
      url: BY_WEBHOOK.webhookUrl,
      secret: BY_WEBHOOK.webhookSecret,
    });
    expect(rig.fake.world.updates).toEqual([]);
    expect((await collect(after)).more).toBe(false);
  });

  it.each([0, 1, 2])(
    'loses nothing and ends well when it dies after step %i of fetching',
    async (deathAt) => {
      const { cursor } = await collect();
      for (const text of ['Раз', 'Два']) rig.fake.add({ chatId: GROUP, author: oleg, text });
      failing();
      const heard: string[] = [];
      let page = await collect(cursor);
      later(6);
      failing();
      for (let step = 0; step === 0 || page.more; step += 1) {
        // It dies before this step's page is stored, and the step is done again.
        if (step === deathAt) await collect(page.cursor);
        page = await collect(page.cursor);
        heard.push(...page.mentions.map(({ text }) => text));
      }
      expect(heard).toEqual(['Раз', 'Два']);
      expect(rig.fake.world.webhook.url).toBe(BY_WEBHOOK.webhookUrl);
    },
  );

  it('waits while only the last try failed, or nothing waits', async () => {
    const { cursor } = await collect();
    failing();
    later(30);
    expect((await collect(cursor)).more).toBe(false);
    rig.fake.add({ chatId: GROUP, author: oleg, text: 'Ждёт' });
    expect((await collect(cursor)).more).toBe(false);
    expect(rig.fake.world.webhook.url).toBe(BY_WEBHOOK.webhookUrl);
  });

  it('takes its own webhook away when a person chooses to ask instead, and loses nothing', async () => {
    const { cursor } = await collect();
    rig.fake.add({ chatId: GROUP, author: oleg, text: 'Между делом' });
    const asking = rig.open({ receive: 'poll' });
    const { mentions, cursor: after } = await readRound(asking, cursor);
    expect(mentions.map(({ text }) => text)).toEqual(['Между делом']);
    // From then on a webhook is somebody else's.
    rig.fake.world.webhook = { url: BY_WEBHOOK.webhookUrl };
    await expect(asking.collect(after, signal)).rejects.toMatchObject({ kind: 'disconnected' });
  });

  it('is told by its check that Telegram cannot reach the webhook', async () => {
    await collect();
    expect(await rig.source.check(signal)).toMatchObject({ ok: true });
    rig.fake.add({ chatId: GROUP, author: oleg, text: 'Ждёт' });
    failing();
    const check = await rig.source.check(signal);
    expect(check.ok ? '' : check.missing.join()).toContain('Connection refused');
  });
});
