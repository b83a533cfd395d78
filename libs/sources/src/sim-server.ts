import * as http from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseJson } from '@heard/http';

/** What may be made to go wrong with the next requests; `lost` does the work and drops the answer. */
export type SimFault =
  | '500'
  | 'throttle'
  | 'wait-seconds'
  | 'wait-date'
  | 'wait-short'
  | 'slow'
  | 'truncate'
  | 'html'
  | 'reset'
  | 'lost'
  | 'huge'
  | 'redirect';

/** What goes wrong by chance: the share of requests for each fault, and the numbers from 0 to 1 that decide. */
export interface SimChance {
  readonly random: () => number;
  readonly shares: Readonly<Partial<Record<SimFault, number>>>;
}

/** A request as a made-up platform sees it. */
export interface SimRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: http.IncomingHttpHeaders;
  readonly form: URLSearchParams;
  readonly json: unknown;
  /** As it came: for forms of several parts. */
  readonly body: string;
}

/** An answer: `json`, JSON already written (`jsonText`: for numbers of more than 53 bits), `html` or `bytes`. */
export interface SimAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly jsonText?: string;
  readonly html?: string;
  readonly bytes?: Buffer;
}

/** What a made-up platform gives to its server. */
export interface SimPlatform {
  /** A promise where the platform holds requests back. */
  answer(request: SimRequest): SimAnswer | Promise<SimAnswer>;
  /** The platform's own way to say "slow down". */
  throttled(): SimAnswer;
  /** What people see at `/`. */
  page(): string;
  /** Commands of `POST /__sim/<name>`, for the simulator only. */
  readonly controls?: Readonly<Record<string, (args: Readonly<Record<string, unknown>>) => unknown>>;
}

const HUGE_BYTES = 6 * 1024 * 1024;

/** The HTTP side of a made-up platform: one loopback server, its faults and its counters. */
export class SimServer {
  readonly counters = { requests: 0, writes: 0 };
  private readonly server: http.Server;
  /** When each request came, and what it was, for those who count. */
  readonly arrived: { readonly atMs: number; readonly call: string }[] = [];
  private faults: { kind: SimFault; left: number; only?: RegExp }[] = [];
  private chance: SimChance | undefined;

  constructor(
    private readonly platform: SimPlatform,
    private readonly controlKey?: string,
  ) {
    this.server = http.createServer((request, response) => {
      this.serve(request, response).catch((error: unknown) => {
        if (!response.headersSent) response.writeHead(500);
        response.end(error instanceof Error ? error.message : 'failed');
      });
    });
  }

  async listen(port = 0): Promise<{ baseUrl: string }> {
    await new Promise<void>((ready, failed) => {
      this.server.once('error', failed);
      this.server.listen(port, '127.0.0.1', ready);
    });
    return { baseUrl: this.baseUrl };
  }

  get baseUrl(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((done) => this.server.close(() => done()));
  }

  /** `only` is matched with the method and the path, e.g. `POST /v26.0/7_8/comments`. */
  failNext(count: number, kind: SimFault, only?: RegExp): void {
    this.faults.push({ kind, left: count, only });
  }

  /** Requests fail by chance from now on; without a program they do not any more. */
  failByChance(chance: SimChance | undefined): void {
    this.chance = chance;
  }

  private async serve(incoming: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const request = await readRequest(incoming);
    if (request.path === '/' && request.method === 'GET')
      return send(response, { status: 200, html: this.platform.page() });
    if (request.path.startsWith('/__sim/')) return send(response, this.control(request));
    this.counters.requests += 1;
    const call = `${request.method} ${request.path}`;
    this.arrived.push({ atMs: performance.now(), call });
    const fault = this.takeFault(call) ?? drawn(this.chance);
    if (fault === undefined || fault === 'lost' || fault === 'truncate') {
      if (request.method !== 'GET') this.counters.writes += 1;
      const answer = await this.platform.answer(request);
      if (fault === undefined) return send(response, answer);
      if (fault === 'lost') return void response.socket?.destroy();
      const body = answer.html ?? answer.jsonText ?? JSON.stringify(answer.json ?? {});
      response.writeHead(answer.status, { 'content-type': 'application/json' });
      return void response.end(body.slice(0, Math.floor(body.length / 2)));
    }
    if (fault === 'throttle') return send(response, this.platform.throttled());
    misbehave(response, fault);
  }

  private takeFault(request: string): SimFault | undefined {
    const fault = this.faults.find(
      ({ left, only }) => left > 0 && (only === undefined || only.test(request)),
    );
    if (fault === undefined) return undefined;
    fault.left -= 1;
    this.faults = this.faults.filter(({ left }) => left > 0);
    return fault.kind;
  }

  private control(request: SimRequest): SimAnswer {
    const given = request.headers['x-sim-control'];
    const controls = this.platform.controls ?? {};
    const name = request.path.slice('/__sim/'.length);
    const command = Object.hasOwn(controls, name) ? controls[name] : undefined;
    const allowed = this.controlKey !== undefined && given === this.controlKey;
    if (!allowed || command === undefined || request.method !== 'POST')
      return { status: 404, json: { error: 'not found' } };
    return {
      status: 200,
      json: { result: command((request.json ?? {}) as Record<string, unknown>) ?? null },
    };
  }
}

/** What goes wrong this time, if chance has it so. */
export function drawn(chance: SimChance | undefined): SimFault | undefined {
  let left = chance?.random() ?? 0;
  for (const [kind, share] of Object.entries(chance?.shares ?? {})) {
    left -= share;
    if (left < 0) return kind as SimFault;
  }
  return undefined;
}

async function readRequest(incoming: http.IncomingMessage): Promise<SimRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks).toString('utf8');
  const url = new URL(incoming.url ?? '/', 'http://sim.invalid');
  const isJson = (incoming.headers['content-type'] ?? '').includes('json');
  return {
    method: incoming.method ?? 'GET',
    path: decodeURIComponent(url.pathname),
    query: url.searchParams,
    headers: incoming.headers,
    form: new URLSearchParams(isJson ? '' : body),
    json: isJson ? parseJson(body) : undefined,
    body,
  };
}

function send(response: http.ServerResponse, answer: SimAnswer): void {
  const type = answer.html === undefined ? 'application/json; charset=UTF-8' : 'text/html; charset=utf-8';
  response.writeHead(answer.status, { 'content-type': type, ...answer.headers });
  response.end(answer.bytes ?? answer.html ?? answer.jsonText ?? JSON.stringify(answer.json ?? {}));
}

function misbehave(
  response: http.ServerResponse,
  fault: Exclude<SimFault, 'lost' | 'truncate' | 'throttle'>,
): void {
  switch (fault) {
    case '500':
      return void response.writeHead(503, { 'content-type': 'text/plain' }).end('upstream failed');
    case 'wait-seconds':
      return void response.writeHead(429, { 'retry-after': '420' }).end();
    case 'wait-short':
      return void response.writeHead(429, { 'retry-after': '1' }).end();
    case 'wait-date':
      return void response
        .writeHead(429, { 'retry-after': new Date(Date.now() + 420_000).toUTCString() })
        .end();
    case 'html':
      return void response
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<html><body>Log in</body></html>');
    case 'reset':
      return void response.socket?.destroy();
    case 'redirect':
      return void response.writeHead(302, { location: 'http://169.254.169.254/latest/' }).end();
    case 'huge':
      return void response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(`{"data":["${'x'.repeat(HUGE_BYTES)}"]}`);
    case 'slow': {
      response.writeHead(200, { 'content-type': 'application/json' });
      const drip = setInterval(() => response.write(' '), 20);
      return void response.on('close', () => clearInterval(drip));
    }
  }
}
