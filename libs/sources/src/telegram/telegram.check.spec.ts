import { GROUP, openTelegram } from './telegram.spec-rig.js';

const { signal } = new AbortController();
let rig: Awaited<ReturnType<typeof openTelegram>>;

beforeEach(async () => {
  rig = await openTelegram(100);
});

afterEach(() => rig.close());

describe('the connection test of a Telegram bot', () => {
  it.each<[string, () => void, RegExp]>([
    ['the bot in the group', () => (rig.fake.chat(GROUP).bot = 'left'), /add it there/],
    ['its hearing all of the group', () => (rig.fake.chat(GROUP).bot = 'member'), /setprivacy/],
    ['the group itself', () => (rig.fake.world.chats = []), /add it there/],
    [
      'the only receiver',
      () => (rig.fake.world.webhook = { url: 'https://other.example/bot?key=1' }),
      /at other\.example\./,
    ],
    ['a living token', () => (rig.fake.world.bot.alive = false), /BotFather/],
  ])('names that this is missing: %s', async (_name, spoil, words) => {
    spoil();
    const check = await rig.open({ groups: String(GROUP) }).check(signal);
    expect(check.ok ? '' : check.missing.join()).toMatch(words);
  });

  it('finds a member that hears everything good', async () => {
    rig.fake.chat(GROUP).bot = 'member';
    rig.fake.world.bot.readsAll = true;
    expect(await rig.open({ groups: String(GROUP) }).check(signal)).toEqual({ ok: true });
  });

  it('says what a bot in groups needs, where none is named and it may only talk to people', async () => {
    const optional = [expect.stringMatching(/^All messages of groups: .*\/setprivacy/u)];
    expect(await rig.open({ groups: '' }).check(signal)).toEqual({ ok: true, optional });
    rig.fake.world.bot.readsAll = true;
    expect(await rig.open({ groups: '' }).check(signal)).toEqual({ ok: true });
  });
});
