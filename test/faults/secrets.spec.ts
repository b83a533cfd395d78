import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, stat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { allQueues } from '@heard/pipeline';
import { FacebookFake } from '@heard/sources/fakes';
import { type TestDatabase, testDatabase } from '@heard/testing';
import { systemClock } from '../../apps/desk/src/open-heard.js';
import { Caller } from './caller.js';
import { type ChildDesk, startChild } from './child-desk.js';
import { operationsOf } from './operations.js';
import { eventually } from './running-desk.js';

/** S11: secrets that were put in are nowhere in clear afterwards: not in logs, answers or any row of any table. */

const canary = (name: string): string => `canary-${name}-${randomBytes(9).toString('hex')}`;

const adminPassword = canary('administrator');
const secretKey = randomBytes(32).toString('base64');
const smtpPassword = canary('smtp');
const appSecret = canary('app-secret');
const customersWords = `слово ${canary('words')}`;

let folder: string;
let db: TestDatabase;
let facebook: FacebookFake;
let child: ChildDesk;
let administrator: Caller;
/** Every answer but those that show a secret once. */
const answers: string[] = [];
let secrets: Record<string, string>;

beforeAll(async () => {
  folder = await mkdtemp(join(process.cwd(), '.cache', 'faults-'));
  db = await testDatabase(allQueues);
  facebook = new FacebookFake({ clock: systemClock });
  const { baseUrl } = await facebook.listen();
  child = await startChild({
    DATABASE_URL: db.ownerUrl,
    HEARD_DATA_DIR: folder,
    HEARD_SECRET_KEY: secretKey,
    HEARD_ADMIN_PASSWORD: adminPassword,
    // Nobody listens there: that every letter fails makes the log say most.
    HEARD_SMTP_URL: `smtp://desk:${smtpPassword}@127.0.0.1:9`,
    HEARD_PLATFORM_URLS: `facebook=${baseUrl}`,
    HEARD_ALLOWED_PRIVATE_ORIGINS: new URL(baseUrl).origin,
    HEARD_LOG_LEVEL: 'trace',
  });
  administrator = await Caller.signIn(child.address, 'admin@shop.example', adminPassword);
  secrets = await playRound();
});
afterAll(async () => {
  await child.end('SIGTERM');
  await facebook.close();
  await db.close();
  await rm(folder, { recursive: true, force: true });
});

async function post(path: string, body: object): Promise<Record<string, unknown>> {
  const answer = await administrator.post(path, body);
  answers.push(answer.text);
  return answer.json;
}

/** Everything happens once: connecting, hearing, alerting, answering, and failing at each of them. */
async function playRound(): Promise<Record<string, string>> {
  const page = facebook.addPage('Книжкова лавка');
  facebook.world.appSecret = appSecret;
  const { id: sourceId } = await post('/api/v1/sources', {
    platform: 'facebook',
    name: 'Лавка',
    settings: facebook.settingsOf(page.id),
  });
  const receiver = await administrator.post('/api/v1/receivers', {
    name: 'crm',
    url: `http://127.0.0.1:9/${canary('path')}?token=x`,
  });
  const key = await administrator.post('/api/v1/keys', { name: 'crm', scopes: ['cases:read'] });
  const user = await administrator.post('/api/v1/users', {
    name: 'Ольга',
    email: 'olha@shop.example',
    role: 'manager',
    languages: ['uk'],
  });
  const author = { id: '5', name: canary('customer') };
  const text = `Отруїлися вашою їжею, дитина в лікарні! ${customersWords}`;
  facebook.addPost({ pageId: page.id, author, text });
  const caseId = await eventually(async () => {
    const { json } = await administrator.get('/api/v1/cases');
    return (json['items'] as { id: string }[])[0]?.id;
  });
  const said = 'Перепрошуємо. Цю партію зняли з продажу, гроші повернули на вашу картку о 10:00.';
  await post(`/api/v1/cases/${caseId}/answers`, { text: said, overrule: 'It says what was done.' });
  await eventually(async () => {
    const { json } = await administrator.get(`/api/v1/cases/${caseId}`);
    return (json['answers'] as { state: string }[])[0]?.state === 'visible' || undefined;
  });
  await eventually(async () => {
    const { text: alerts } = await administrator.get('/api/v1/alerts');
    return /lastError/u.test(alerts) || undefined;
  });
  page.tokenState = 'expired';
  await post(`/api/v1/sources/${String(sourceId)}/check`, {});
  await post('/api/v1/session', { email: 'admin@shop.example', password: `${adminPassword}-wrong` });
  return {
    adminPassword,
    secretKey,
    secretKeyAsHex: Buffer.from(secretKey, 'base64').toString('hex'),
    smtpPassword,
    appSecret,
    pageToken: page.token,
    session: administrator.headers['cookie']?.split('=')[1] ?? '',
    webhookSecret: String(receiver.json['secret']),
    webhookSecretBytes: String(receiver.json['secret']).replace('whsec_', ''),
    apiKey: String(key.json['key']),
    oneTimePassword: String(user.json['oneTimePassword']),
    databasePassword: decodeURIComponent(new URL(db.ownerUrl).password),
  };
}

const hits = (text: string, these: Record<string, string> = secrets): string[] =>
  Object.entries(these).flatMap(([name, secret]) => (text.includes(secret) ? [name] : []));

test('S11: the round had every kind of secret', () => {
  for (const [name, secret] of Object.entries(secrets)) {
    expect({ name, long: secret.length >= 12 }).toEqual({ name, long: true });
  }
});

test('S11: no log line and no output holds a secret, nor a customer’s words or name', () => {
  expect(child.log()).toContain('api request');
  expect(hits(child.log() + child.output())).toEqual([]);
  expect(child.log()).not.toMatch(/canary-(?:words|customer|path)|Отруїлися/u);
});

test('S11: no answer of any operation that reads holds a secret', async () => {
  const ids = await db.owner<{ id: string }>(
    'select id from cases union all select id from sources union all select id from mentions union all select id from alerts',
  );
  for (const { method, parameters, pathWith, path } of await operationsOf(administrator)) {
    if (method !== 'GET') continue;
    const paths = parameters.length === 0 ? [path] : ids.map(({ id }) => pathWith(id));
    for (const each of paths) answers.push((await administrator.get(each)).text);
  }
  expect(answers.length).toBeGreaterThan(20);
  expect(hits(answers.join('\n'))).toEqual([]);
});

test('S11: no row of any table holds a secret in clear, in text or in bytes', async () => {
  const tables = await db.owner<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  expect(tables.length).toBeGreaterThan(25);
  const inBytes = Object.entries(secrets).map(([name, secret]) => [
    name,
    Buffer.from(secret).toString('hex'),
  ]);
  for (const { name } of tables) {
    const rows = await db.owner<{ row: string }>(`select to_jsonb(t)::text as row from ${name} t`);
    const dump = rows.map(({ row }) => row).join('\n');
    const found = [...hits(dump), ...hits(dump, Object.fromEntries(inBytes) as Record<string, string>)];
    expect({ name, found }).toEqual({ name, found: [] });
  }
});

test('S11: what is kept in the data folder is for its owner alone', async () => {
  const own = await mkdtemp(join(process.cwd(), '.cache', 'faults-'));
  const other = await startChild({ HEARD_DATA_DIR: join(own, 'data'), HEARD_ADMIN_PASSWORD: adminPassword });
  try {
    const root = join(own, 'data');
    for (const entry of await readdir(root, { withFileTypes: true })) {
      const { mode } = await stat(join(root, entry.name));
      const open = entry.name === 'pg18' ? 0o022 : 0o077;
      expect({ name: entry.name, others: mode & open }).toEqual({ name: entry.name, others: 0 });
    }
    for (const entry of await readdir(join(root, 'pg18'), { withFileTypes: true })) {
      const { mode } = await stat(join(root, 'pg18', entry.name));
      if (/^data|password|log/u.test(entry.name)) {
        expect({ name: entry.name, others: mode & 0o077 }).toEqual({ name: entry.name, others: 0 });
      }
    }
  } finally {
    await other.end('SIGTERM');
    await rm(own, { recursive: true, force: true });
  }
});
