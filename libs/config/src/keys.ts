import { resolve } from 'node:path';
import {
  address,
  listOf,
  matching,
  network,
  number,
  oneOf,
  origin,
  type Reader,
  someOf,
  text,
  whole,
} from './readers.js';
import { readSecretKey } from './secret-key.js';

/** The parts of Heard that one process can play. */
export const ROLES = ['api', 'listener', 'worker', 'simulator'] as const;

/** A part of Heard that a process plays. */
export type Role = (typeof ROLES)[number];

/** How verbose the log is. */
export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;

/** One key of the environment. */
export interface Key<T> {
  readonly name: string;
  /** The text used when the key is not set. */
  readonly fallback?: string;
  /** What happens without the key, where no text stands for it. */
  readonly otherwise?: string;
  readonly unit: string;
  readonly meaning: string;
  /** Never shown, and may also come from the file that `<name>_FILE` names. */
  readonly secret?: true;
  readonly read: Reader<T>;
}

type WithFallback<T> = Omit<Key<T>, 'name' | 'otherwise'> & { readonly fallback: string };
type WithoutFallback<T> = Omit<Key<T>, 'name' | 'fallback'> & { readonly otherwise: string };

const key = <T>(name: string, rest: WithFallback<T>): Key<T> & { fallback: string } => ({ name, ...rest });
const optionalKey = <T>(name: string, rest: WithoutFallback<T>): Key<T> => ({ name, ...rest });

const webAddress = address('http', 'https');
const databaseAddress = address('postgres', 'postgresql');
const email = matching(/^[^\s@<>]+@[^\s@<>]+$/, 'an e-mail address');

/** Every key that Heard reads, by its name in the configuration. */
export const KEYS = {
  host: key('HEARD_HOST', {
    fallback: '127.0.0.1',
    unit: 'address',
    meaning: 'Network address that the api listens on; 0.0.0.0 lets other machines in.',
    read: text(),
  }),
  port: key('HEARD_PORT', {
    fallback: '3000',
    unit: 'port',
    meaning: 'Port that the api listens on; 0 takes a free one.',
    read: whole(0, 65_535),
  }),
  publicUrl: optionalKey('HEARD_PUBLIC_URL', {
    otherwise: 'http://HEARD_HOST:HEARD_PORT',
    unit: 'URL',
    meaning: 'Address under which people reach the dashboard; links in letters begin with it.',
    read: webAddress,
  }),
  trustedProxies: key('HEARD_TRUSTED_PROXIES', {
    fallback: '',
    unit: 'list of addresses or networks',
    meaning: "Proxies whose word about a caller's address is believed.",
    read: listOf(network),
  }),
  dataDir: key('HEARD_DATA_DIR', {
    fallback: '.heard',
    unit: 'folder',
    meaning: 'Where the embedded database and the made-up secret key are kept.',
    read: (given) => ({ value: resolve(given) }),
  }),
  databaseUrl: optionalKey('DATABASE_URL', {
    otherwise: 'the embedded PostgreSQL in HEARD_DATA_DIR',
    unit: 'URL',
    meaning: 'PostgreSQL 15 or newer to use instead of the embedded one, as the owner of its tables.',
    secret: true,
    read: databaseAddress,
  }),
  appDatabaseUrl: optionalKey('HEARD_APP_DATABASE_URL', {
    otherwise: 'a role that Heard makes',
    unit: 'URL',
    meaning: 'The same database as a role that owns no table, for those who make their roles themselves.',
    secret: true,
    read: databaseAddress,
  }),
  roles: key('HEARD_ROLES', {
    fallback: ROLES.join(','),
    unit: 'list',
    meaning: `What this process does: ${ROLES.join(', ')}.`,
    read: someOf(...ROLES),
  }),
  secretKey: optionalKey('HEARD_SECRET_KEY', {
    otherwise: 'made up and kept in HEARD_DATA_DIR',
    unit: '32 bytes, base64 or hexadecimal',
    meaning: 'Encrypts the tokens of sources; losing it means connecting every source again.',
    secret: true,
    read: readSecretKey,
  }),
  adminEmail: key('HEARD_ADMIN_EMAIL', {
    fallback: 'admin@heard.local',
    unit: 'e-mail address',
    meaning: 'Name of the first administrator; used at the first start only.',
    read: email,
  }),
  adminPassword: optionalKey('HEARD_ADMIN_PASSWORD', {
    otherwise: 'made up and printed once',
    unit: 'text of 12 or more characters',
    meaning: 'Password of the first administrator; used at the first start only.',
    secret: true,
    read: text(12),
  }),
  demo: key('HEARD_DEMO', {
    fallback: 'auto',
    unit: 'true, false or auto',
    meaning: 'Whether the made-up platforms play their stories; auto: on a fresh embedded database only.',
    read: (given) => {
      const reading = oneOf('true', 'false', 'auto')(given);
      if ('wrong' in reading) return reading;
      return { value: reading.value === 'auto' ? reading.value : reading.value === 'true' };
    },
  }),
  demoPace: key('HEARD_DEMO_PACE', {
    fallback: '1',
    unit: 'times',
    meaning: 'How many times faster the stories of the demo play.',
    read: number(0.01, 10_000),
  }),
  smtpUrl: optionalKey('HEARD_SMTP_URL', {
    otherwise: 'the made-up mailbox of the demo',
    unit: 'URL',
    meaning: 'Mail server that alerts are sent through, such as smtps://name:password@mail.example:465.',
    secret: true,
    read: address('smtp', 'smtps'),
  }),
  mailFrom: key('HEARD_MAIL_FROM', {
    fallback: 'Heard <heard@heard.local>',
    unit: 'e-mail address',
    meaning: 'Sender of the letters.',
    read: matching(/^([^<>@\r\n]*<[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/, 'an e-mail address'),
  }),
  allowedPrivateOrigins: key('HEARD_ALLOWED_PRIVATE_ORIGINS', {
    fallback: '',
    unit: 'list of origins',
    meaning: 'Private addresses that Heard may call; all others are refused.',
    read: listOf(origin),
  }),
  facebookBaseUrl: key('HEARD_FACEBOOK_BASE_URL', {
    fallback: 'https://graph.facebook.com',
    unit: 'URL',
    meaning: 'Where Facebook answers.',
    read: webAddress,
  }),
  instagramBaseUrl: key('HEARD_INSTAGRAM_BASE_URL', {
    fallback: 'https://graph.instagram.com',
    unit: 'URL',
    meaning:
      'Where Instagram answers for accounts connected without a Facebook page; the others are asked at Facebook.',
    read: webAddress,
  }),
  googleBaseUrl: key('HEARD_GOOGLE_BASE_URL', {
    fallback: 'https://mybusiness.googleapis.com',
    unit: 'URL',
    meaning: 'Where Google Business Profile answers about reviews.',
    read: webAddress,
  }),
  googleOauthBaseUrl: key('HEARD_GOOGLE_OAUTH_BASE_URL', {
    fallback: 'https://oauth2.googleapis.com',
    unit: 'URL',
    meaning: 'Where Google renews an access token.',
    read: webAddress,
  }),
  pollSeconds: key('HEARD_POLL_SECONDS', {
    fallback: '60',
    unit: 'seconds',
    meaning: 'How often a source is asked for new mentions, unless it says otherwise.',
    read: whole(1, 86_400),
  }),
  logLevel: key('HEARD_LOG_LEVEL', {
    fallback: 'info',
    unit: 'level',
    meaning: `How much is logged: ${LOG_LEVELS.join(', ')}.`,
    read: oneOf(...LOG_LEVELS),
  }),
};
