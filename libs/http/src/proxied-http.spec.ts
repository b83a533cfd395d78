import * as http from 'node:http';
import type * as net from 'node:net';
import { Fault } from '@heard/core';
import { ConnectProxy } from '@heard/testing';
import { createHttpClient, type HttpClient, ProxiedHttp } from './index.js';

const target = http.createServer((request, response) => response.end(`asked for ${request.url ?? ''}`));
let proxy: ConnectProxy;
let targetUrl: string;
let proxyUrl: string;
let clients: HttpClient[] = [];

beforeAll(async () => {
  targetUrl = await listen(target);
});
beforeEach(async () => {
  proxy = new ConnectProxy();
  proxyUrl = await proxy.listen();
});
afterEach(async () => {
  for (const client of clients) client.close();
  clients = [];
  await proxy.close();
});
afterAll(() => {
  target.closeAllConnections();
  target.close();
});

it('calls through the proxy, with its user name and password', async () => {
  const response = await through([targetUrl, proxyUrl]).request({ method: 'GET', url: `${targetUrl}/a?b=1` });
  expect(response.text).toBe('asked for /a?b=1');
  const basic = `Basic ${Buffer.from('shop:s3cret/word').toString('base64')}`;
  expect(proxy.asked).toEqual([{ path: new URL(targetUrl).host, authorization: basic }]);
});

it('keeps a connection for the next call', async () => {
  const client = through([targetUrl, proxyUrl]);
  for (const path of ['/1', '/2', '/3']) await client.request({ method: 'GET', url: targetUrl + path });
  expect(proxy.asked).toHaveLength(1);
});

it('encrypts from end to end behind it', async () => {
  const secure = targetUrl.replace('http:', 'https:');
  const fault = await faultOf(through([secure, proxyUrl]).request({ method: 'GET', url: secure }));
  expect(proxy.asked).toHaveLength(1);
  // Whatever answers there speaks no TLS: not the proxy is to blame.
  expect(fault).toMatchObject({ kind: 'unavailable', code: 'network' });
});

it.each([
  [407, 'disconnected', 'proxy_refused'],
  [403, 'unavailable', 'proxy_failed'],
  [502, 'unavailable', 'proxy_failed'],
])('tells that the proxy answered %d, without its password', async (status, kind, code) => {
  proxy.status = status;
  const fault = await faultOf(through([targetUrl, proxyUrl]).request({ method: 'GET', url: targetUrl }));
  expect(fault).toMatchObject({ kind, code });
  expect(fault.message).toContain(String(status));
  expect(JSON.stringify([fault.message, fault.cause, fault.stack])).not.toMatch(/s3cret/u);
});

it('tells that the proxy cannot be reached', async () => {
  const gone = http.createServer();
  const url = await listen(gone);
  await new Promise((done) => gone.close(done));
  const client = through([targetUrl, url], url);
  const fault = await faultOf(client.request({ method: 'GET', url: targetUrl }));
  expect(fault).toMatchObject({ kind: 'unavailable', code: 'proxy_failed' });
  expect(fault.message).toMatch(/proxy of this connection cannot be reached \(ECONNREFUSED\)/u);
});

it('waits for a proxy that says nothing only as long as for any answer', async () => {
  proxy.status = 0;
  const client = through([targetUrl, proxyUrl]);
  const fault = await faultOf(client.request({ method: 'GET', url: targetUrl, totalTimeoutMs: 200 }));
  expect(fault).toMatchObject({ kind: 'unavailable', code: 'timeout' });
});

it.each([
  ['a proxy at a private address', () => [targetUrl], () => targetUrl],
  ['a private address behind it', () => [proxyUrl], () => targetUrl],
  ['a name that leads inside behind it', () => [proxyUrl], () => targetUrl.replace('127.0.0.1', 'localhost')],
])('refuses %s before anything is sent', async (_, allowed, url) => {
  const fault = await faultOf(through(allowed()).request({ method: 'GET', url: url() }));
  expect(fault).toMatchObject({ kind: 'refused', code: 'private_address' });
  expect(proxy.asked).toEqual([]);
});

it('refuses a proxy whose name leads inside', async () => {
  const named = proxyUrl.replace('127.0.0.1', 'localhost');
  const fault = await faultOf(through([targetUrl], named).request({ method: 'GET', url: targetUrl }));
  expect(fault).toMatchObject({ kind: 'refused', code: 'private_address' });
  expect(proxy.asked).toEqual([]);
});

function through(allowPrivateAddresses: readonly string[], url = proxyUrl): HttpClient {
  const client = createHttpClient({ allowPrivateAddresses });
  clients.push(client);
  return new ProxiedHttp(client, url.replace('//', '//shop:s3cret%2Fword@'));
}

async function faultOf(call: Promise<unknown>): Promise<Fault> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof Fault) return error;
  throw new Error('There was no fault.', { cause: error });
}

async function listen(server: http.Server): Promise<string> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as net.AddressInfo).port}`;
}
