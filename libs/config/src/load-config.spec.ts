import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Fault } from '@heard/core';
import { describeConfig } from './describe-config.js';
import { knownNames, loadConfig } from './load-config.js';

const KEY = Buffer.alloc(32, 7);

describe('the configuration', () => {
  it('is complete without a single key set', () => {
    expect(loadConfig({ PATH: '/bin', OTHER_TOOL: 'x' })).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      publicUrl: 'http://127.0.0.1:3000',
      dataDir: resolve('.heard'),
      roles: ['api', 'listener', 'worker', 'simulator'],
      demo: 'auto',
      demoPace: 1,
      trustedProxies: [],
      allowedPrivateOrigins: [],
    });
    expect(loadConfig({}).databaseUrl).toBeUndefined();
  });

  it.each([
    ['HEARD_PORT', '8080', { port: 8080, publicUrl: 'http://127.0.0.1:8080' }],
    ['HEARD_PORT', ' 8080\n', { port: 8080 }],
    ['HEARD_PORT', '', { port: 3000 }],
    ['HEARD_HOST', '::1', { publicUrl: 'http://[::1]:3000' }],
    ['HEARD_PUBLIC_URL', 'https://heard.example/desk/', { publicUrl: 'https://heard.example/desk' }],
    ['DATABASE_URL', 'postgres://o:p@db/heard', { databaseUrl: 'postgres://o:p@db/heard' }],
    ['HEARD_ROLES', 'worker, api,worker', { roles: ['worker', 'api'] }],
    ['HEARD_DEMO', 'true', { demo: true }],
    ['HEARD_DEMO', 'false', { demo: false }],
    ['HEARD_DEMO_PACE', '2.5', { demoPace: 2.5 }],
    ['HEARD_SECRET_KEY', KEY.toString('base64'), { secretKey: KEY }],
    ['HEARD_SECRET_KEY', KEY.toString('base64url'), { secretKey: KEY }],
    ['HEARD_SECRET_KEY', KEY.toString('hex'), { secretKey: KEY }],
    ['HEARD_MAIL_FROM', 'Books <desk@books.example>', { mailFrom: 'Books <desk@books.example>' }],
    ['HEARD_TRUSTED_PROXIES', '10.0.0.0/8,::1', { trustedProxies: ['10.0.0.0/8', '::1'] }],
    [
      'HEARD_ALLOWED_PRIVATE_ORIGINS',
      'http://127.0.0.1:4000',
      { allowedPrivateOrigins: ['http://127.0.0.1:4000'] },
    ],
    [
      'HEARD_READER_ONNX_LABELS',
      'positive, negative,positive',
      { readerOnnxLabels: ['positive', 'negative', 'positive'] },
    ],
    ['HEARD_READER_UNSURE', '0.2, 0.75', { readerUnsure: [0.2, 0.75] }],
  ])('reads %s=%j', (name, value, expected) => {
    expect(loadConfig({ [name]: value })).toMatchObject(expected);
  });

  it.each([
    ['HEARD_PORT', '65536', 'a whole number from 0 to 65535'],
    ['HEARD_PORT', '80a', 'not "80a"'],
    ['HEARD_POLL_SECONDS', '0', 'from 1'],
    ['HEARD_PUBLIC_URL', 'heard.example', 'begins with http:// or https://'],
    ['DATABASE_URL', 'mysql://db', 'begins with postgres:// or postgresql://'],
    ['HEARD_SMTP_URL', 'mail.example:25', 'begins with smtp:// or smtps://'],
    ['HEARD_ROLES', 'api,cook', 'a list of api, listener, worker, simulator'],
    ['HEARD_DEMO', 'yes', 'one of true, false, auto'],
    ['HEARD_DEMO_PACE', '-1', 'a number from 0.01'],
    ['HEARD_SECRET_KEY', 'short', '32 bytes'],
    ['HEARD_ADMIN_EMAIL', 'admin', 'an e-mail address'],
    ['HEARD_ADMIN_PASSWORD', 'elevenchars', 'at least 12 characters long'],
    ['HEARD_MAIL_FROM', 'x@y.example\r\nBcc: z@y.example', 'an e-mail address'],
    ['HEARD_TRUSTED_PROXIES', '10.0.0.0/33', 'a list of IP addresses or networks'],
    ['HEARD_ALLOWED_PRIVATE_ORIGINS', 'http://10.0.0.1/path', 'a list of origins'],
    ['HEARD_LOG_LEVEL', 'loud', 'one of fatal, error, warn, info, debug, trace'],
    ['HEARD_READER_ONNX_LABELS', 'negative,angry', 'a list of negative, neutral, positive'],
    ['HEARD_READER_UNSURE', '0.7,0.3', 'the smaller one first'],
    ['HEARD_READER_UNSURE', '0.3', 'two numbers'],
    ['HEARD_READER_CHAT_URL', 'https://llm.example/v1', 'HEARD_READER_CHAT_MODEL must be set'],
  ])('refuses %s=%j', (name, value, complaint) => {
    const fault = faultOf({ [name]: value });
    expect(fault.kind).toBe('invalid');
    expect(fault.message).toContain(name);
    expect(fault.message).toContain(complaint);
  });

  it('has no reader besides our own by itself', () => {
    const { readerOnnxFolder, readerChatUrl, readerChatKey } = loadConfig({});
    expect([readerOnnxFolder, readerChatUrl, readerChatKey]).toEqual([undefined, undefined, undefined]);
  });

  it.each([
    ['HEARD_PROT', 'HEARD_PORT'],
    ['HEARD_DATADIR', 'HEARD_DATA_DIR'],
    ['HEARD_SECRET_KEY_FIEL', 'HEARD_SECRET_KEY_FILE'],
    ['HEARD_PORT_FILE', 'HEARD_PORT'],
  ])('does not know %s and names %s', (name, near) => {
    expect(faultOf({ [name]: '1' }).message).toContain(`${name} is unknown; did you mean ${near}?`);
  });

  it('reports every problem at once', () => {
    const fault = faultOf({ HEARD_PORT: 'x', HEARD_DEMO: 'x', HEARD_PAROT: '1' });
    expect(fault.missing).toHaveLength(3);
  });

  it.each(['HEARD_SECRET_KEY', 'HEARD_ADMIN_PASSWORD', 'DATABASE_URL', 'HEARD_SMTP_URL'])(
    'never repeats the value of %s',
    (name) => {
      expect(faultOf({ [name]: 'hush-hush' }).message).not.toContain('hush-hush');
    },
  );
});

describe('a secret in a file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'heard-config-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is read without the line end', () => {
    const file = join(folder, 'password');
    writeFileSync(file, 'correct horse battery\n');
    expect(loadConfig({ HEARD_ADMIN_PASSWORD_FILE: file }).adminPassword).toBe('correct horse battery');
  });

  it('may not be given twice, be absent or be empty', () => {
    const file = join(folder, 'empty');
    writeFileSync(file, '\n');
    const twice = { HEARD_ADMIN_PASSWORD_FILE: file, HEARD_ADMIN_PASSWORD: 'correct horse battery' };
    expect(faultOf(twice).message).toContain('both set');
    expect(faultOf({ HEARD_ADMIN_PASSWORD_FILE: file }).message).toContain('empty file');
    expect(faultOf({ HEARD_ADMIN_PASSWORD_FILE: `${file}2` }).message).toContain('ENOENT');
  });
});

describe('the printed configuration', () => {
  it('lists every key with default, unit and meaning', () => {
    const rows = describeConfig(loadConfig({ HEARD_PORT: '8080' }));
    expect(rows.map(({ key }) => key)).toEqual(knownNames().filter((name) => !name.endsWith('_FILE')));
    expect(rows.find(({ key }) => key === 'HEARD_PORT')).toMatchObject({
      value: '8080',
      default: '3000',
      unit: 'port',
    });
    for (const row of rows) expect(row.meaning).toMatch(/^[A-Z].*\.$/);
  });

  it('never shows a secret', () => {
    const environment = {
      DATABASE_URL: 'postgres://o:hush-hush@db/heard',
      HEARD_ADMIN_PASSWORD: 'hush-hush-hush',
      HEARD_SECRET_KEY: 'hush-hush-hush-hush-hush-hush-hush',
      HEARD_SMTP_URL: 'smtp://u:hush-hush@mail.example',
      HEARD_READER_CHAT_KEY: 'hush-hush',
    };
    const printed = JSON.stringify(describeConfig(loadConfig(environment)));
    expect(printed).not.toContain('hush');
    expect(printed).toContain('(set)');
  });
});

function faultOf(environment: Record<string, string>): Fault {
  try {
    loadConfig(environment);
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
  throw new Error('the configuration was accepted');
}
