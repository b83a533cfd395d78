import { Caller } from './caller.js';
import { type AttackedDesk, password, runDesk } from './running-desk.js';

/** W03, S08, S10: two at once, and people who should be out are out at once. */

let desk: AttackedDesk;
let ids: Record<string, string>;
beforeAll(async () => {
  desk = await runDesk();
  ids = {};
  for (const name of ['taras', 'olha', 'petro']) {
    const person = { name, email: `${name}@shop.example`, role: 'manager', languages: ['uk'], password };
    const { json } = await desk.shop.post('/api/v1/users', person);
    ids[name] = (json['user'] as { id: string }).id;
  }
});
afterAll(() => desk.stop());

const signIn = (name: string, word = password) => Caller.signIn(desk.address, `${name}@shop.example`, word);
const status = async (caller: Caller) => (await caller.get('/api/v1/session')).status;

async function openCase(name: string): Promise<{ id: string; assignee: { id: string } }> {
  const program = await desk.shop.keyHolder('mentions:write');
  await program.post('/api/v1/mentions', {
    source: 'crm',
    external_id: name,
    created_at: '2026-01-02T03:04:05Z',
    text: `Третій день ніхто не бере слухавку, поверніть гроші! ${name}`,
    author: { id: name, name },
  });
  const { items } = (await desk.shop.get('/api/v1/cases')).json as {
    items: { id: string; customer?: string }[];
  };
  const found = items.find(({ customer }) => customer === name);
  return (await desk.shop.get(`/api/v1/cases/${found?.id}`)).json as unknown as {
    id: string;
    assignee: { id: string };
  };
}

test('W03: of two who take one case at once, one has it and the other is told who', async () => {
  const [taras, olha, petro] = [await signIn('taras'), await signIn('olha'), await signIn('petro')];
  for (let round = 0; round < 10; round += 1) {
    const { id, assignee } = await openCase(`customer-${round}`);
    const takers = Object.entries({ taras, olha, petro }).filter(([name]) => ids[name] !== assignee.id);
    const answers = await Promise.all(
      takers.map(([, taker]) => taker.post(`/api/v1/cases/${id}/take`, { seenAssignee: assignee.id })),
    );
    const winner = answers.findIndex((answer) => answer.status === 200);
    const winnerId = ids[takers[winner]?.[0] ?? ''];
    const others = answers.filter((_, index) => index !== winner);
    for (const answer of others) {
      expect(answer).toMatchObject({ status: 409, json: { code: 'taken_by_other' } });
      expect(Object.values(answer.json['about'] as object)).toContain(winnerId);
    }
    expect((await desk.shop.get(`/api/v1/cases/${id}`)).json).toMatchObject({ assignee: { id: winnerId } });
  }
});

test('a new password ends every other session, and a wrong current one changes nothing', async () => {
  const [here, elsewhere] = [await signIn('taras'), await signIn('taras')];
  const newPassword = 'another long password';
  const wrong = { currentPassword: 'not this one at all', newPassword };
  expect((await here.call('PATCH', '/api/v1/session', wrong)).status).toBe(409);
  expect((await here.call('PATCH', '/api/v1/session', { newPassword })).status).toBe(409);
  expect(await status(elsewhere)).toBe(200);
  const right = { currentPassword: password, newPassword };
  expect((await here.call('PATCH', '/api/v1/session', right)).status).toBe(200);
  expect([await status(here), await status(elsewhere)]).toEqual([200, 401]);
  await expect(signIn('taras')).rejects.toThrow('401');
});

test('whoever leaves, or gets a password from the administrator, is out at once', async () => {
  const olha = await signIn('olha');
  const reset = { password: 'set by the administrator' };
  expect((await desk.shop.call('PATCH', `/api/v1/users/${ids['olha']}`, reset)).status).toBe(200);
  expect(await status(olha)).toBe(401);
  const email = 'leaving@shop.example';
  const person = { name: 'x', email, role: 'viewer', languages: [], password };
  const added = (await desk.shop.post('/api/v1/users', person)).json['user'] as { id: string };
  const leaving = await signIn('leaving');
  await desk.shop.call('PATCH', `/api/v1/users/${added.id}`, { active: false });
  expect(await status(leaving)).toBe(401);
  await expect(signIn('leaving')).rejects.toThrow('401');
});

test('a role that is taken away is gone with the next request', async () => {
  const asked = { name: 'rises', email: 'rises@shop.example', role: 'lead', languages: [], password };
  const made = (await desk.shop.post('/api/v1/users', asked)).json as { user: { id: string } };
  const lead = await signIn('rises');
  const policy = { afterMinutes: 10, steps: [{ to: 'on_call' }] };
  expect((await lead.call('PUT', '/api/v1/escalation-policy', policy)).status).toBe(200);
  const taken = await desk.shop.call('PATCH', `/api/v1/users/${made.user.id}`, { role: 'viewer' });
  expect(taken.status).toBe(200);
  expect((await lead.call('PUT', '/api/v1/escalation-policy', policy)).status).toBe(403);
});

test('a revoked key opens nothing from then on', async () => {
  const made = (await desk.shop.post('/api/v1/keys', { name: 'x', scopes: ['cases:read'] })).json;
  const program = new Caller(desk.address, { authorization: `Bearer ${String(made['key'])}` });
  expect((await program.get('/api/v1/cases')).status).toBe(200);
  await desk.shop.call('DELETE', `/api/v1/keys/${String(made['id'])}`);
  expect((await program.get('/api/v1/cases')).status).toBe(401);
});

test('a session that somebody fixed beforehand is not the one that signing in gives', async () => {
  const fixed = 'A'.repeat(43);
  const caller = new Caller(desk.address, { cookie: `heard=${fixed}`, 'sec-fetch-site': 'same-origin' });
  const answer = await caller.post('/api/v1/session', { email: 'admin@shop.example', password });
  expect(answer.headers.get('set-cookie')).not.toContain(fixed);
  expect(await status(caller)).toBe(401);
});

test('the last administrator cannot lock everybody out, nor a lead make themselves one', async () => {
  const me = ((await desk.shop.get('/api/v1/session')).json['user'] as { id: string }).id;
  for (const change of [{ role: 'viewer' }, { active: false }]) {
    expect((await desk.shop.call('PATCH', `/api/v1/users/${me}`, change)).status).toBe(409);
  }
  const email = 'lead@shop.example';
  await desk.shop.post('/api/v1/users', { name: 'lead', email, role: 'lead', languages: [], password });
  const lead = await signIn('lead');
  expect((await lead.call('PATCH', `/api/v1/users/${ids['olha']}`, { role: 'administrator' })).status).toBe(
    403,
  );
});
