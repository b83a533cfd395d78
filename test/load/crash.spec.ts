import { setTimeout as pause } from 'node:timers/promises';
import { firstBreak, readHistory } from '@heard/cases';
import { MadeUpDay, randomOf } from './made-up-day.js';
import { MortalHeard } from './mortal-heard.js';
import { openWorld, type World } from './world.js';

const seed = Number(process.env['CRASH_SEED'] ?? 20_261_122);
const kills = 30;
const mentions = 2_000;
/** Most processes die in the middle of their work, so long after they were ready; the first look at sources comes after a second. */
const work = { leastMs: 1_000, mostMs: 2_200 };
/** Some die so soon that they were never ready. */
const early = { share: 0.2, withinMs: 1_500 };
const quietLimitMs = 120_000;

interface Undone {
  readonly stored: number;
  readonly jobs: number;
}

/** The texts of the platform by their identity, as the store must have them. */
function platformState({ facebook }: World): Map<string, string> {
  const bare = (id: string): string => id.slice(id.lastIndexOf('_') + 1);
  return new Map([
    ...facebook.world.posts.map((post) => [`post ${post.id}`, post.text] as const),
    ...facebook.world.comments.map(
      (each) => [`${each.parentId ? 'reply' : 'comment'} ${bare(each.id)}`, each.text] as const,
    ),
  ]);
}

/** A dead process keeps its lease for two minutes: the database's clock is not waited for, the lease is taken away. */
const leaseRunsOut = 'update sources set lease_until = null, next_due_at = least(next_due_at, now())';
const undone = `select (select count(*)::int from mentions) as stored,
  (select count(*)::int from pgboss.job where state < 'completed' and name in ('case-events', 'notify')) as jobs`;

async function killAtRandom(world: World, heard: MortalHeard, random: () => number): Promise<number> {
  const day = new MadeUpDay(world.facebook, world.pageId, random);
  let killed = 0;
  while (killed < kills) {
    heard.start();
    const diesEarly = random() < early.share;
    const lifetimeMs = diesEarly
      ? random() * early.withinMs
      : work.leastMs + random() * (work.mostMs - work.leastMs);
    const share = Math.ceil(mentions / kills / 2);
    day.write(share);
    if (!diesEarly) await heard.ready;
    await pause(lifetimeMs / 2);
    day.write(share);
    await pause(lifetimeMs / 2);
    if (await heard.kill()) killed += 1;
    await world.rows(leaseRunsOut);
  }
  return killed;
}

/** Lets Heard run until everything is read and everything due is done. */
async function runToRest(world: World, heard: MortalHeard): Promise<void> {
  heard.start();
  const limit = Date.now() + quietLimitMs;
  const wanted = platformState(world).size;
  for (;;) {
    const [now] = await world.rows<Undone>(undone);
    const differs = now?.stored === wanted ? await textsThatDiffer(world) : wanted;
    if (now?.jobs === 0 && differs === 0) return;
    if (Date.now() > limit) {
      throw new Error(`Not at rest: ${JSON.stringify({ ...now, wanted, differs })}. ${heard.lastWords}`);
    }
    await pause(250);
  }
}

async function textsThatDiffer(world: World): Promise<number> {
  const wanted = platformState(world);
  const stored = await world.rows<{ identity: string; text: string }>(
    `select kind || ' ' || external_id as identity, text from mentions`,
  );
  return stored.filter(({ identity, text }) => wanted.get(identity) !== text).length;
}

describe(`Heard, killed ${kills} times while ${mentions} mentions flow (CRASH_SEED=${seed})`, () => {
  let world: World;
  let heard: MortalHeard;
  let killed: number;
  let storedMeanwhile: number;

  beforeAll(async () => {
    world = await openWorld('listener,worker');
    heard = new MortalHeard(world.environment);
    killed = await killAtRandom(world, heard, randomOf(seed));
    const [sofar] = await world.rows<Undone>(undone);
    storedMeanwhile = sofar?.stored ?? 0;
    await runToRest(world, heard);
  }, 300_000);

  afterAll(async () => {
    await heard?.kill();
    await world?.close();
  });

  it('was killed in the middle of its work', async () => {
    expect(killed).toBe(kills);
    // A slow machine stores less in the time that is left to it; some is all that is asked.
    expect(storedMeanwhile).toBeGreaterThan(mentions / 20);
    expect(platformState(world).size).toBeGreaterThanOrEqual(mentions);
  });

  it('has every mention exactly once and with its latest text', async () => {
    const stored = await world.rows<{ identity: string; text: string }>(
      `select kind || ' ' || external_id as identity, text from mentions`,
    );
    const byIdentity = new Map(stored.map(({ identity, text }) => [identity, text]));
    expect(stored).toHaveLength(byIdentity.size);
    expect(byIdentity).toEqual(platformState(world));
  });

  it('has understood every revision of every mention once', async () => {
    const missing = await world.rows(
      `select m.id from mentions m left join assessments a
         on a.workspace_id = m.workspace_id and a.mention_id = m.id
       group by m.id, m.revision having count(a.*) <> m.revision`,
    );
    expect(missing).toEqual([]);
  });

  it('has one case for each person who complained, with all of their complaints, and none for anybody else', async () => {
    const people = await world.rows<{ cases: number; strays: number; complaints: number }>(
      `select count(distinct m.case_id)::int as cases,
         count(*) filter (where a.complains and m.case_id is null)::int as strays,
         count(*) filter (where a.complains)::int as complaints
       from mentions m
       join (select mention_id, bool_or(intent = 'complaint' and sentiment = 'negative') as complains
             from assessments group by mention_id) a on a.mention_id = m.id
       group by m.author_external_id`,
    );
    expect(people.filter((each) => each.strays > 0)).toEqual([]);
    expect(people.filter((each) => each.cases !== (each.complaints > 0 ? 1 : 0))).toEqual([]);
    const doubled = await world.rows('select author_external_id from cases group by 1 having count(*) > 1');
    expect(doubled).toEqual([]);
    const [foreign] = await world.rows<{ count: number }>(
      `select count(*)::int from mentions m join cases c on c.id = m.case_id
       where c.author_external_id is distinct from m.author_external_id`,
    );
    expect(foreign?.count).toBe(0);
  });

  it('has unbroken histories, each mention joined once', async () => {
    const ids = await world.rows<{ id: string }>('select id from cases');
    expect(ids.length).toBeGreaterThan(mentions / 10);
    await world.heard.database.inWorkspace(world.workspaceId, async (tx) => {
      for (const { id } of ids) {
        const history = await readHistory(tx, id);
        expect(firstBreak(id, history)).toBeUndefined();
        const told = history.flatMap((event) => ('mentionId' in event ? [event.mentionId] : []));
        expect(new Set(told).size).toBe(told.length);
      }
    });
  });

  it('has raised every alert that was due once, and each reached the mail server, under one Message-ID', async () => {
    const due = await world.rows<{ key: string }>(
      `select 'urgent_case:' || case_id || ':' || seq as key from case_events
       where (type = 'case.opened' and facts ->> 'urgency' in ('high', 'critical'))
          or (type = 'case.urgency_raised' and facts ->> 'to' in ('high', 'critical'))`,
    );
    // Incidents are looked for beside the intake, in their own time, also after everything else is at rest.
    const raised = await world.rows<{ id: string; key: string }>(
      `select id, dedupe_key as key from alerts where kind <> 'incident_proposed'`,
    );
    expect(due.length).toBeGreaterThan(mentions / 50);
    expect(raised.map(({ key }) => key).toSorted()).toEqual(due.map(({ key }) => key).toSorted());
    const told = new Set(world.mailbox.arrived.map(({ alertId }) => alertId));
    expect(raised.filter(({ id }) => !told.has(id))).toEqual([]);
    for (const { messageId, notificationId } of world.mailbox.arrived) {
      expect(messageId).toBe(`<${notificationId}@heard>`);
    }
  });
});
