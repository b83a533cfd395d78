import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type CallLimits, findPlatform, type PushDelivery } from '@heard/sources';
import { madeUpCertificate } from '@heard/sources/fakes';
import { systemClock } from '../../apps/desk/src/open-heard.js';
import { Crowd } from './crowd.js';
import { randomOf } from './made-up-day.js';
import { MortalHeard } from './mortal-heard.js';
import { mailPlayer } from './mail-player.js';
import { facebookPlayer, feedPlayer, googlePlayer, type Player, vkPlayer } from './players.js';
import {
  appStorePlayer,
  googlePlayPlayer,
  instagramPlayer,
  ozonPlayer,
  rozetkaPlayer,
  telegramPlayer,
  trustpilotPlayer,
  wildberriesPlayer,
  yandexMarketPlayer,
  youtubePlayer,
} from './review-players.js';
import { openAround } from './world.js';

const seed = Number(process.env['PLATFORMS_SEED'] ?? 20_261_126);
const items = Number(process.env['PLATFORMS_ITEMS'] ?? 520);
const kills = Number(process.env['PLATFORMS_KILLS'] ?? 4);
const lifeMs = 4_000;
const restLimitMs = 240_000 + items * 60;
const shares = { '500': 0.05, reset: 0.01, lost: 0.01, truncate: 0.01, html: 0.005, 'wait-short': 0.01 };

/** A dead process keeps its lease for two minutes: the database's clock is not waited for, the lease is taken away. */
const leaseRunsOut = 'update sources set lease_until = null where lease_until is not null';
/** Nor are the growing pauses after failures; what platforms asked for, and budgets, are. */
const pausesRunOut = `update sources set next_due_at = now() where state = 'failing' and next_due_at > now();
  update pgboss.job set start_after = now() where state = 'retry' and name = 'told-events' and start_after > now()`;
/** Nor the days until a list of reviews is read deep again. */
const daysPass = ['list', 'reviews,list', 'questions,list']
  .map(
    (list) => `update sources set cursor = cursor #- '{${list},deepAt}'
      where cursor #> '{${list}}' ? 'deepAt' and not cursor #> '{${list}}' ? 'deep'`,
  )
  .concat(`update sources set cursor = cursor - 'deepAt' where cursor ? 'deepAt' and not cursor ? 'deep'`)
  .join(';\n');

interface Stored {
  readonly platform: string;
  readonly id: string;
  readonly text: string;
  readonly state: string;
}

const everyPlayer = [
  ...[facebookPlayer, googlePlayer, vkPlayer, feedPlayer, trustpilotPlayer, youtubePlayer, appStorePlayer],
  ...[ozonPlayer, yandexMarketPlayer, wildberriesPlayer, rozetkaPlayer, instagramPlayer, telegramPlayer],
  ...[googlePlayPlayer, mailPlayer],
];

async function openPlatforms() {
  const players = everyPlayer.map((open) => open(systemClock));
  for (const { server } of players) await server.listen();
  const urls = players.flatMap(({ hosts, server }) => hosts.map((host) => `${host}=${server.baseUrl}`));
  const around = await openAround({
    HEARD_ROLES: 'api,listener,worker',
    HEARD_PLATFORM_URLS: urls.join(','),
    HEARD_ALLOWED_PRIVATE_ORIGINS: players.map(({ server }) => server.baseUrl).join(','),
  });
  const sources = new Map<string, string>();
  for (const { platform, ...player } of players)
    sources.set(platform, await around.connect(platform, platform, player.settings()));
  const certificate = join(around.environment.HEARD_DATA_DIR, 'made-up-mailbox.pem');
  await writeFile(certificate, madeUpCertificate);
  // The made-up mailbox proves its name with a certificate that only this test believes.
  const beside = { ...around.beside, NODE_EXTRA_CA_CERTS: certificate };
  return { ...around, beside, players, sources };
}

/** Two processes, of which now one and now the other dies. */
class Pair {
  killed = 0;
  /** What those said that ended by themselves. */
  readonly ended: string[] = [];
  private readonly both: readonly [MortalHeard, MortalHeard];

  constructor(
    private readonly world: Awaited<ReturnType<typeof openPlatforms>>,
    private readonly random: () => number,
  ) {
    this.both = [new MortalHeard(world.beside), new MortalHeard(world.beside)];
  }

  async start(): Promise<void> {
    for (const each of this.both) each.start();
    await Promise.all(this.both.map(({ ready }) => ready));
    if (this.both.some(({ address }) => address === '')) throw new Error(`Not both run: ${this.lastWords}`);
  }

  async killOne(): Promise<void> {
    const victim = this.both[this.random() < 0.5 ? 0 : 1];
    if (await victim.kill()) this.killed += 1;
    else this.ended.push(victim.lastWords);
    await this.world.rows(leaseRunsOut);
    victim.start();
  }

  /** To either of the two, as a balancer would; false when it is dead. */
  async deliver(platform: string, { query, headers, body }: PushDelivery): Promise<boolean> {
    const { address } = this.both[this.random() < 0.5 ? 0 : 1];
    const url = `${address}/hooks/${platform}/${this.world.sources.get(platform)}?${new URLSearchParams(query).toString()}`;
    const init = { method: 'POST', headers: headers as Record<string, string>, body: new Uint8Array(body) };
    const answer = await fetch(url, init).catch(() => undefined);
    if (answer && answer.status !== 200) throw new Error(`${platform} was answered ${answer.status}`);
    return answer !== undefined;
  }

  async end(): Promise<void> {
    for (const each of this.both) await each.kill();
  }

  get lastWords(): string {
    return this.both.map(({ lastWords }) => lastWords).join('\n');
  }
}

/** The most calls of a kind within any stretch of a window, as the platform counted them. */
function mostWithin({ arrived }: Player['server'], perSeconds: number, calls = /^/u): number {
  const times = arrived.filter(({ call }) => calls.test(call)).map(({ atMs }) => atMs);
  let [most, first] = [0, 0];
  for (const [last, atMs] of times.entries()) {
    while (atMs - (times[first] ?? atMs) >= perSeconds * 1_000) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most;
}

describe(`Heard, killed ${kills} times while ${items} texts flow from all platforms (PLATFORMS_SEED=${seed})`, () => {
  let world: Awaited<ReturnType<typeof openPlatforms>>;
  let pair: Pair;
  let crowds: Crowd[];

  const stored = (): Promise<Stored[]> =>
    world.rows(
      `select s.platform, m.external_id as id, m.text, m.platform_state as state
       from mentions m join sources s on s.id = m.source_id
       union all
       select s.platform, u.key, trim(both E'\\r\\n' from u.text), 'visible' from unparsed_mail u join sources s on s.id = u.source_id`,
    );

  /** What the store and the platforms do not agree on. */
  async function differences(): Promise<string[]> {
    const rows = await stored();
    const byKey = new Map(rows.map((row) => [`${row.platform} ${row.id}`, row]));
    const wrong = rows.length === byKey.size ? [] : ['something is there twice'];
    for (const { player, wanted } of crowds) {
      for (const [id, { text, state }] of wanted) {
        const key = `${player.platform} ${id}`;
        const row = byKey.get(key);
        byKey.delete(key);
        // What went before it was ever read was never there.
        if (row === undefined && state === 'visible') wrong.push(`${key} is missing`);
        if (row === undefined || (state === 'deleted' && row.state === 'deleted')) continue;
        const isTold = state !== 'unknown' && player.tellsNoState !== true;
        if (isTold && row.state !== state) wrong.push(`${key} is ${row.state}, not ${state}`);
        else if (state === 'visible' && row.text !== text) wrong.push(`${key}: ${row.text}, not ${text}`);
      }
    }
    return [...wrong, ...[...byKey.keys()].map((key) => `${key} was never written`)];
  }

  async function runToRest(): Promise<void> {
    const limit = Date.now() + restLimitMs;
    for (let round = 0; ; round += 1) {
      const wrong = await differences();
      const [waiting] = await world.rows<{ count: number }>(
        'select count(*)::int from inbox where taken_at is null',
      );
      if (wrong.length === 0 && waiting?.count === 0) return;
      if (Date.now() > limit) {
        const sources = await world.rows('select platform, state, state_reason, next_due_at from sources');
        const some = JSON.stringify({ waiting, sources, wrong: wrong.length, such: wrong.slice(0, 20) });
        throw new Error(`Not at rest: ${some}. ${pair.ended.join()} ${pair.lastWords}`);
      }
      await world.rows(pausesRunOut);
      if (round % 8 === 0) await world.rows(daysPass);
      await pause(500);
    }
  }

  beforeAll(async () => {
    world = await openPlatforms();
    const random = randomOf(seed);
    pair = new Pair(world, random);
    // Letters have chances of their own.
    const chances = ({ platform }: Player): (() => number) =>
      platform === 'mail' ? randomOf(seed - 1) : random;
    crowds = world.players.map(
      (player) => new Crowd(player, (...told) => pair.deliver(...told), chances(player)),
    );
    for (const [index, { server }] of world.players.entries())
      server.failByChance({ random: randomOf(seed + 1 + index), shares });
    await pair.start();
    const inOneLife = Math.ceil(items / crowds.length / kills);
    for (let life = 0; life < kills; life += 1) {
      for (let each = 0; each < inOneLife; each += 1) {
        for (const crowd of crowds) await crowd.act();
        if (each % 10 === 0) await world.rows(pausesRunOut);
        await pause(lifeMs / inOneLife);
      }
      await pair.killOne();
    }
    for (const crowd of crowds) await crowd.end();
    for (const { server } of world.players) server.failByChance(undefined);
    await runToRest();
  }, restLimitMs + 600_000);

  afterAll(async () => {
    await pair?.end();
    for (const player of world?.players ?? []) await (player.close?.() ?? player.server.close());
    await world?.close();
  });

  it('was killed in the middle of its work, and saw every kind of text', async () => {
    expect(pair.ended).toEqual([]);
    expect(pair.killed).toBe(kills);
    for (const { wanted } of crowds) expect(wanted.size).toBeGreaterThan(items / crowds.length / 2);
    const wanted = crowds.flatMap((crowd) => [...crowd.wanted.values()]);
    expect(wanted.length).toBeGreaterThanOrEqual(items);
    expect(wanted.filter(({ state }) => state === 'deleted').length).toBeGreaterThan(items / 100);
  });

  it('has what the platforms have: every text once, as it is now, and what is gone as gone', async () => {
    expect(await differences()).toEqual([]);
  });

  it('needs no person: every source is well', async () => {
    const unwell = await world.rows(
      `select platform, state from sources where state not in ('ok', 'failing', 'throttled')`,
    );
    expect(unwell).toEqual([]);
  });

  it('kept to what each platform allows, as the platform counted it', () => {
    const over: unknown[] = [];
    for (const { platform, server } of world.players) {
      const limits = findPlatform(platform)?.limits;
      const check = (of: string, windows: CallLimits['account']['windows'] = [], calls?: RegExp): void => {
        for (const { calls: allowed, perSeconds, isOurOwn } of windows) {
          if (allowed === undefined || isOurOwn) continue;
          const most = mostWithin(server, perSeconds, calls);
          if (most > allowed) over.push({ platform, of, perSeconds, allowed, most });
        }
      };
      check('app', limits?.app?.windows);
      check('account', limits?.account.windows);
      for (const stream of limits?.streams ?? []) check(stream.name, stream.windows, stream.calls);
      expect(server.arrived.length).toBeGreaterThan(0);
    }
    expect(over).toEqual([]);
  });
});
