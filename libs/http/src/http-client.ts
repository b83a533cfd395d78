import axios, { type AxiosResponse } from 'axios';
import { Fault } from '@heard/core';
import { AgentPools, type Agents } from './agents.js';
import { networkFault } from './network-fault.js';
import { parseJson } from './parse-json.js';
import { publicAddress, refusePrivate, refusePrivateAddress, resolve } from './public-address.js';
import { describeUrl } from './redact.js';

/** How the one outgoing client behaves. */
export interface HttpClientOptions {
  /** Put before relative addresses. */
  readonly baseUrl?: string;
  /** From the first byte sent to the last byte read, a slow drip included. */
  readonly totalTimeoutMs?: number;
  /** The most an answer may hold, counted after decompression too. */
  readonly maxBytes?: number;
  /** Origins that may be called although they are on a private or local address, e.g. the made-up platforms. */
  readonly allowPrivateAddresses?: readonly string[];
  readonly userAgent?: string;
}

/** One call; at most one of `form`, `json` and `body`. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly form?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly body?: string | Buffer;
  readonly signal?: AbortSignal;
  /** A shorter total limit than the client's. */
  readonly totalTimeoutMs?: number;
  /** What is old may wait: where calls are scarce, it gets the share that is left for it. */
  readonly purpose?: 'backfill';
  /** The proxy to call through, with its user name and password. */
  readonly proxy?: string;
}

/** What came back, whatever its status; header names are in lower case. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The body as UTF-8. */
  readonly text: string;
  readonly bytes: Buffer;
  /** The body as JSON with 64-bit integers kept as text; a fault when it is none. */
  json(): unknown;
}

/**
 * Calls out: total time limit, size limit, no redirects, no private addresses, no secrets in errors, and no proxy but the
 * one that a connection names.
 */
export interface HttpClient {
  /** The proxy that all calls go through, for protocols that are not HTTP. */
  readonly proxy?: string;
  request(request: HttpRequest): Promise<HttpResponse>;
  /**
   * The address to connect to for a protocol that is not HTTP: checked as for a call, and to be used as it is, since the
   * name may lead elsewhere the next time it is asked for.
   */
  addressOf(host: string, port: number): Promise<string>;
  /** Closes the kept connections. */
  close(): void;
}

const DEFAULT_TOTAL_TIMEOUT_MS = 30_000;
const DEFAULT_MAX_BYTES = 5 * 1024 * 1024;

/** Makes the client; one per process is enough. */
export function createHttpClient(options: HttpClientOptions = {}): HttpClient {
  const pools = new AgentPools(options.allowPrivateAddresses ?? []);
  return {
    request: (request) => send(request, options, pools),
    addressOf: async (host, port) => {
      const isOpen = ['https', 'http'].some((scheme) => pools.isOpen(`${scheme}://${host}:${port}`));
      return isOpen ? ((await resolve(host))[0] ?? host) : publicAddress(host);
    },
    close: () => pools.destroy(),
  };
}

async function send(
  request: HttpRequest,
  options: HttpClientOptions,
  pools: AgentPools,
): Promise<HttpResponse> {
  const url = addressOf(request, options.baseUrl);
  const what = `${request.method} ${describeUrl(url.href)}`;
  const maxBytes = options.maxBytes ?? DEFAULT_MAX_BYTES;
  const usualMs = options.totalTimeoutMs ?? DEFAULT_TOTAL_TIMEOUT_MS;
  const limitMs = Math.min(usualMs, request.totalTimeoutMs ?? usualMs);
  const deadline = startDeadline(limitMs, request.signal);
  try {
    const response = await axios.request<Buffer>({
      method: request.method,
      url: url.href,
      headers: headersOf(request, options.userAgent ?? 'Heard'),
      data: bodyOf(request),
      signal: deadline.signal,
      responseType: 'arraybuffer',
      transformRequest: (data: unknown) => data,
      validateStatus: () => true,
      maxRedirects: 0,
      maxContentLength: maxBytes,
      maxBodyLength: maxBytes,
      proxy: false,
      ...(await agentsFor(url, request.proxy, pools)),
    });
    return answerOf(response, what);
  } catch (error) {
    request.signal?.throwIfAborted();
    if (deadline.passed()) {
      throw new Fault('unavailable', `${what}: no complete answer within ${deadline.limitMs} ms`, {
        code: 'timeout',
      });
    }
    throw networkFault(what, error, { maxBytes, isProxied: request.proxy !== undefined });
  } finally {
    deadline.clear();
  }
}

/** Behind a proxy a name is looked up elsewhere: what is known to lead inside is refused before. */
async function agentsFor(url: URL, proxy: string | undefined, pools: AgentPools): Promise<Agents> {
  if (proxy === undefined) return pools.for(url);
  const { origin, hostname } = new URL(proxy);
  if (!pools.isOpen(origin)) refusePrivateAddress(hostname);
  if (!pools.isOpen(url.origin)) await refusePrivate(url.hostname);
  return pools.through(proxy);
}

function addressOf(request: HttpRequest, baseUrl: string | undefined): URL {
  if (!URL.canParse(request.url, baseUrl))
    throw new Fault('invalid', 'The address to call is not a valid URL');
  const url = new URL(request.url, baseUrl);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new Fault('refused', 'Only http and https addresses are called', { code: 'scheme' });
  }
  for (const [name, value] of Object.entries(request.query ?? {})) {
    if (value !== undefined) url.searchParams.set(name, String(value));
  }
  return url;
}

function headersOf(request: HttpRequest, userAgent: string): Record<string, string> {
  const type = request.form
    ? 'application/x-www-form-urlencoded'
    : request.json === undefined
      ? undefined
      : 'application/json';
  return {
    accept: 'application/json',
    'user-agent': userAgent,
    ...(type && { 'content-type': type }),
    ...request.headers,
  };
}

function bodyOf(request: HttpRequest): string | Buffer | undefined {
  if (request.form) return new URLSearchParams(request.form).toString();
  return request.json === undefined ? request.body : JSON.stringify(request.json);
}

function answerOf(response: AxiosResponse<Buffer>, what: string): HttpResponse {
  const bytes = Buffer.from(response.data);
  const text = bytes.toString('utf8');
  const headers = Object.fromEntries(
    Object.entries(response.headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
  const json = (): unknown => {
    try {
      return parseJson(text);
    } catch {
      // The parser's own message quotes the body, which may hold a customer's words: it is not kept.
      throw new Fault('unavailable', `${what}: the answer (status ${response.status}) is not JSON`, {
        code: 'not_json',
      });
    }
  };
  return { status: response.status, headers, text, bytes, json };
}

interface Deadline {
  readonly signal: AbortSignal;
  readonly limitMs: number;
  passed(): boolean;
  clear(): void;
}

/** A hand-made deadline: `AbortSignal.any` keeps listeners on the caller's long-lived signal on Node 20. */
function startDeadline(limitMs: number, outer: AbortSignal | undefined): Deadline {
  outer?.throwIfAborted();
  const controller = new AbortController();
  let passed = false;
  const timer = setTimeout(() => {
    passed = true;
    controller.abort();
  }, limitMs);
  const onOuterAbort = (): void => controller.abort();
  outer?.addEventListener('abort', onOuterAbort, { once: true });
  return {
    signal: controller.signal,
    limitMs,
    passed: () => passed,
    clear: () => {
      clearTimeout(timer);
      outer?.removeEventListener('abort', onOuterAbort);
    },
  };
}
