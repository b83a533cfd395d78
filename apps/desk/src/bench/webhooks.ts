import * as http from 'node:http';
import type { PushDelivery } from '@heard/sources';
import { startBeside } from './beside.js';
import { openDeskOnTrial } from './desk-on-trial.js';
import { TellingPage } from './telling-page.js';

/** One result, printed as a line of JSON; milliseconds from the first byte that was sent to the last one of the answer. */
export interface WebhooksResult {
  readonly bench: 'webhooks';
  readonly posts: number;
  readonly atOnce: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  readonly worstMs: number;
  /** The same posts to a bare route of the same server framework, which answers 200 and keeps nothing. */
  readonly bareP50Ms: number;
  readonly bareP95Ms: number;
  readonly bareP99Ms: number;
}

const atOnce = 8;
const postsARound = 400;
const warmUpRounds = 1;
const rounds = 5;

/**
 * Measures how long a platform waits for the answer to a signed delivery: a desk with all roles and a crash-safe database
 * checks it, keeps it and answers, while it reads what it kept and polls the source.
 */
export async function benchWebhooks(say: (text: string) => void): Promise<WebhooksResult> {
  const trial = await openDeskOnTrial();
  const closing: (() => Promise<unknown>)[] = [() => trial.close()];
  try {
    const page = new TellingPage();
    const baseUrl = await page.listen();
    closing.push(() => page.close());
    const { heard, workspaceId, ownerUrl, dataDir } = trial;
    const asked = { platform: 'facebook', name: 'A page', settings: page.settings };
    const sourceId = await heard.database.inWorkspace(workspaceId, (tx) => heard.connect.connect(tx, asked));
    const desk = await startBeside(new URL('../main.js', import.meta.url), {
      ...{ DATABASE_URL: ownerUrl, HEARD_DATA_DIR: dataDir, HEARD_PORT: '0', HEARD_DEMO: 'false' },
      ...{ HEARD_PLATFORM_URLS: `facebook=${baseUrl}`, HEARD_ALLOWED_PRIVATE_ORIGINS: baseUrl },
    });
    closing.push(() => desk.end());
    const bare = await startBeside(new URL('bare-route.js', import.meta.url), {});
    closing.push(() => bare.end());
    const url = `${desk.address}/hooks/facebook/${sourceId}`;
    const [whole, floor] = await measured([url, bare.address], () => page.tell());
    const kept = await heard.database.inWorkspace(workspaceId, (tx) =>
      tx.rows('select count(*) as events, count(taken_at) as taken from inbox where workspace_id = $1', [
        workspaceId,
      ]),
    );
    say(JSON.stringify(kept[0]));
    return {
      bench: 'webhooks',
      posts: whole.length,
      atOnce,
      ...{ p50Ms: at(whole, 0.5), p95Ms: at(whole, 0.95), p99Ms: at(whole, 0.99), worstMs: at(whole, 1) },
      ...{ bareP50Ms: at(floor, 0.5), bareP95Ms: at(floor, 0.95), bareP99Ms: at(floor, 0.99) },
    };
  } finally {
    for (const step of closing.toReversed()) await step();
  }
}

/** Rounds of the same deliveries to one address after the other, sorted; the first warms up and is not counted. */
async function measured(urls: readonly string[], next: () => PushDelivery): Promise<[number[], number[]]> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: atOnce });
  const all: [number[], number[]] = [[], []];
  for (let round = 0; round < warmUpRounds + rounds; round += 1) {
    const deliveries = Array.from({ length: postsARound }, next);
    for (const [which, times] of all.entries()) {
      const taken = await postAll(urls[which] ?? '', deliveries, agent);
      if (round >= warmUpRounds) times.push(...taken);
    }
  }
  agent.destroy();
  for (const times of all) times.sort((a, b) => a - b);
  return all;
}

async function postAll(
  url: string,
  deliveries: readonly PushDelivery[],
  agent: http.Agent,
): Promise<number[]> {
  const waiting = [...deliveries];
  const times: number[] = [];
  const lane = async (): Promise<void> => {
    for (let each = waiting.shift(); each !== undefined; each = waiting.shift())
      times.push(await post(url, each, agent));
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return times;
}

function post(url: string, { headers, body }: PushDelivery, agent: http.Agent): Promise<number> {
  return new Promise((done, failed) => {
    const begunMs = performance.now();
    const request = http.request(url, { method: 'POST', agent, headers: { ...headers } }, (answer) => {
      answer.resume();
      answer.once('end', () => {
        if (answer.statusCode === 200) done(performance.now() - begunMs);
        else failed(new Error(`It answered ${answer.statusCode}.`));
      });
    });
    request.once('error', failed);
    request.end(body);
  });
}

/** A quantile of sorted times, in milliseconds with one place. */
function at(sorted: readonly number[], share: number): number {
  const place = Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1);
  return Number((sorted[place] ?? 0).toFixed(1));
}
