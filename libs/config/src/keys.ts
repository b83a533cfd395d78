import { resolve } from 'node:path';
import {
  address,
  band,
  listOf,
  mapOf,
  matching,
  network,
  number,
  oneOf,
  origin,
  type Reader,
  someOf,
  text,
  whole,
  wordsInOrder,
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
  platformUrls: key('HEARD_PLATFORM_URLS', {
    fallback: '',
    unit: 'list of host=URL',
    meaning:
      'Where hosts of platforms answer instead of their own address, such as facebook=http://127.0.0.1:9000.',
    read: mapOf(webAddress, 'host=address'),
  }),
  metaAppId: optionalKey('HEARD_META_APP_ID', {
    otherwise: 'pages are connected by filling in their tokens',
    unit: 'text',
    meaning: 'Id of your own Meta app: Facebook pages and Instagram accounts can then be chosen by consent.',
    read: matching(/^\d{1,32}$/, 'a number'),
  }),
  metaAppSecret: optionalKey('HEARD_META_APP_SECRET', {
    otherwise: 'no consent at Meta',
    unit: 'text',
    meaning: 'Secret of that app.',
    secret: true,
    read: text(8),
  }),
  metaAppMessages: key('HEARD_META_APP_MESSAGES', {
    fallback: 'no',
    unit: 'yes or no',
    meaning:
      'Whether that app may use pages_messaging and instagram_manage_messages: consent then asks for them, for private answers.',
    read: oneOf('yes', 'no'),
  }),
  googleClientId: optionalKey('HEARD_GOOGLE_CLIENT_ID', {
    otherwise: 'locations and channels are connected by filling in a refresh token',
    unit: 'text',
    meaning:
      'OAuth client id of your own Google app: locations, and channels of YouTube, can then be chosen by consent.',
    read: text(3),
  }),
  googleClientSecret: optionalKey('HEARD_GOOGLE_CLIENT_SECRET', {
    otherwise: 'no consent at Google',
    unit: 'text',
    meaning: 'OAuth client secret of that app.',
    secret: true,
    read: text(8),
  }),
  pollSeconds: key('HEARD_POLL_SECONDS', {
    fallback: '60',
    unit: 'seconds',
    meaning: 'How often a source is asked for new mentions, unless it says otherwise.',
    read: whole(1, 86_400),
  }),
  readerOnnxFolder: optionalKey('HEARD_READER_ONNX_FOLDER', {
    otherwise: 'off',
    unit: 'folder',
    meaning: 'An ONNX sentiment model that reads every mention once more (docs/readers.md).',
    read: (given) => ({ value: resolve(given) }),
  }),
  readerOnnxLabels: key('HEARD_READER_ONNX_LABELS', {
    fallback: '',
    unit: 'list',
    meaning:
      'What the labels of that model mean, in their order, such as negative,neutral,positive; by their names when empty.',
    read: wordsInOrder('negative', 'neutral', 'positive'),
  }),
  readerChatUrl: optionalKey('HEARD_READER_CHAT_URL', {
    otherwise: 'off',
    unit: 'URL',
    meaning:
      'An OpenAI-compatible endpoint, up to /v1, that reads what our own model is unsure of (docs/readers.md).',
    read: webAddress,
  }),
  readerChatModel: optionalKey('HEARD_READER_CHAT_MODEL', {
    otherwise: 'must be set with HEARD_READER_CHAT_URL',
    unit: 'name',
    meaning: 'The model that the endpoint is asked for.',
    read: matching(/^[\w.:/@-]{1,100}$/, 'a name of letters, figures and . : / @ -'),
  }),
  readerChatKey: optionalKey('HEARD_READER_CHAT_KEY', {
    otherwise: 'none is sent',
    unit: 'text',
    meaning: 'The key of the endpoint.',
    secret: true,
    read: text(),
  }),
  readerChatSeconds: key('HEARD_READER_CHAT_SECONDS', {
    fallback: '15',
    unit: 'seconds',
    meaning: 'How long the endpoint may take for one mention before our own verdict stands.',
    read: whole(1, 30),
  }),
  readerChatLimitField: key('HEARD_READER_CHAT_LIMIT_FIELD', {
    fallback: 'max_tokens',
    unit: 'name',
    meaning: 'What the endpoint calls the limit of an answer: max_tokens or max_completion_tokens.',
    read: oneOf('max_tokens', 'max_completion_tokens'),
  }),
  readerChatInputPrice: key('HEARD_READER_CHAT_INPUT_PRICE', {
    fallback: '1',
    unit: 'money for a million tokens',
    meaning: 'What the endpoint charges for what it reads, in the currency of its bill.',
    read: number(0, 10_000),
  }),
  readerChatOutputPrice: key('HEARD_READER_CHAT_OUTPUT_PRICE', {
    fallback: '4',
    unit: 'money for a million tokens',
    meaning: 'What the endpoint charges for what it writes, in the currency of its bill.',
    read: number(0, 10_000),
  }),
  readerChatDailyCost: key('HEARD_READER_CHAT_DAILY_COST', {
    fallback: '1',
    unit: 'money a day',
    meaning: 'The most that the endpoint may cost one workspace in a day (UTC), in the currency of its bill.',
    read: number(0, 100_000),
  }),
  readerUnsure: key('HEARD_READER_UNSURE', {
    fallback: '0.3,0.7',
    unit: 'two probabilities',
    meaning: 'The endpoint is asked where the probability of a negative mention lies between these.',
    read: band,
  }),
  logLevel: key('HEARD_LOG_LEVEL', {
    fallback: 'info',
    unit: 'level',
    meaning: `How much is logged: ${LOG_LEVELS.join(', ')}.`,
    read: oneOf(...LOG_LEVELS),
  }),
};
