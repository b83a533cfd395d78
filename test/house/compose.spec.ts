import { readFileSync } from 'node:fs';
import { knownNames, loadConfig, ROLES } from '@heard/config';
import { Ajv } from 'ajv';
import { parse } from 'yaml';

interface Service {
  readonly build?: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly secrets?: readonly string[];
  readonly volumes?: readonly string[];
  readonly depends_on?: Readonly<Record<string, unknown>>;
  readonly healthcheck?: { readonly test: readonly string[] };
}

interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly secrets: Readonly<Record<string, unknown>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

const read = () => parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true }) as Compose;
const schema = JSON.parse(readFileSync('test/house/compose.schema.json', 'utf8')) as object;
const validate = new Ajv({ allErrors: true, strictTuples: false, allowUnionTypes: true }).compile(schema);

describe('docker-compose.yml', () => {
  const compose = read();
  const ours = Object.entries(compose.services).filter(([, service]) => service.build !== undefined);

  it('follows the Compose specification', () => {
    validate(compose);
    expect(validate.errors ?? []).toEqual([]);
  });

  it.each([
    ['a misspelt key', (broken: Compose) => Object.assign(service(broken), { enviroment: {} })],
    [
      'a health check without a test',
      (broken: Compose) => Object.assign(service(broken), { healthcheck: {} }),
    ],
    ['a port that is none', (broken: Compose) => Object.assign(service(broken), { ports: ['http:3000'] })],
    [
      'a duration without a unit',
      (broken: Compose) =>
        Object.assign(service(broken), { healthcheck: { test: ['CMD', 'true'], interval: '10' } }),
    ],
  ])('would not pass with %s', (_, breakIt) => {
    const broken = read();
    breakIt(broken);
    expect(validate(broken)).toBe(false);
  });

  it('plays every role that is not for the demo, each in a service of its name', () => {
    expect(ours.map(([name]) => name).sort()).toEqual(ROLES.filter((role) => role !== 'simulator').sort());
    for (const [name, { environment }] of ours) expect(environment['HEARD_ROLES']).toBe(name);
  });

  it.each(ours)('sets only keys that Heard knows, to values it takes: %s', (_, { environment }) => {
    for (const name of Object.keys(environment)) expect(knownNames()).toContain(name);
    const plain = Object.entries(environment).filter(([name]) => !name.endsWith('_FILE'));
    expect(loadConfig(Object.fromEntries(plain)).host).toBe('0.0.0.0');
  });

  it.each(ours)(
    'asks %s whether it is ready, and starts it after the database',
    (_, { healthcheck, depends_on }) => {
      expect(healthcheck?.test.join(' ')).toContain('/health/ready');
      expect(depends_on).toEqual({ postgres: { condition: 'service_healthy' } });
    },
  );

  it('names only secrets and volumes that are declared, and gives each secret by file', () => {
    for (const { environment, secrets = [], volumes = [] } of Object.values(compose.services)) {
      for (const secret of secrets) expect(Object.keys(compose.secrets)).toContain(secret);
      for (const volume of volumes) expect(Object.keys(compose.volumes)).toContain(volume.split(':')[0]);
      const files = Object.entries(environment).filter(([name]) => name.endsWith('_FILE'));
      expect(files.map(([, file]) => file.replace('/run/secrets/', '')).sort()).toEqual([...secrets].sort());
    }
  });
});

function service(compose: Compose): object {
  const { api } = compose.services;
  if (!api) throw new Error('there is no service api');
  return api;
}
