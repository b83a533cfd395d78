import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type AttackedDesk, eventually, runDesk } from './running-desk.js';

/** S05, P16: an alert is called out to no address inside, whatever the receiver's address looks like or answers. */

const servers: Server[] = [];
let desk: AttackedDesk;
let inside: Server;
let visits = 0;
let redirects = 0;
beforeAll(async () => {
  inside = await serve((_, response) => response.end(String((visits += 1))));
  const redirector = await serve((_, response) => {
    redirects += 1;
    response.writeHead(307, { location: `http://127.0.0.1:${portOf(inside)}/` }).end();
  });
  const redirecting = `http://127.0.0.1:${portOf(redirector)}`;
  desk = await runDesk({ HEARD_ALLOWED_PRIVATE_ORIGINS: redirecting });
  for (const url of [...addressesOf(portOf(inside)), `${redirecting}/hook`]) {
    const { status } = await desk.shop.post('/api/v1/receivers', { name: 'inside', url });
    expect({ url, status }).toEqual({ url, status: 201 });
  }
});
afterAll(async () => {
  await desk.stop();
  for (const server of servers) server.close();
});

async function serve(answer: RequestListener): Promise<Server> {
  const server = createServer(answer);
  servers.push(server);
  // All addresses of this machine, of both families: whichever of them is called would answer.
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return server;
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

/** Ways to write an address of this machine or of its network; a name is looked up when it is called. */
function addressesOf(port: number): string[] {
  return [
    ...['127.0.0.1', 'localhost', '2130706433', '0x7f.1', '017700000001', '127.1', '0.0.0.0'],
    ...['[::1]', '[::]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[64:ff9b::7f00:1]', '169.254.169.254'],
    ...['10.0.0.1', '100.64.0.1', '[fe80::1]', '[fd00::1]', '[::127.0.0.1]', '[fec0::1]'],
  ].map((host) => `http://${host}:${port}/hook`);
}

test('S05: every receiver inside is refused when it is called, and none was reached', async () => {
  const program = await desk.shop.keyHolder('mentions:write');
  await program.post('/api/v1/mentions', {
    source: 'crm',
    external_id: '1',
    created_at: '2026-01-02T03:04:05Z',
    text: 'Отруїлися вашою їжею, дитина в лікарні!',
  });
  const told = await eventually(async () => {
    const rows = await desk.db.owner<{ sent_to: string; last_error: string | null }>(
      `select sent_to, last_error from notifications where receiver = 'webhook'`,
    );
    return rows.length > 18 && rows.every(({ last_error }) => last_error !== null) ? rows : undefined;
  });
  const reached = told.filter(({ last_error }) => !last_error?.includes('private address'));
  expect(new Set(reached.map(({ sent_to }) => sent_to)).size).toBe(1);
  expect(reached.filter(({ last_error }) => !last_error?.includes('307'))).toEqual([]);
  expect(redirects).toBeGreaterThan(0);
  expect(visits).toBe(0);
});

test.each([
  'gopher://127.0.0.1/',
  'file:///etc/passwd',
  'http://user:word@shop.example/',
  'ftp://a.example/',
  '//x',
])('S05: %s is not even taken as a receiver', async (url) => {
  expect(await desk.shop.post('/api/v1/receivers', { name: 'x', url })).toMatchObject({ status: 422 });
});
