import 'reflect-metadata';
import type { Clock } from '@heard/core';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { ApiModule } from './api.module.js';
import { serveDashboard } from './http/dashboard-files.js';
import { problemOf } from './http/problem.js';
import { sendProblem } from './http/problem.filter.js';
import { sendUnreadable } from './http/unreadable.js';
import { prepareServer } from './http/serve-http.js';
import { serveWebhooks } from './http/webhooks.js';
import { type ApiLog, silent } from './log.js';
import { asText, openApiOf } from './open-api.js';
import type { ApiOptions } from './options.js';
import type { ApiParts } from './ports/index.js';

/** How the api is to serve. */
export interface ApiAsked {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Where people reach the dashboard; https here makes cookies secure and sends HSTS. */
  readonly publicUrl: string;
  /** Addresses or networks of proxies whose word about a caller's address is believed. */
  readonly trustProxies?: readonly string[];
  /** The built dashboard; absent where it is served by somebody else. */
  readonly dashboardDir?: string;
  readonly clock?: Clock;
  /** How often a live stream says that it is still there; 15 seconds when absent. */
  readonly heartbeatMs?: number;
  /** Nothing is logged when absent. */
  readonly log?: ApiLog;
}

/** An api that serves. */
export interface Api {
  readonly app: NestFastifyApplication;
  /** `http://host:port`, with the port that was taken. */
  readonly address: string;
  /** Ends streams and waits for requests that are under way, for at most two seconds. */
  close(): Promise<void>;
}

const longestRequestMs = 30_000;
const longestHeadMs = 15_000;
const lookForSlowMs = 5_000;
const graceMs = 2_000;
const usualHeartbeatMs = 15_000;

/** Starts to serve; faults when the address is taken. */
export async function createApi(parts: ApiParts, asked: ApiAsked): Promise<Api> {
  const options: ApiOptions = {
    ...asked,
    publicUrl: new URL(asked.publicUrl),
    trustProxies: asked.trustProxies ?? [],
    heartbeatMs: asked.heartbeatMs ?? usualHeartbeatMs,
    clock: asked.clock ?? { now: () => new Date() },
    log: asked.log ?? silent,
  };
  const app = await NestFactory.create<NestFastifyApplication>(
    ApiModule.over(parts, options),
    new FastifyAdapter({
      trustProxy: options.trustProxies.length === 0 ? false : [...options.trustProxies],
      requestTimeout: longestRequestMs,
      // Node looks for connections that are too slow only so often.
      http: { headersTimeout: longestHeadMs, connectionsCheckingInterval: lookForSlowMs },
      clientErrorHandler: (error, socket) => sendUnreadable(error, socket, options.clock.now()),
      // An address that cannot be decoded never reaches a route, nor the filter of problems.
      frameworkErrors: (error: Error, _request: unknown, reply: FastifyReply) =>
        sendProblem(reply, problemOf(error, options.clock.now())),
      // Tokens of links are longer than the default of 100.
      routerOptions: { maxParamLength: 300 },
    }),
    { bodyParser: false, logger: false, abortOnError: false },
  );
  const server: FastifyInstance = app.getHttpAdapter().getInstance();
  await prepareServer(server, options);
  await serveWebhooks(server, parts.webhooks, options);
  const document = asText(openApiOf(app));
  server.get('/api/openapi.json', (_request, reply) => reply.type('application/json').send(document));
  if (options.dashboardDir !== undefined) await serveDashboard(server, options.dashboardDir, options.log);
  try {
    await app.listen(options.port, options.host);
  } catch (error) {
    await app.close();
    throw error;
  }
  return { app, address: addressOf(await app.getUrl(), options.host), close: () => closing(app) };
}

/** Nest says `[::1]` for some names of this machine; what was asked for is what people type. */
function addressOf(url: string, host: string): string {
  const { port } = new URL(url);
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** A connection that a browser opened ahead and never used counts as busy: it would hold the end up for a minute. */
async function closing(app: NestFastifyApplication): Promise<void> {
  const force = setTimeout(() => app.getHttpServer().closeAllConnections(), graceMs);
  try {
    await app.close();
  } finally {
    clearTimeout(force);
  }
}
