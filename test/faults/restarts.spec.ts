import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Postbox } from '../browser/postbox.js';
import { Caller } from './caller.js';
import { type ChildDesk, startChild } from './child-desk.js';
import { eventually, password } from './running-desk.js';

/** R04, R15: the database or the process goes away under load; what was accepted is there afterwards, once. */

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(process.cwd(), '.cache', 'faults-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const complaint = 'Третій день ніхто не бере слухавку, поверніть гроші!';
const batch = (from: string, at: number) =>
  Array.from({ length: 20 }, (_, index) => ({
    source: 'load',
    external_id: `${from}-${at}-${index}`,
    created_at: '2026-01-02T03:04:05Z',
    text: `${complaint} ${from} ${at} ${index}`,
    author: { id: `${from}-${at}-${index}` },
  }));

/** Pushes without a pause until it is told to stop, and remembers what was accepted and what else was answered. */
class Load {
  readonly accepted: string[] = [];
  readonly others: { readonly status: number; readonly text: string }[] = [];
  acceptedAt = 0;
  private stopped = false;
  private readonly runs: Promise<void>[];

  constructor(private readonly program: Caller) {
    this.runs = ['a', 'b'].map((name) => this.run(name));
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await Promise.all(this.runs);
  }

  private async run(name: string): Promise<void> {
    for (let at = 0; !this.stopped; at += 1) {
      const mentions = batch(name, at);
      // A connection that was cut says nothing: whether they are stored is not known, as to any caller.
      const answer = await this.program.post('/api/v1/mentions', mentions).catch(() => undefined);
      if (answer?.status === 202) {
        this.accepted.push(...mentions.map((each) => each.external_id));
        this.acceptedAt = Date.now();
      } else if (answer) this.others.push(answer);
      if (answer?.status !== 202) await new Promise((resolve) => setImmediate(resolve));
    }
  }
}

async function keyHolder(address: string): Promise<Caller> {
  const administrator = await Caller.signIn(address, 'admin@shop.example', password);
  return administrator.keyHolder('mentions:write', 'mentions:read');
}

/** The platform's ids of all that is stored, with every doubled one twice. */
async function storedIds(program: Caller): Promise<string[]> {
  const found: string[] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    const { json } = await program.get(`/api/v1/mentions?limit=100${cursor && `&cursor=${cursor}`}`);
    found.push(...(json['items'] as { externalId: string }[]).map(({ externalId }) => externalId));
    cursor = json['nextCursor'] as string | undefined;
  }
  return found;
}

async function expectStoredOnce(program: Caller, accepted: readonly string[]): Promise<void> {
  const stored = await storedIds(program);
  expect(new Set(stored).size).toBe(stored.length);
  const known = new Set(stored);
  expect(accepted.filter((id) => !known.has(id))).toEqual([]);
}

test('R15: told to end under load, it ends within 20 s with what it accepted, and says 0', async () => {
  const environment = { HEARD_DATA_DIR: folder, HEARD_LOG_LEVEL: 'warn' };
  const first = await startChild(environment);
  const program = await keyHolder(first.address);
  const load = new Load(program);
  await eventually(() => (load.accepted.length > 300 ? true : undefined));
  const toldAt = Date.now();
  expect(await first.end('SIGTERM')).toBe(0);
  expect(Date.now() - toldAt).toBeLessThan(20_000);
  await load.stop();
  expect(load.others.filter(({ status }) => status !== 503)).toEqual([]);
  const second = await startChild(environment);
  try {
    await expectStoredOnce(new Caller(second.address, program.headers), load.accepted);
  } finally {
    await second.end('SIGTERM');
  }
});

/** What `pg_ctl stop -m immediate` does: every connection is cut, and the server has to recover as from a crash. */
async function endDatabaseAtOnce(): Promise<void> {
  const file = join(folder, 'pg18', 'data', 'postmaster.pid');
  const pid = Number((await readFile(file, 'utf8')).split('\n')[0]);
  process.kill(pid, 'SIGQUIT');
  await eventually(() => isGone(pid) || undefined);
}

function isGone(pid: number): boolean {
  try {
    return !process.kill(pid, 0);
  } catch {
    return true;
  }
}

test('R04: the database dies three times under load; it comes back, and nothing is lost', async () => {
  const postbox = await Postbox.open();
  let child: ChildDesk | undefined;
  try {
    child = await startChild({
      HEARD_DATA_DIR: folder,
      HEARD_SMTP_URL: postbox.url,
      HEARD_LOG_LEVEL: 'warn',
    });
    const program = await keyHolder(child.address);
    const load = new Load(program);
    for (let death = 0; death < 3; death += 1) {
      const before = load.accepted.length;
      await eventually(() => load.accepted.length > before + 100 || undefined);
      await endDatabaseAtOnce();
      const goneAt = Date.now();
      await eventually(() => load.acceptedAt > goneAt || undefined);
      expect(load.acceptedAt - goneAt).toBeLessThan(10_000);
    }
    await load.stop();
    expect(child.exitCode()).toBeUndefined();
    const odd = load.others.filter(
      ({ status, text }) => status !== 503 || !text.includes('database_unavailable'),
    );
    expect(odd).toEqual([]);
    expect(load.others.length).toBeGreaterThan(0);
    await expectStoredOnce(program, load.accepted);
    await expectToBeAlarmed(program, postbox);
  } finally {
    await child?.end('SIGTERM');
    await postbox.close();
  }
});

/** The durable work goes on too. */
async function expectToBeAlarmed(program: Caller, postbox: Postbox): Promise<void> {
  const [mention] = batch('alarm', 0);
  const text = 'АЛАРМ: отруїлися вашою їжею, дитина в лікарні!';
  expect((await program.post('/api/v1/mentions', { ...mention, text })).status).toBe(202);
  await eventually(() => postbox.letters.find((letter) => letter.text?.includes('АЛАРМ')));
}
