import { openFacebook } from './facebook.spec-rig.js';

describe('the webhooks of a Facebook Page', () => {
  const { signal } = new AbortController();
  const wanted = { verifyToken: 'a-word-of-the-shop' };
  let rig: Awaited<ReturnType<typeof openFacebook>>;
  afterEach(() => rig.close());

  it('are left alone where nobody set them up', async () => {
    rig = await openFacebook();
    expect(await rig.source.check(signal)).toEqual({ ok: true });
    expect(rig.page.subscribed).toBeUndefined();
  });

  it('are subscribed to by the check, beside what was subscribed before', async () => {
    rig = await openFacebook(2, wanted);
    rig.page.subscribed = ['feed', 'messages'];
    expect(await rig.source.check(signal)).toEqual({ ok: true });
    expect(rig.page.subscribed).toEqual(['feed', 'messages', 'mention']);
    const { writes } = rig.fake.server.counters;
    expect(await rig.source.check(signal)).toEqual({ ok: true });
    expect(rig.fake.server.counters.writes).toBe(writes);
  });

  it('are subscribed to where the page was not at all', async () => {
    rig = await openFacebook(2, wanted);
    expect(await rig.source.check(signal)).toEqual({ ok: true });
    expect(rig.page.subscribed).toEqual(['feed', 'mention']);
  });

  it('are told as missing, with the place, where Heard may not subscribe', async () => {
    rig = await openFacebook(2, wanted);
    rig.fake.dropPermission(rig.page.id, 'pages_manage_metadata');
    expect(await rig.source.check(signal)).toEqual({
      ok: false,
      missing: [expect.stringMatching(/pages_manage_metadata.*subscribed_apps/u)],
    });
  });
});
