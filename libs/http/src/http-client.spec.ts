import * as http from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { Fault } from '@heard/core';
import { createHttpClient, type HttpClient } from './http-client.js';

const SECRET = 'EAABcanary0123456789';

describe('the outgoing client', () => {
  const closers: (() => void)[] = [];

  afterEach(() => {
    for (const close of closers.splice(0)) close();
  });

  async function serve(listener: http.RequestListener): Promise<string> {
    const server = http.createServer(listener);
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    closers.push(() => {
      server.closeAllConnections();
      server.close();
    });
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  function clientFor(
    origins: string[],
    limits: { totalTimeoutMs?: number; maxBytes?: number } = {},
  ): HttpClient {
    const client = createHttpClient({ allowPrivateAddresses: origins, ...limits });
    closers.push(() => client.close());
    return client;
  }

  async function faultOf(call: Promise<unknown>): Promise<Fault> {
    const error: unknown = await call.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    if (!(error instanceof Fault)) throw new Error('expected a Fault');
    return error;
  }

  it('sends query, headers and a form, and reads JSON with its 64-bit ids', async () => {
    const origin = await serve((request, response) => {
      let body = '';
      request.on('data', (chunk) => (body += String(chunk)));
      request.on('end', () => {
        const seen = {
          url: request.url,
          type: request.headers['content-type'],
          auth: request.headers.authorization,
          body,
        };
        response.end(JSON.stringify(seen).replace('}', ',"id":9007199254740993}'));
      });
    });
    const answer = await clientFor([origin]).request({
      method: 'POST',
      url: `${origin}/reply?a=1`,
      headers: { authorization: 'Bearer t' },
      query: { b: 'ї', c: undefined },
      form: { message: 'Добрий день' },
    });
    expect(answer.status).toBe(200);
    expect(answer.json()).toEqual({
      url: '/reply?a=1&b=%D1%97',
      type: 'application/x-www-form-urlencoded',
      auth: 'Bearer t',
      body: new URLSearchParams({ message: 'Добрий день' }).toString(),
      id: '9007199254740993',
    });
  });

  it('gives up on a body that drips a byte at a time (P09)', async () => {
    const origin = await serve((_, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write(' '), 10);
      response.on('close', () => clearInterval(drip));
    });
    const fault = await faultOf(
      clientFor([origin], { totalTimeoutMs: 150 }).request({ method: 'GET', url: origin }),
    );
    expect([fault.kind, fault.code]).toEqual(['unavailable', 'timeout']);
  });

  it('cuts a gzip bomb at the limit (P10)', async () => {
    const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024));
    const origin = await serve((_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
    );
    const fault = await faultOf(
      clientFor([origin], { maxBytes: 100_000 }).request({ method: 'GET', url: origin }),
    );
    expect(bomb.length).toBeLessThan(100_000);
    expect([fault.kind, fault.code]).toEqual(['unavailable', 'body_too_large']);
  });

  it('cuts a huge plain body at the limit', async () => {
    const origin = await serve((_, response) => response.end('x'.repeat(200_000)));
    const fault = await faultOf(
      clientFor([origin], { maxBytes: 100_000 }).request({ method: 'GET', url: origin }),
    );
    expect(fault.code).toBe('body_too_large');
  });

  it('does not follow a redirect (P16)', async () => {
    let landed = 0;
    const elsewhere = await serve((_, response) => response.end(String((landed += 1))));
    const origin = await serve((_, response) => response.writeHead(302, { location: elsewhere }).end());
    const answer = await clientFor([origin, elsewhere]).request({ method: 'GET', url: origin });
    expect([answer.status, landed]).toEqual([302, 0]);
  });

  it.each([
    'http://127.0.0.1:1/',
    'http://localhost:1/',
    'http://2130706433:1/',
    'http://0x7f.1:1/',
    'http://[::1]:1/',
    'http://[::ffff:127.0.0.1]:1/',
    'http://[::127.0.0.1]:1/',
    'http://[fec0::1]:1/',
    'http://169.254.169.254/latest/meta-data',
    'http://10.1.2.3/',
    'http://0.0.0.0:1/',
    'https://127.0.0.1:1/',
  ])('refuses the private address %s (S05)', async (url) => {
    const fault = await faultOf(clientFor([]).request({ method: 'GET', url }));
    expect([fault.kind, fault.code]).toEqual(['refused', 'private_address']);
  });

  it('allows a private address only at the named origin', async () => {
    const origin = await serve((_, response) => response.end('{}'));
    const fault = await faultOf(clientFor(['http://127.0.0.1:1']).request({ method: 'GET', url: origin }));
    expect(fault.code).toBe('private_address');
  });

  it('refuses other schemes', async () => {
    const fault = await faultOf(clientFor([]).request({ method: 'GET', url: 'gopher://x.example/' }));
    expect(fault.kind).toBe('refused');
  });

  it('calls truncated JSON and HTML an unavailable platform, not an empty answer (P02, P03)', async () => {
    const origin = await serve((request, response) =>
      response.end(request.url === '/html' ? '<html>Log in' : '{"data":[{"te'),
    );
    for (const path of ['/html', '/cut']) {
      const answer = await clientFor([origin]).request({ method: 'GET', url: origin + path });
      expect(() => answer.json()).toThrow(expect.objectContaining({ kind: 'unavailable', code: 'not_json' }));
    }
  });

  it('reports a body shorter than its Content-Length as unavailable', async () => {
    const origin = await serve((_, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{"data":[]}', () => response.socket?.destroy());
    });
    const fault = await faultOf(clientFor([origin]).request({ method: 'GET', url: origin }));
    expect(fault.kind).toBe('unavailable');
  });

  it('shows no secret in the error of a failed call', async () => {
    const origin = await serve((_, response) => response.socket?.destroy());
    const fault = await faultOf(
      clientFor([origin]).request({
        method: 'GET',
        url: `${origin}/feed?access_token=${SECRET}`,
        headers: { authorization: `Bearer ${SECRET}` },
      }),
    );
    const shown = [
      fault.message,
      fault.stack,
      JSON.stringify(fault),
      String((fault.cause as Error).stack),
    ].join('\n');
    expect(fault.message).toContain('/feed');
    expect(shown).not.toContain(SECRET);
  });

  it('passes the abort of its caller through as it is', async () => {
    const stop = new AbortController();
    const reason = new Error('shutting down');
    const origin = await serve(() => stop.abort(reason));
    const call = clientFor([origin]).request({ method: 'GET', url: origin, signal: stop.signal });
    await expect(call).rejects.toBe(reason);
  });

  it('keeps connections open between calls', async () => {
    const ports = new Set<number | undefined>();
    const origin = await serve((request, response) => {
      ports.add(request.socket.remotePort);
      response.end('{}');
    });
    const client = clientFor([origin]);
    await client.request({ method: 'GET', url: origin });
    await client.request({ method: 'GET', url: origin });
    expect(ports.size).toBe(1);
  });
});
