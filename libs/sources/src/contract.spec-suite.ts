import { isFault, type CollectedMention, type Fault } from '@heard/core';
import type { SimFault } from './sim-server.js';
import type { Cursor, Page, Source } from './source.js';

/** One platform set up for the contract: a source, its made-up platform with pages of two, and handles on it. */
export interface SourceRig {
  readonly source: Source;
  /** Adds an item on top; gives its canonical id. */
  add(text: string, at?: Date): string;
  remove(externalId: string): void;
  failNext(count: number, kind: SimFault): void;
  emptyPages?(count: number): void;
  linkElsewhere?(origin: string): void;
  expireToken?(): void;
  dropReadPermission?(): void;
  /** Why there is neither, where the platform is open to everybody. */
  readonly openToAll?: string;
  requests(): number;
  /** Why the platform gives nothing again that a later cursor has confirmed, where it does not: only the last page can be asked for again. */
  readonly forgets?: string;
  /** What must not be seen anywhere. */
  readonly secrets: readonly string[];
  close(): Promise<void>;
}

/** The time all rigs start at. */
export const RIG_TIME = new Date('2026-11-22T10:00:00Z');

const MINUTE_MS = 60_000;
const MAX_CALLS = 100;

/** Every source passes this against its made-up platform over HTTP. */
export function describeSource(name: string, makeRig: () => Promise<SourceRig>): void {
  describe(`${name} as a source`, () => {
    let rig: SourceRig;
    let ids: string[];
    const stop = new AbortController();

    beforeEach(async () => {
      rig = await makeRig();
      ids = [5, 4, 3, 2, 1].map((ago) =>
        rig.add(`Text ${ago}`, new Date(RIG_TIME.getTime() - ago * MINUTE_MS)),
      );
    });

    afterEach(() => rig.close());

    const collect = (from?: Cursor): Promise<Page> => rig.source.collect(stored(from), stop.signal);

    /** Reads a whole round, as a listener would; `between` runs after each stored page. */
    async function readRound(
      from?: Cursor,
      between: (page: number) => void = () => undefined,
    ): Promise<Round> {
      const mentions: CollectedMention[] = [];
      let cursor = from;
      for (let call = 1; call <= MAX_CALLS; call += 1) {
        const page = await collect(cursor);
        mentions.push(...page.mentions);
        cursor = page.cursor;
        if (!page.more) return { mentions, cursor };
        between(call);
      }
      throw new Error('the round does not end');
    }

    async function faultOf(call: Promise<unknown>): Promise<Fault> {
      const error: unknown = await call.then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      if (!isFault(error)) throw new Error(`expected a Fault, got ${String(error)}`);
      expectNoSecret(error, rig.secrets);
      return error;
    }

    const idsOf = (mentions: readonly CollectedMention[]): Set<string> =>
      new Set(mentions.map((seen) => seen.externalId));

    it('reads everything there is, page by page', async () => {
      const { mentions } = await readRound();
      expect([...idsOf(mentions)]).toEqual(expect.arrayContaining(ids));
    });

    it('goes on after any page as if it had not stopped', async () => {
      if (rig.forgets !== undefined) return goesOnAfterEachPage();
      const cursors: (Cursor | undefined)[] = [undefined];
      const before: CollectedMention[][] = [[]];
      for (let page = await collect(); ; page = await collect(page.cursor)) {
        before.push([...(before.at(-1) ?? []), ...page.mentions]);
        if (!page.more) break;
        cursors.push(page.cursor);
      }
      expect(cursors.length).toBeGreaterThan(2);
      for (const [index, cursor] of cursors.entries()) {
        const rest = await readRound(cursor);
        expect([...idsOf([...(before[index] ?? []), ...rest.mentions])]).toEqual(expect.arrayContaining(ids));
      }
    });

    /** A crash before a page is stored: it is asked for again, and nothing before it. */
    async function goesOnAfterEachPage(): Promise<void> {
      const mentions: CollectedMention[] = [];
      let pages = 0;
      for (let page = await collect(); ; page = await collect(page.cursor)) {
        mentions.push(...page.mentions);
        pages += 1;
        if (!page.more) break;
        await collect(page.cursor);
      }
      expect(pages).toBeGreaterThan(2);
      expect([...idsOf(mentions)]).toEqual(expect.arrayContaining(ids));
    }

    it('gives the same page for the same cursor', async () => {
      const first = await collect();
      const again = await collect(first.cursor);
      expect(idsOf((await collect(first.cursor)).mentions)).toEqual(idsOf(again.mentions));
    });

    it('gives the same id and kind to the same text in every round', async () => {
      const keys = (round: Round): string[] =>
        round.mentions.map(({ kind, externalId }) => `${kind}/${externalId}`);
      const read = rig.forgets === undefined ? readRound : collect;
      expect(new Set(keys(await read()))).toEqual(new Set(keys(await read())));
    });

    it('finds in the next round what came after the last', async () => {
      const { cursor } = await readRound();
      const late = rig.add('A late one', new Date(RIG_TIME.getTime() + MINUTE_MS));
      expect(idsOf((await readRound(cursor)).mentions)).toContain(late);
    });

    it('loses nothing when items come on top between pages (P18)', async () => {
      const late: string[] = [];
      const first = await readRound(undefined, (call) => {
        if (call <= 4)
          late.push(rig.add(`Came while reading ${call}`, new Date(RIG_TIME.getTime() + call * 1000)));
      });
      const second = await readRound(first.cursor);
      const seen = idsOf([...first.mentions, ...second.mentions]);
      expect([...seen]).toEqual(expect.arrayContaining([...ids, ...late]));
    });

    it('loses nothing but the deleted item when one is deleted between pages', async () => {
      const [, , , deleted = ''] = ids;
      const first = await readRound(undefined, (call) => {
        if (call === 1) rig.remove(deleted);
      });
      const second = await readRound(first.cursor);
      const seen = idsOf([...first.mentions, ...second.mentions]);
      expect([...seen]).toEqual(expect.arrayContaining(ids.filter((id) => id !== deleted)));
    });

    it('keeps items of the same second on both sides of a page border', async () => {
      const same = [1, 2, 3, 4].map((nth) => rig.add(`Same second ${nth}`, RIG_TIME));
      expect([...idsOf((await readRound()).mentions)]).toEqual(expect.arrayContaining([...ids, ...same]));
    });

    it('ends a list whose last page is exactly full', async () => {
      const sixth = rig.add('The sixth', RIG_TIME);
      const { mentions } = await readRound();
      expect([...idsOf(mentions)]).toEqual(expect.arrayContaining([...ids, sixth]));
    });

    it('does not take an empty page with a next one for the end', async () => {
      rig.emptyPages?.(2);
      expect([...idsOf((await readRound()).mentions)]).toEqual(expect.arrayContaining(ids));
    });

    it('hands over nothing older than the backfill', async () => {
      const old = rig.add('Long ago', new Date(RIG_TIME.getTime() - 60 * 86_400_000));
      expect(idsOf((await readRound()).mentions)).not.toContain(old);
    });

    it.each<[SimFault, string]>([
      ['500', 'unavailable'],
      ['html', 'unavailable'],
      ['truncate', 'unavailable'],
      ['huge', 'unavailable'],
      ['reset', 'unavailable'],
      ['redirect', 'unavailable'],
      ['slow', 'unavailable'],
      ['throttle', 'throttled'],
    ])('calls %s what it is, and reads on from the same cursor afterwards', async (kind, expected) => {
      const first = await collect();
      rig.failNext(1, kind);
      const fault = await faultOf(collect(first.cursor));
      expect(fault.kind).toBe(expected);
      const rest = await readRound(first.cursor);
      expect([...idsOf([...first.mentions, ...rest.mentions])]).toEqual(expect.arrayContaining(ids));
    });

    it('tells when a throttled source may go on', async () => {
      rig.failNext(1, 'throttle');
      const fault = await faultOf(collect());
      expect(fault.retryAt?.getTime()).toBeGreaterThan(RIG_TIME.getTime());
    });

    it('is disconnected when the token has expired, and its check says so (P11)', async () => {
      if (rig.openToAll !== undefined) return;
      rig.expireToken?.();
      expect((await faultOf(collect())).kind).toBe('disconnected');
      const check = await rig.source.check(stop.signal);
      expect(check.ok).toBe(false);
      expectNoSecret(check, rig.secrets);
    });

    it('names what is missing when the permission is gone', async () => {
      if (rig.openToAll !== undefined) return;
      rig.dropReadPermission?.();
      const fault = await faultOf(collect());
      expect(fault.kind).toBe('disconnected');
      expect(fault.missing?.join()).toMatch(/\w/);
    });

    it('does not follow a link to another host', async () => {
      if (rig.linkElsewhere === undefined) return;
      rig.linkElsewhere('http://127.0.0.2:9');
      const { cursor } = await collect();
      expect((await faultOf(collect(cursor))).code).toBe('foreign_link');
    });

    it('stops when it is told to', async () => {
      const told = new AbortController();
      const reason = new Error('shutting down');
      told.abort(reason);
      const before = rig.requests();
      await expect(rig.source.collect(undefined, told.signal)).rejects.toBe(reason);
      expect(rig.requests()).toBe(before);
    });

    it('finds a good account good', async () => {
      expect(await rig.source.check(stop.signal)).toMatchObject({ ok: true });
    });

    it('keeps no secret in cursors and mentions', async () => {
      for (let page = await collect(); ; page = await collect(page.cursor)) {
        expectNoSecret(page, rig.secrets);
        if (!page.more) break;
      }
    });
  });
}

interface Round {
  readonly mentions: readonly CollectedMention[];
  readonly cursor: Cursor;
}

/** A cursor as it comes back from a table: through JSON. */
function stored(cursor: Cursor | undefined): Cursor | undefined {
  return cursor === undefined ? undefined : (JSON.parse(JSON.stringify(cursor)) as Cursor);
}

function expectNoSecret(shown: unknown, secrets: readonly string[]): void {
  const parts = [JSON.stringify(shown)];
  for (let error = shown; error instanceof Error; error = error.cause) {
    parts.push(error.message, error.stack ?? '', JSON.stringify(error));
  }
  for (const secret of secrets) expect(parts.join('\n')).not.toContain(secret);
}
