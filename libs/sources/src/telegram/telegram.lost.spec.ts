import { GROUP, openTelegram } from './telegram.spec-rig.js';

describe('a bot of Telegram that hears less than it did', () => {
  const { signal } = new AbortController();
  let rig: Awaited<ReturnType<typeof openTelegram>>;

  beforeEach(async () => (rig = await openTelegram(100)));

  afterEach(() => rig.close());

  it.each(['kicked', 'left', 'member'] as const)('says so at once when it is %s in a group', async (bot) => {
    rig.fake.setBot(GROUP, bot);
    const source = rig.open({ groups: String(GROUP) });
    expect((await source.collect(undefined, signal)).refused).toBe(true);
    expect((await source.check(signal)).ok).toBe(false);
  });

  it('says nothing when it may do more, nor of groups that are not listened to, nor of people who block it', async () => {
    rig.fake.addChat({ id: -1007, type: 'supergroup', title: 'Чужие' });
    rig.fake.setBot(-1007, 'kicked');
    rig.fake.setBot(GROUP, 'administrator');
    rig.fake.setBot(rig.fake.addConversation('Олег Козлов'), 'kicked');
    const source = rig.open({ groups: String(GROUP) });
    expect(await source.collect(undefined, signal)).not.toHaveProperty('refused');
  });

  it('names the new number of a group that became a supergroup', async () => {
    rig.fake.moveGroup(GROUP, -1002);
    const source = rig.open({ groups: String(GROUP) });
    expect((await source.collect(undefined, signal)).refused).toBe(true);
    expect(JSON.stringify(await source.check(signal))).toContain('write -1002 here');
  });

  it('tells it by the webhook too', async () => {
    rig.fake.setBot(GROUP, 'kicked');
    const event: unknown = JSON.parse(rig.fake.deliver().body.toString());
    expect(await rig.source.takePushed(event, signal)).toMatchObject({ mentions: [], refused: true });
  });
});
