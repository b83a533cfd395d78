import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TrainingPost } from '@heard/understanding';
import { drawn } from '../peers/drawn.js';
import type { Peer } from '../peers/peer.js';
import { readCorpora } from '../train/corpora.js';
import type { LaneResult, LaneWork } from './assess-lane.js';

/** What the assessor does in a second, beside the bare scorer and other packages on the same posts in the same run. */
export interface AssessResult {
  readonly bench: 'assess';
  readonly posts: number;
  /** Posts per second on one core: by the clock, and by the processor's time, which other programs disturb less. */
  readonly perSecond: number;
  readonly perCpuSecond: number;
  readonly barePerSecond: number;
  readonly barePerCpuSecond: number;
  /** 15,000 where the bare scorer does 30,000, otherwise half of the bare scorer. */
  readonly wantedPerSecond: number;
  readonly ratio: number;
  readonly peers: readonly { readonly by: string; readonly posts: number; readonly perSecond: number }[];
  /** Beyond a process that reads the same file and assesses nothing. */
  readonly memoryMb: number;
  readonly importMs: number;
  readonly firstMs: number;
  readonly loadCpuMs: number;
  readonly post1MbMs: number;
  readonly post100kUnbrokenMs: number;
  readonly load: string;
}

const measured = 20_000;
const warmUp = 3_000;
const rounds = 3;
const usualFolders = ['data', '../data', '../shared/data'];

/** Measures the whole assessment of real Russian and Ukrainian posts, each lane in child processes of its own. */
export async function benchAssess(say: (text: string) => void, data?: string): Promise<AssessResult> {
  const folder = data ?? usualFolders.find((name) => existsSync(name));
  if (folder === undefined) {
    throw new Error(
      `There are no corpora in ${usualFolders.join(', ')}; write: npm run bench -- assess --data DIR`,
    );
  }
  const posts = await slavicPosts(folder);
  const own = await mkdtemp(join(tmpdir(), 'heard-assess-'));
  try {
    const file = join(own, 'posts.jsonl');
    await writeFile(file, posts.map(({ text }) => `${JSON.stringify(text)}\n`).join(''));
    const lanes = { assess: [] as LaneResult[], bare: [] as LaneResult[], 'read only': [] as LaneResult[] };
    for (let round = 1; round <= rounds; round += 1) {
      say(`round ${round} of ${rounds}`);
      for (const work of ['read only', 'bare', 'assess'] as const) lanes[work].push(await lane(work, file));
    }
    const result = summed(lanes, await askPeers(posts, say));
    say(told(result));
    return result;
  } finally {
    await rm(own, { recursive: true, force: true });
  }
}

/** So many posts of the training side, drawn by a hash; warming up takes the first of them. */
async function slavicPosts(folder: string): Promise<readonly TrainingPost[]> {
  const sets = await readCorpora(folder, 'train');
  const slavic = [...sets.values()].flat().filter(({ lang }) => lang !== 'en');
  const some = drawn(slavic, warmUp + measured);
  if (some.length < warmUp + measured) {
    throw new Error(
      `${folder} has ${some.length} Russian and Ukrainian posts; ${warmUp + measured} are needed.`,
    );
  }
  return some;
}

/** As `npm run heard` runs: a young generation of V8 that is small, and as fast, for what lives as briefly as a post. */
const execArgv = ['--max-semi-space-size=4'];

/** A child process, so that what this process holds weighs nothing. */
function lane(work: LaneWork, file: string): Promise<LaneResult> {
  const script = fileURLToPath(new URL('assess-lane.js', import.meta.url));
  return new Promise((resolve, reject) => {
    const child = fork(script, [work, file], { execArgv, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
    let output = '';
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(JSON.parse(output) as LaneResult);
      else reject(new Error(`The lane "${work}" ended with ${String(code)}.`));
    });
  });
}

const peerSeconds = 4;

/** The same packages as in the eval, each for a few seconds at most. */
async function askPeers(posts: readonly TrainingPost[], say: (text: string) => void) {
  const { makePeers } = await import('../peers/peers.js');
  const lines: AssessResult['peers'][number][] = [];
  for (const peer of await makePeers(posts.slice(0, warmUp), say)) {
    const known = posts.slice(warmUp).filter(({ lang }) => peer.languages.includes(lang));
    if (known.length > 0) lines.push(await timed(peer, known));
    else say(`${peer.name} knows neither Russian nor Ukrainian`);
  }
  return lines;
}

async function timed(peer: Peer, posts: readonly TrainingPost[]) {
  const begunMs = performance.now();
  let asked = 0;
  for (const { text, lang } of posts) {
    await peer.read(text, lang);
    asked += 1;
    if (performance.now() - begunMs > 1_000 * peerSeconds) break;
  }
  const perSecond = asked / ((performance.now() - begunMs) / 1_000);
  return { by: peer.name, posts: asked, perSecond: Number(perSecond.toPrecision(3)) };
}

function summed(
  lanes: Readonly<Record<LaneWork, readonly LaneResult[]>>,
  peers: AssessResult['peers'],
): AssessResult {
  const middle = (work: LaneWork, of: keyof LaneResult): number => {
    const values = lanes[work].map((each) => each[of]).toSorted((a, b) => a - b);
    return values[Math.floor(values.length / 2)] ?? 0;
  };
  const whole = (of: keyof LaneResult, work: LaneWork = 'assess'): number => Math.round(middle(work, of));
  const barePerCpuSecond = whole('perCpuSecond', 'bare');
  const perCpuSecond = whole('perCpuSecond');
  return {
    bench: 'assess',
    posts: measured,
    perSecond: whole('perSecond'),
    perCpuSecond,
    barePerSecond: whole('perSecond', 'bare'),
    barePerCpuSecond,
    wantedPerSecond: Math.round(Math.min(15_000, barePerCpuSecond / 2)),
    ratio: Number((perCpuSecond / barePerCpuSecond).toFixed(3)),
    peers,
    memoryMb: Number(
      ((middle('assess', 'residentBytes') - middle('read only', 'residentBytes')) / 2 ** 20).toFixed(1),
    ),
    importMs: whole('importMs'),
    firstMs: whole('firstMs'),
    loadCpuMs: whole('loadCpuMs'),
    post1MbMs: Number(middle('assess', 'hugeMs').toFixed(1)),
    post100kUnbrokenMs: Number(middle('assess', 'unbrokenMs').toFixed(1)),
    load: loadavg()
      .map((each) => each.toFixed(1))
      .join(' '),
  };
}

function told(result: AssessResult): string {
  const { perSecond, perCpuSecond, barePerSecond, barePerCpuSecond, wantedPerSecond, peers } = result;
  return [
    `${measured} posts in Russian and Ukrainian; load average ${result.load}`,
    `whole assessment: ${perCpuSecond} a second of the processor, ${perSecond} by the clock (wanted: ${wantedPerSecond})`,
    `bare hashed scorer: ${barePerCpuSecond} a second of the processor, ${barePerSecond} by the clock`,
    ...peers.map(({ by, posts, perSecond: each }) => `${by}: ${each} a second by the clock (${posts} posts)`),
    `memory: ${result.memoryMb} MB above Node's own (wanted: 60)`,
    `loading: ${result.importMs} ms to import and ${result.firstMs} ms to the first verdict (wanted: 300)`,
    `a post of 1 MB: ${result.post1MbMs} ms; of 100,000 letters without a blank: ${result.post100kUnbrokenMs} ms (wanted: 50)`,
  ].join('\n');
}
