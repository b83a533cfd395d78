import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Fault } from '@heard/core';

/** Answers for a process without the api role. */
export interface HealthServer {
  readonly address: string;
  close(): Promise<void>;
}

/** Serves `/health/live` and `/health/ready`, so that a supervisor can ask a listener or worker too. */
export async function serveHealth(
  host: string,
  port: number,
  ready: () => Promise<void>,
): Promise<HealthServer> {
  const server = createServer((request, response) => {
    void answer(request.url ?? '', ready).then(({ status, body }) => {
      response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
      response.end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(portFault(error, host, port)));
    server.listen(port, host, resolve);
  });
  const bound = server.address() as AddressInfo;
  return {
    address: `http://${host}:${bound.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(url: string, ready: () => Promise<void>): Promise<{ status: number; body: object }> {
  if (url === '/health/live') return { status: 200, body: { status: 'ok' } };
  if (url !== '/health/ready') return { status: 404, body: { status: 'missing' } };
  return ready().then(
    () => ({ status: 200, body: { status: 'ok' } }),
    () => ({ status: 503, body: { status: 'unavailable' } }),
  );
}

/** A port that cannot be had, in one sentence. */
export function portFault(error: unknown, host: string, port: number): unknown {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
  const place = `${host}:${port}`;
  if (code === 'EADDRINUSE') {
    return new Fault(
      'unavailable',
      `Port ${place} is taken by another program: set HEARD_PORT to a free one.`,
      {
        code: 'port_taken',
      },
    );
  }
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new Fault('unavailable', `Heard may not listen on ${place}: check HEARD_HOST and HEARD_PORT.`, {
      code: 'port_refused',
    });
  }
  return error;
}
