import type { Answer, Caller } from './caller.js';
import { type Operation, operationsOf } from './operations.js';
import { type AttackedDesk, eventually, runDesk } from './running-desk.js';

/** S01: who belongs to another workspace gets nothing of this one, whatever they ask for by whatever id. */

let desk: AttackedDesk;
let rival: Caller;
let rivalWorkspace: string;
let operations: readonly Operation[];
/** Every id of the shop, by the table it stands in. */
let ids: ReadonlyMap<string, string>;
/** What only the shop may read. */
const secrets = [
  'Приховане слово',
  'таємна філія',
  'Тарас Прихований',
  'crm.hidden.example',
  'Прихована обіцянка',
];

beforeAll(async () => {
  desk = await runDesk();
  await fillShop();
  const { workspaceId, administrator } = await desk.addWorkspace();
  [rivalWorkspace, rival] = [workspaceId, administrator];
  operations = await operationsOf(desk.shop);
  ids = await idsOfShop();
});
afterAll(() => desk.stop());

/** A row in every table that has an id of its own. */
async function fillShop(): Promise<void> {
  const { shop } = desk;
  const settings = desk.facebook.settingsOf(desk.pageId);
  await shop.post('/api/v1/sources', { platform: 'facebook', name: 'Приховане слово', settings });
  desk.facebook.addPost({
    pageId: desk.pageId,
    author: { id: '77', name: 'Приховане слово' },
    text: 'Приховане слово: отруїлися вашою їжею, дитина в лікарні! Ніхто не бере слухавку.',
  });
  const person = {
    name: 'Тарас Прихований',
    email: 'taras@shop.example',
    role: 'manager',
    languages: ['uk'],
  };
  const brand = await shop.post('/api/v1/brands', { name: 'Приховане слово' });
  const branch = {
    name: 'Приховане слово',
    kind: 'shop',
    brandId: brand.json['id'],
    aliases: ['таємна філія'],
  };
  await shop.post('/api/v1/locations', branch);
  await shop.post('/api/v1/users', person);
  await shop.post('/api/v1/keys', { name: 'Приховане слово', scopes: ['cases:read'] });
  await shop.post('/api/v1/receivers', { name: 'Приховане слово', url: 'https://crm.hidden.example/hook' });
  const id = await eventually(async () => {
    const { json } = await shop.get('/api/v1/cases');
    return (json['items'] as { id: string }[])[0]?.id;
  });
  const due = new Date(Date.now() + 86_400_000).toISOString();
  await shop.post(`/api/v1/cases/${id}/promises`, { what: 'Прихована обіцянка', due });
  await shop.post('/api/v1/suggestions', { title: 'Прихована пропозиція', caseId: id });
  const [user] = (await shop.get('/api/v1/users')).json['items'] as { id: string }[];
  await shop.post('/api/v1/causes', {
    title: 'Прихована причина',
    failures: ['other'],
    answerable: user?.id,
    caseId: id,
  });
  await shop.post(`/api/v1/cases/${id}/fixes`, { kind: 'apology', what: 'Приховане слово' });
  await shop.post(`/api/v1/cases/${id}/recorded-answers`, {
    channel: 'phone',
    text: 'Приховане слово',
    evidence: 'Приховане слово',
    // Two words say nothing, so that it would be held back.
    overrule: 'Приховане слово',
  });
  await eventually(async () => {
    const { json } = await shop.get('/api/v1/alerts');
    return (json['items'] as unknown[])[0];
  });
}

async function idsOfShop(): Promise<Map<string, string>> {
  const tables = await desk.db.owner<{ table_name: string }>(
    `select c.table_name from information_schema.columns c
     join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and c.column_name = 'id' and c.data_type = 'uuid' and t.table_type = 'BASE TABLE'
       and exists (select from information_schema.columns w where w.table_name = c.table_name
         and w.table_schema = 'public' and w.column_name = 'workspace_id')`,
  );
  const found = new Map<string, string>();
  for (const { table_name } of tables) {
    const [row] = await desk.db.owner<{ id: string }>(
      `select id from ${table_name} where workspace_id <> $1 limit 1`,
      [rivalWorkspace],
    );
    if (row) found.set(table_name, row.id);
  }
  const [workspace] = await desk.db.owner<{ id: string }>(
    'select workspace_id as id from workspaces where workspace_id <> $1',
    [rivalWorkspace],
  );
  return found.set('workspaces', workspace?.id ?? '');
}

/** Everything the shop owns, as text, but for what changes by itself. */
async function shopAsText(): Promise<string> {
  const tables = [
    'brands',
    'locations',
    'cases',
    'case_events',
    'register_events',
    'suggestions',
    'causes',
    'promises',
    'fixes',
    'answers',
    'staff',
    'receivers',
    'sources',
  ];
  const dumps = await Promise.all(
    [...tables, 'api_keys', 'duty_hours', 'sessions', 'workspaces', 'mentions'].map((table) =>
      desk.db.owner<{ row: string }>(
        `select (to_jsonb(t) - 'last_collected_at' - 'last_ok_at' - 'next_due_at' - 'lease_until' - 'cursor'
           - 'last_seen_at' - 'last_used_at')::text as row
         from ${table} t where workspace_id <> $1 order by 1`,
        [rivalWorkspace],
      ),
    ),
  );
  return dumps.flatMap((rows) => rows.map(({ row }) => row)).join('\n');
}

function expectNothingOfShop(what: string, answer: Answer, asked: string): void {
  const leaked = [...secrets, ...ids.values()].filter((each) => each !== asked && answer.text.includes(each));
  expect({ what, leaked, status: answer.status }).toEqual({ what, leaked: [], status: answer.status });
}

test('S01: the shop has something to hide of every kind', () => {
  const kinds = ['alerts', 'api_keys', 'answers', 'cases', 'fixes', 'mentions', 'notifications', 'promises'];
  expect([...ids.keys()]).toEqual(
    expect.arrayContaining([...kinds, 'receivers', 'sessions', 'sources', 'staff']),
  );
});

test('S01: no operation gives another workspace anything for any id of ours, nor changes anything', async () => {
  const before = await shopAsText();
  let asked = 0;
  for (const operation of operations.filter(({ id }) => id !== 'signOut')) {
    for (const [table, id] of ids) {
      const answer = await rival.call(operation.method, operation.pathWith(id), operation.bodyWith(id));
      const what = `${operation.id} with an id of ${table}`;
      expectNothingOfShop(what, answer, id);
      const named = operation.parameters.length > 0;
      expect({
        what,
        status: answer.status,
        fine: named ? answer.status === 404 : answer.status < 500,
      }).toEqual({
        what,
        status: answer.status,
        fine: true,
      });
      asked += 1;
    }
  }
  expect(await shopAsText()).toBe(before);
  expect(asked).toBe((operations.length - 1) * ids.size);
  // Every operation with every id, one after the other: on a slow machine that takes minutes.
}, 600_000);

test('S01: filters and cursors of another workspace find nothing of ours', async () => {
  const paths = [...ids.values()].flatMap((id) => [
    `/api/v1/mentions?sourceId=${id}`,
    `/api/v1/mentions?caseId=${id}`,
    `/api/v1/cases?assignee=${id}`,
    `/api/v1/cases?brandId=${id}`,
    `/api/v1/cases?locationId=${id}`,
  ]);
  for (const path of paths) {
    const answer = await rival.get(path);
    expect({ path, status: answer.status, items: answer.json['items'] }).toEqual({
      path,
      status: 200,
      items: [],
    });
  }
});

test('S01: our people and mentions cannot be drawn into their cases', async () => {
  const program = await rival.keyHolder('mentions:write');
  await program.post('/api/v1/mentions', {
    source: ids.get('sources'),
    external_id: '1',
    created_at: '2026-01-02T03:04:05Z',
    text: 'Третій день ніхто не бере слухавку, поверніть гроші!',
    rating: { value: 1, scale: 5 },
  });
  const [theirs] = (await rival.get('/api/v1/cases')).json['items'] as { id: string }[];
  const path = `/api/v1/cases/${theirs?.id}`;
  const [to, mentionId] = [ids.get('staff'), ids.get('mentions')];
  expect(await rival.post(`${path}/hand-over`, { to, reason: 'x' })).toMatchObject({ status: 404 });
  expect(await rival.post(`${path}/answers`, { mentionId, text: 'x' })).toMatchObject({ status: 404 });
  const policy = { afterMinutes: 5, steps: [{ to }] };
  expect(await rival.call('PUT', '/api/v1/escalation-policy', policy)).toMatchObject({ status: 422 });
  const [brandIds, locationIds] = [[ids.get('brands')], [ids.get('locations')]];
  const drawn = { name: 'Чужа людина', email: 'x@rival.example', role: 'manager', languages: ['uk'] };
  expect(await rival.post('/api/v1/users', { ...drawn, brandIds })).toMatchObject({ status: 404 });
  expect(await rival.post('/api/v1/users', { ...drawn, locationIds })).toMatchObject({ status: 404 });
  const seen = await rival.get(path);
  expectNothingOfShop('their case', seen, ids.get('sources') ?? '');
});

test('S01: news of one workspace are not told to another', async () => {
  const answer = await fetch(`${desk.address}/api/v1/live`, { headers: rival.headers });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  const tell = (w: string, id: string) =>
    desk.db.owner(`select pg_notify('heard_live', $1)`, [JSON.stringify({ w, kind: 'case', id })]);
  await tell(ids.get('workspaces') ?? '', ids.get('cases') ?? '');
  await tell(rivalWorkspace, 'told');
  let said = '';
  while (!said.includes('told')) said += (await reader?.read())?.value ?? '';
  await reader?.cancel();
  expect(said).not.toContain(ids.get('cases'));
});
