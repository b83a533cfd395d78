import type { CollectedMention } from '@heard/core';
import { type DeskOnTrial, openDeskOnTrial } from './desk-on-trial.js';
import { inventMentions } from './mentions.js';
import { gatherStatistics, insertBare, layOut, makeFloor } from './store/floor.js';

/** One result, printed as a line of JSON. */
export interface IngestResult {
  readonly bench: 'ingest';
  /** Mentions per second through the whole path. */
  readonly perSecond: number;
  /**
   * Rows per second of a bare insert of the same mentions into a copy of their table: one connection, one batch after
   * another, each laid out and committed.
   */
  readonly floorPerSecond: number;
  readonly ratio: number;
}

const batchSize = 500;
const batchesPerRound = 24;
const warmUpRounds = 3;
const rounds = 9;
/** As many sources are read at the same time: batches of one source wait for each other. */
const inFlight = 8;

/** Measures the way of a mention from a posted batch to the committed case with its durable work. */
export async function benchIngest(say: (text: string) => void): Promise<IngestResult> {
  const desk = await openDeskOnTrial();
  try {
    await makeFloor(desk.ownerUrl);
    const source = inventMentions(20_261_122, desk.heard.clock.now());
    // The first rounds warm caches and the compiler, and are not counted.
    for (let round = 0; round < warmUpRounds; round++) await oneRound(desk, source);
    await gatherStatistics(desk.ownerUrl);
    const whole: number[] = [];
    const floor: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const measured = await oneRound(desk, source);
      whole.push(measured.perSecond);
      floor.push(measured.floorPerSecond);
    }
    say(await whatWasDone(desk));
    const [perSecond, floorPerSecond] = [median(whole), median(floor)];
    return {
      bench: 'ingest',
      perSecond: Math.round(perSecond),
      floorPerSecond: Math.round(floorPerSecond),
      ratio: Number((perSecond / floorPerSecond).toFixed(3)),
    };
  } finally {
    await desk.close();
  }
}

/** The same batches twice: through Heard, and bare. */
async function oneRound(desk: DeskOnTrial, source: Iterator<CollectedMention, never>) {
  const { heard, workspaceId } = desk;
  const batches = Array.from({ length: batchesPerRound }, () =>
    Array.from({ length: batchSize }, () => source.next().value),
  );
  const names = Array.from({ length: inFlight }, (_, index) => `push ${index + 1}`);
  const sourceIds = await heard.database.inWorkspace(workspaceId, async (tx) => {
    const ids: string[] = [];
    for (const name of names) ids.push((await heard.connect.pushSource(tx, name)).id);
    return ids;
  });
  const begunMs = performance.now();
  const lane = async (own: number): Promise<void> => {
    for (const [index, batch] of batches.entries()) {
      if (index % inFlight === own) await heard.takePushed.run(workspaceId, names[own] ?? '', batch);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, (_, own) => lane(own)));
  const perSecond = perSecondSince(begunMs);
  const floorBegunMs = performance.now();
  for (const [index, batch] of batches.entries()) {
    const sourceId = sourceIds[index % inFlight] ?? '';
    await insertBare(heard.database, workspaceId, layOut(workspaceId, sourceId, batch, heard.clock.now()));
  }
  return { perSecond, floorPerSecond: perSecondSince(floorBegunMs) };
}

const perSecondSince = (begunMs: number): number =>
  (batchesPerRound * batchSize) / ((performance.now() - begunMs) / 1_000);

/** Counts what the path wrote, so that nobody measures a path that does nothing. */
async function whatWasDone({ heard, workspaceId }: DeskOnTrial): Promise<string> {
  const [done] = await heard.database.inWorkspace(workspaceId, (tx) =>
    tx.rows<{ mentions: string; complaints: string; urgent: string; cases: string; jobs: string }>(
      `select (select count(*) from mentions where workspace_id = $1) as mentions,
         (select count(*) from assessments where workspace_id = $1 and intent = 'complaint') as complaints,
         (select count(*) from assessments where workspace_id = $1 and urgency in ('high', 'critical')) as urgent,
         (select count(*) from cases where workspace_id = $1) as cases,
         (select count(*) from pgboss.job) as jobs`,
      [workspaceId],
    ),
  );
  return JSON.stringify(done);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
