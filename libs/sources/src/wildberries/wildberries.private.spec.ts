import { describeSource, RIG_TIME, type SourceRig } from '../contract.spec-suite.js';
import { OpenApi } from '../open-api.spec-suite.js';
import { ago, readRound, targetOf } from '../rounds.spec-suite.js';
import type { Page, ReplyTarget } from '../source.js';
import { parseClaim, parseEvent } from './wildberries.private-parse.js';
import { open, type Opened } from './wildberries.spec-rig.js';

const { signal } = new AbortController();
const HOUR_MS = 3_600_000;
const document = new OpenApi(new URL('./fixtures/wildberries-openapi.json', import.meta.url));
type Rig = Awaited<ReturnType<typeof open>>;

function rigOf(add: (rig: Rig, text: string, at?: Date) => string): () => Promise<SourceRig> {
  return async () => {
    const rig = await open({ eventsPerPage: 2 });
    const { fake, source, close } = rig;
    return {
      source,
      add: (text, at) => add(rig, text, at),
      // Nothing that was said in a chat can be taken back.
      remove: (id) => fake.remove(id.replace('claim-', '')),
      failNext: (count, kind) => fake.failNext(count, kind),
      expireToken: () => fake.setAccess('expired'),
      dropReadPermission: () => fake.setAccess('forbidden'),
      requests: () => fake.server.counters.requests,
      get secrets() {
        return [fake.world.token, ...fake.world.chats.map(({ sign }) => sign)];
      },
      close,
    };
  };
}

const chatIdOf = ({ fake }: Rig): string => fake.world.chats[0]?.id ?? 'none';

describeSource(
  'Wildberries, chats with buyers',
  rigOf(({ fake }, text, at) => fake.addMessage({ chatId: fake.world.chats[0]?.id, text, at })),
);
describeSource(
  'Wildberries, claims for returns',
  rigOf(({ fake }, text, at) => `claim-${fake.addClaim(text, at)}`),
);

describe('what is private with a seller on Wildberries', () => {
  let rig: Rig;

  async function reopen(options: Opened = {}): Promise<void> {
    await rig.close();
    rig = await open({ pageSize: 50, ...options });
  }

  beforeEach(async () => (rig = await open({ pageSize: 50 })));

  afterEach(() => rig.close());

  async function pagesOf(from?: Page['cursor']): Promise<Page[]> {
    const pages: Page[] = [];
    for (let cursor = from; ;) {
      const page = await rig.source.collect(cursor, signal);
      pages.push(page);
      if (!page.more) return pages;
      cursor = page.cursor;
    }
  }

  const pathsSince = (count: number): string[] =>
    rig.fake.server.arrived.slice(count).map(({ call }) => call);

  it('hears a buyer in a chat, and what was said to them', async () => {
    rig.fake.addMessage({ text: 'Пришёл не тот цвет', at: ago(9) });
    rig.fake.addMessage({ chatId: chatIdOf(rig), sender: 'seller', text: 'Сейчас заменим', at: ago(8) });
    rig.fake.addMessage({ chatId: chatIdOf(rig), sender: 'wb', text: 'Чат закрыт', at: ago(7) });
    const { mentions } = await readRound(rig.source);
    const place = { kind: 'message', rootExternalId: chatIdOf(rig) };
    expect(mentions).toMatchObject([
      {
        ...place,
        text: 'Пришёл не тот цвет',
        author: { displayName: 'Алёна', isBrand: false },
        postedAt: ago(9),
      },
      { ...place, text: 'Сейчас заменим', author: { isBrand: true } },
    ]);
    expect(JSON.stringify(mentions)).not.toContain(rig.fake.world.chats[0]?.sign);
  });

  it('hears a claim, and in an hour at the latest how it was decided', async () => {
    const id = rig.fake.addClaim('Страницы вырваны', ago(30));
    const { mentions, cursor } = await readRound(rig.source);
    expect(targetOf(mentions, 'Страницы вырваны')).toMatchObject({
      kind: 'message',
      externalId: `claim-${id}`,
    });
    rig.fake.decideClaim(id, true, 'Деньги вернутся в течение 10 дней');
    rig.pass(HOUR_MS);
    const later = await readRound(rig.source, cursor);
    expect(later.mentions).toMatchObject([
      {
        externalId: `claim-${id}`,
        brandReply: { text: 'Деньги вернутся в течение 10 дней', state: 'visible' },
      },
    ]);
  });

  it.each([
    ['Чат с покупателями', ['claims']],
    ['Возвраты покупателями', ['chats']],
  ] as const)(
    'without the category «%s» says so, and goes on with the rest',
    async (category, categories) => {
      await reopen({ token: { categories } });
      rig.fake.addMessage({ text: 'В чате' });
      rig.fake.addClaim('В заявке');
      rig.fake.addFeedback({ stars: 1, text: 'В отзыве' });
      const { mentions } = await readRound(rig.source);
      expect(new Set(mentions.map(({ text }) => text))).toEqual(
        new Set([categories[0] === 'claims' ? 'В заявке' : 'В чате', 'В отзыве']),
      );
      expect(await rig.source.check(signal)).toEqual({
        ok: false,
        missing: [expect.stringContaining(category)],
      });
    },
  );

  it('leaves a section alone for a day that is refused whatever the token says, and tells at once', async () => {
    await reopen({ withholds: 'chats' });
    rig.fake.addMessage({ text: 'В чате' });
    rig.fake.addClaim('В заявке');
    const pages = await pagesOf();
    expect(pages.filter(({ refused }) => refused === true)).toHaveLength(1);
    expect(pages.flatMap(({ mentions }) => mentions)).toMatchObject([{ text: 'В заявке' }]);
    const cursor = pages.at(-1)?.cursor;
    const before = rig.fake.server.counters.requests;
    await readRound(rig.source, cursor);
    expect(pathsSince(before)).not.toContain('GET /api/v1/seller/events');
    rig.pass(24 * HOUR_MS);
    await readRound(rig.source, cursor);
    expect(pathsSince(before)).toContain('GET /api/v1/seller/events');
  });

  it('asks for nothing private when told so, and misses nothing for it', async () => {
    await reopen({ reads: 'public', token: { categories: [] } });
    rig.fake.addMessage({ text: 'В чате' });
    rig.fake.addClaim('В заявке');
    expect((await readRound(rig.source)).mentions).toEqual([]);
    expect(await rig.source.check(signal)).toMatchObject({ ok: true });
  });

  it('goes on with the rest when a section is throttled, and comes back to it in time', async () => {
    rig.fake.addMessage({ text: 'В чате' });
    rig.fake.addClaim('В заявке');
    rig.fake.failNext(1, 'throttle', /seller\/events/);
    const { mentions, cursor } = await readRound(rig.source);
    expect(mentions.map(({ text }) => text)).toEqual(['В заявке']);
    rig.pass(2_000);
    const later = await readRound(rig.source, cursor);
    expect(later.mentions.map(({ text }) => text)).toContain('В чате');
  });

  it('hears new reviews while a section does not answer, and says that it fails', async () => {
    const { cursor } = await readRound(rig.source);
    rig.fake.failNext(9, '500', /seller\/events/);
    const late = rig.fake.addFeedback({ stars: 1, text: 'Только что' });
    rig.pass(60_000);
    const first = await rig.source.collect(cursor, signal);
    expect(first.mentions.map(({ externalId }) => externalId)).toEqual([late]);
    let page = first;
    const failing = async (): Promise<never> => {
      for (;;) page = await rig.source.collect(page.cursor, signal);
    };
    await expect(failing()).rejects.toMatchObject({ kind: 'unavailable' });
    const next = rig.fake.addFeedback({ stars: 1, text: 'И ещё' });
    rig.pass(60_000);
    const second = await rig.source.collect(page.cursor, signal);
    expect(second.mentions.map(({ externalId }) => externalId)).toContain(next);
  });

  it('answers in the chat, and finds what it said', async () => {
    rig.fake.addMessage({ text: 'Где заказ?', at: ago(9) });
    const to = targetOf((await readRound(rig.source)).mentions, 'Где заказ?');
    expect(await rig.source.findReply(to, 'Приедет завтра', ago(1), signal)).toBeUndefined();
    await rig.source.reply(to, 'Приедет завтра', signal);
    expect(rig.fake.world.chats[0]?.messages.at(-1)).toMatchObject({
      sender: 'seller',
      text: 'Приедет завтра',
    });
    const seen = await rig.source.findReply(to, 'Приедет завтра', ago(1), signal);
    expect(seen).toEqual({ externalId: rig.fake.world.chats[0]?.messages.at(-1)?.id, state: 'visible' });
    rig.pass(HOUR_MS);
    const since = new Date(RIG_TIME.getTime() + HOUR_MS);
    expect(await rig.source.findReply(to, 'Приедет завтра', since, signal)).toBeUndefined();
  });

  it('answers a claim in the chat about its order, and never decides it by words', async () => {
    const id = rig.fake.addClaim('Страницы вырваны', ago(9), 'order-7');
    const { mentions } = await readRound(rig.source);
    const to = targetOf(mentions, 'Страницы вырваны');
    const withoutChat = rig.source.reply(to, 'Вернём деньги', signal);
    await expect(withoutChat).rejects.toMatchObject({ kind: 'rejected', code: 'decision_needed' });
    rig.fake.addMessage({ text: 'Вернёте?', orderId: 'order-7', at: ago(1) });
    const bare: ReplyTarget = { kind: 'message', externalId: to.externalId };
    await rig.source.reply(bare, 'Вернём деньги', signal);
    expect(rig.fake.world.chats[0]?.messages.at(-1)?.text).toBe('Вернём деньги');
    expect(await rig.source.findReply(to, 'Вернём деньги', ago(1), signal)).toMatchObject({
      state: 'visible',
    });
    expect(rig.fake.world.claims.find((claim) => claim.id === id)?.decision).toBeUndefined();
  });

  it('rejects what the chat does not take, and does not park the source for it', async () => {
    rig.fake.addMessage({ text: 'Где заказ?' });
    const to: ReplyTarget = { kind: 'message', externalId: 'any', rootExternalId: chatIdOf(rig) };
    const reply = (text: string) => rig.source.reply(to, text, signal);
    await expect(reply(' ')).rejects.toMatchObject({ kind: 'rejected', code: 'too_short' });
    await expect(reply('я'.repeat(1_001))).rejects.toMatchObject({ kind: 'rejected', code: 'too_long' });
    rig.fake.setAccess('forbidden');
    await expect(reply('Завтра')).rejects.toMatchObject({ kind: 'rejected', code: 'permission_missing' });
    rig.fake.setAccess('open');
    const gone = rig.source.reply({ ...to, rootExternalId: 'nowhere' }, 'Завтра', signal);
    await expect(gone).rejects.toMatchObject({ kind: 'missing' });
  });

  it('speaks with the made-up platform as the specification says, both ways', async () => {
    rig.fake.addMessage({ text: 'Где заказ?', at: ago(9) });
    rig.fake.decideClaim(rig.fake.addClaim('Не работает', ago(9)), false, 'Брак не подтвердился');
    rig.fake.addClaim('Не тот размер', ago(8));
    const { mentions } = await readRound(rig.source);
    const to = targetOf(mentions, 'Где заказ?');
    await rig.source.reply(to, 'Завтра\r\n--\r\nЛавка', signal);
    await rig.source.findReply(to, 'Завтра', ago(1), signal);
    await rig.source.check(signal);
    const lost: ReplyTarget = { kind: 'message', externalId: 'claim-nobody' };
    await rig.source.reply(lost, 'Куда?', signal).catch(() => undefined);
    const ofPrivate = rig.http.exchanges.filter(({ request }) => /seller|claim/.test(request.url));
    expect(ofPrivate.flatMap((exchange) => document.problemsOf(exchange))).toEqual([]);
    expect(new Set(ofPrivate.map(({ request }) => new URL(request.url).pathname))).toEqual(
      new Set(
        ['chats', 'events', 'message'].map((name) => `/api/v1/seller/${name}`).concat('/api/v1/claims'),
      ),
    );
  });
});

describe('reading what is private on Wildberries', () => {
  it('takes a picture without words, and not an event without a message', () => {
    const event = { chatID: '1:a', eventID: 'b', sender: 'client', addTime: '2026-11-22T09:00:00Z' };
    expect(parseEvent(event)).toBeUndefined();
    const images = { ...event, message: { attachments: { images: [{}] } } };
    expect(parseEvent(images)).toMatchObject({ text: '', postedAt: new Date('2026-11-22T09:00:00Z') });
  });

  it('lets no claim come from the future, since its times have no zone', () => {
    const read = (dt: string) => parseClaim({ id: 'a', dt }, RIG_TIME)?.postedAt;
    expect(read('2026-11-22T12:40:00.245611')).toEqual(RIG_TIME);
    expect(read('2026-11-22T06:40:00.245611')).toEqual(new Date('2026-11-22T06:40:00.245Z'));
  });

  it('calls no words of the marketplace a decision before there is one', () => {
    const claim = { id: 'a', wb_comment: 'Заявка принята', status: 0 };
    expect(parseClaim(claim, RIG_TIME)).not.toHaveProperty('brandReply');
  });
});
