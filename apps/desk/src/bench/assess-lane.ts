import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** What one child process found; times in milliseconds, memory in bytes. */
export interface LaneResult {
  /** Time to import the assessor, and from then to the first verdict. */
  readonly importMs: number;
  readonly firstMs: number;
  readonly loadCpuMs: number;
  /** Posts per second of wall time, and of the time the processor spent in this process, its helpers included. */
  readonly perSecond: number;
  readonly perCpuSecond: number;
  readonly residentBytes: number;
  readonly hugeMs: number;
  readonly unbrokenMs: number;
}

/** What a child process is asked to do with the texts of a file, one JSON string a line. */
export type LaneWork = 'assess' | 'bare' | 'read only';

/** So many texts warm the compiler up; the measured ones were not met before. */
const warmUp = 3_000;
const kept = 64;

const [work, file] = process.argv.slice(2) as [LaneWork, string];
const before = process.cpuUsage();
const begunMs = performance.now();
const read = await readerOf(work);
const importedMs = performance.now();
read('Доставку чекаю третій день, телефон не відповідає.');
const readyMs = performance.now();
const loaded = process.cpuUsage(before);

let texts: string[] = [];
let seen = 0;
let [wallMs, cpuMs] = [0, 0];
/** Texts are taken in small batches, so that they are not all held in memory, and reading the file is not timed. */
function flush(): void {
  const cpu = process.cpuUsage();
  const from = performance.now();
  for (const text of texts) read(text);
  const spent = process.cpuUsage(cpu);
  if (seen > warmUp) {
    wallMs += performance.now() - from;
    cpuMs += (spent.user + spent.system) / 1_000;
  }
  texts = [];
}
for await (const line of createInterface({ input: createReadStream(file) })) {
  texts.push(JSON.parse(line) as string);
  seen += 1;
  if (texts.length === kept) flush();
}
flush();
const residentBytes = process.memoryUsage.rss();
const measured = seen - warmUp;
const result: LaneResult = {
  importMs: importedMs - begunMs,
  firstMs: readyMs - importedMs,
  loadCpuMs: (loaded.user + loaded.system) / 1_000,
  perSecond: measured / (wallMs / 1_000),
  perCpuSecond: measured / (cpuMs / 1_000),
  residentBytes,
  hugeMs: slowestMs('жду заказ уже 5 дней, никто не отвечает! '.repeat(25_000)),
  unbrokenMs: slowestMs('я'.repeat(100_000)),
};
process.stdout.write(JSON.stringify(result));

async function readerOf(asked: LaneWork): Promise<(text: string) => unknown> {
  if (asked === 'read only') return () => undefined;
  const { assess, bareScore } = await import('@heard/understanding/assessor');
  return asked === 'bare' ? bareScore : (text) => assess({ text });
}

function slowestMs(text: string): number {
  let slowest = 0;
  for (let round = 0; round < 5; round += 1) {
    const from = performance.now();
    read(text);
    slowest = Math.max(slowest, performance.now() - from);
  }
  return slowest;
}
