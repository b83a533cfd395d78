import { OpenApi } from '../open-api.spec-suite.js';
import { ago, readRound } from '../rounds.spec-suite.js';
import type { DecisionMade, ReplyTarget } from '../source.js';
import { wireOf } from '../wire.js';
import { claimChoices } from './wildberries.claim-choices.js';
import { seenOf } from './wildberries.claim-state.js';
import { wildberries } from './wildberries.platform.js';
import { claimWire } from './wildberries.fake-private.js';
import { open, type Opened } from './wildberries.spec-rig.js';

const { signal } = new AbortController();
const document = new OpenApi(new URL('./fixtures/wildberries-openapi.json', import.meta.url));
const WORDS = 'Фото сделано не с той книги';

describe('deciding about a claim on Wildberries', () => {
  let rig: Awaited<ReturnType<typeof open>>;

  async function reopen(options: Opened): Promise<void> {
    await rig.close();
    rig = await open(options);
  }

  beforeEach(async () => (rig = await open({ pageSize: 50 })));

  afterEach(() => rig.close());

  /** A claim as it was heard, and a decision about it. */
  async function claimed(action: string, comment = '', actions?: readonly string[]) {
    const id = rig.fake.addClaim('Страницы вырваны', ago(30), undefined, actions);
    const { mentions } = await readRound(rig.source);
    const on = mentions.find(({ externalId }) => externalId === `claim-${id}`);
    if (on === undefined) throw new Error('the claim is not heard');
    const made: DecisionMade = { action, comment, seen: on.decisions?.seen ?? 'nothing' };
    return { id, on, made, claim: () => rig.fake.world.claims.find((each) => each.id === id) };
  }

  const writes = (): number => rig.fake.server.counters.writes;

  it('hears what each claim lets us decide, and of what has no words here nothing', async () => {
    const { on } = await claimed('', '', ['approve2', 'reject3', 'sendtothemoon']);
    expect(on.decisions?.actions).toEqual(['approve2', 'reject3']);
    const { on: closed } = await claimed('', '', []);
    expect(closed).not.toHaveProperty('decisions');
  });

  it.each(Object.keys(claimChoices))('decides by %s once, and sees that it stands', async (action) => {
    const comment = claimChoices[action]?.comment === undefined ? '' : WORDS;
    const { on, made } = await claimed(action, comment, [action]);
    expect(await rig.source.findDecision(on, made, signal)).toBeUndefined();
    const { externalId } = await rig.source.decide(on, made, signal);
    expect(await rig.source.findDecision(on, made, signal)).toEqual({ externalId, state: 'visible' });
    expect(writes()).toBe(1);
  });

  it('sends the words of a rejection, and none where none belong', async () => {
    const { on, made, claim } = await claimed('rejectcustom', WORDS);
    await rig.source.decide(on, made, signal);
    expect(claim()?.decision).toMatchObject({ approved: false, words: WORDS });
    expect(
      (await readRound(rig.source)).mentions.find(({ externalId }) => externalId === on.externalId),
    ).toMatchObject({ brandReply: { text: WORDS }, decisions: { actions: ['approve1', 'autorefund1'] } });
  });

  it('finds a decision whose response was lost, and does not decide twice', async () => {
    const { on, made, claim } = await claimed('approve1');
    rig.fake.failNext(1, 'lost', /\/claim$/);
    await expect(rig.source.decide(on, made, signal)).rejects.toMatchObject({ kind: 'unavailable' });
    expect(claim()?.decision).toMatchObject({ approved: true });
    expect(await rig.source.findDecision(on, made, signal)).toMatchObject({ state: 'visible' });
    // Also when the claim was read too early, and the second try is refused.
    await expect(rig.source.decide(on, made, signal)).resolves.toBeDefined();
  });

  it.each([
    ['approve1', '', false],
    ['reject1', '', true],
    ['rejectcustom', WORDS, false],
  ])('never overrules what a colleague decided in the cabinet: %s', async (action, comment, approved) => {
    const { id, on, made } = await claimed(action, comment);
    rig.fake.decideClaim(id, approved, 'Решено в кабинете');
    const looking = rig.source.findDecision(on, made, signal);
    await expect(looking).rejects.toMatchObject({ kind: 'rejected', code: 'decided_otherwise' });
  });

  it('rejects at once, with the reason, what Wildberries does not take', async () => {
    const { on, made } = await claimed('approve2');
    const notOffered = rig.source.decide(on, made, signal);
    await expect(notOffered).rejects.toMatchObject({ kind: 'rejected', code: 'not_taken' });
    await expect(notOffered).rejects.toThrow(/approve2 is not available/);
    const wordy = rig.source.decide(on, { ...made, action: 'approve1', comment: WORDS }, signal);
    await expect(wordy).rejects.toThrow(/Comment field is not allowed/);
    const mute = rig.source.decide(on, { ...made, action: 'rejectcustom' }, signal);
    await expect(mute).rejects.toThrow(/Comment field is required/);
    const short = rig.source.decide(on, { ...made, action: 'rejectcustom', comment: 'Нет' }, signal);
    await expect(short).rejects.toThrow(/10 to 1000/);
  });

  it('misses a claim that is not shown any more', async () => {
    const { id, on, made } = await claimed('approve1');
    rig.fake.remove(id);
    await expect(rig.source.findDecision(on, made, signal)).rejects.toMatchObject({ kind: 'missing' });
    const review: ReplyTarget = { kind: 'review', externalId: 'YX52' };
    await expect(rig.source.findDecision(review, made, signal)).rejects.toMatchObject({ code: 'no_claim' });
  });

  it.each<[string, Opened, string]>([
    ['of another category', { withholds: 'claims' }, 'token_invalid'],
    ['that may only read', { token: { readOnly: true } }, 'read_only_token'],
    ['that may call too rarely', { token: { basic: true } }, 'basic_token'],
  ])('with a token %s is rejected, and parks nothing', async (_, options, code) => {
    await reopen(options);
    const id = rig.fake.addClaim('Страницы вырваны');
    const on: ReplyTarget = { kind: 'message', externalId: `claim-${id}` };
    const claim = wireOf(rig.fake.world.claims.map(claimWire)[0]);
    const made = { action: 'approve1', comment: '', seen: seenOf(claim) };
    const work = async () => {
      await rig.source.findDecision(on, made, signal);
      await rig.source.decide(on, made, signal);
    };
    await expect(work()).rejects.toMatchObject({ kind: 'rejected', code });
    expect(writes()).toBe(0);
  });

  it('has its calls counted among those for claims', () => {
    const stream = wildberries.limits?.streams?.find(({ calls }) => calls.test('PATCH /api/v1/claim'));
    expect(stream).toMatchObject({ name: 'claims', windows: [{ calls: 20, perSeconds: 60 }] });
  });

  it('speaks with the made-up platform as the specification says, both ways', async () => {
    const { on, made } = await claimed('rejectcustom', WORDS);
    await rig.source.decide(on, { ...made, action: 'approve2', comment: '' }, signal).catch(() => undefined);
    await rig.source.decide(on, made, signal);
    await rig.source.findDecision(on, made, signal);
    rig.fake.failNext(1, 'throttle', /\/claim$/);
    await rig.source.decide(on, made, signal).catch(() => undefined);
    rig.fake.setAccess('expired');
    await rig.source.decide(on, made, signal).catch(() => undefined);
    const decisions = rig.http.exchanges.filter(({ request }) => request.url.endsWith('/claim'));
    expect(decisions.map(({ response }) => response.status)).toEqual([400, 200, 429, 401]);
    expect(rig.http.exchanges.flatMap((exchange) => document.problemsOf(exchange))).toEqual([]);
  });
});
