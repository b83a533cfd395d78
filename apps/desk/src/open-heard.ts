import { MailReceiver, type MailTo, type Receiver } from '@heard/alerting';
import type { Config } from '@heard/config';
import { readOrCreateSecretKey } from '@heard/config';
import type { Clock } from '@heard/core';
import { Database, prepareDatabase, type PreparedDatabase, SecretBox } from '@heard/database';
import { createHttpClient } from '@heard/http';
import { installJobs, Jobs } from '@heard/jobs';
import { usualPace } from '@heard/listening';
import { allQueues, composeHeard, type Heard } from '@heard/pipeline';
import type { SourceBaseUrls } from '@heard/sources';
import { makeDataFolder } from './data-folder.js';
import type { Log } from './log.js';

/** The made-up platforms and mailbox, where the demo runs. */
export interface DemoWorld {
  readonly baseUrls: SourceBaseUrls;
  readonly smtpUrl: string;
}

/** Heard with its connections, ready for the roles of this process; closing them leaves the database server running. */
export interface OpenedHeard {
  readonly heard: Heard;
  readonly serviceUrl: string;
  /** Aborts what waits for the network. */
  readonly stopping: AbortController;
  close(): Promise<void>;
}

/** Tells the time of this machine. */
export const systemClock: Clock = { now: () => new Date() };

/** A database that is ready, with the key to what is sealed in it. */
export interface OpenedDatabase {
  readonly prepared: PreparedDatabase;
  readonly secretBox: SecretBox;
}

/** Finds or starts the database of a configuration and brings it up to date. */
export async function openDatabase(config: Config): Promise<OpenedDatabase> {
  await makeDataFolder(config.dataDir);
  const key = config.secretKey ?? (await readOrCreateSecretKey(config.dataDir));
  const secretBox = new SecretBox(key.toString('base64'));
  const prepared = await prepareDatabase({
    dataDir: config.dataDir,
    databaseUrl: config.databaseUrl,
    appDatabaseUrl: config.appDatabaseUrl,
    rolePassword: secretBox.token('database', 'service role'),
    install: (ownerUrl) => installJobs(ownerUrl, allQueues),
  });
  return { prepared, secretBox };
}

/** Connects and composes Heard for one process. */
export async function openHeard(
  config: Config,
  { prepared, secretBox }: OpenedDatabase,
  log: Log,
  options: { readonly demo?: DemoWorld; readonly works: boolean },
): Promise<OpenedHeard> {
  const database = await Database.connect(prepared.serviceUrl);
  const jobs = await Jobs.start(
    prepared.serviceUrl,
    ({ queue, jobId, error }) => log.warn('work failed', { queue, jobId, error }),
    options.works,
  );
  const stopping = new AbortController();
  const heard = composeHeard({
    database,
    jobs,
    clock: systemClock,
    secretBox,
    http: createHttpClient({ allowPrivateAddresses: config.allowedPrivateOrigins }),
    publicUrl: config.publicUrl,
    baseUrls: baseUrlsOf(config),
    ...mails(config, options.demo),
    demo: options.demo && demoParts(options.demo),
    collect: { ...usualPace, pollMs: config.pollSeconds * 1_000 },
    signal: stopping.signal,
    onTurnFailed: (turn) => log.warn('a source was not read', turn),
  });
  const close = async (): Promise<void> => {
    stopping.abort();
    await jobs.stop(15_000);
    await database.close();
  };
  return { heard, serviceUrl: prepared.serviceUrl, stopping, close };
}

function mails(config: Config, demo?: DemoWorld): { mail: Receiver<MailTo>; demoMail?: Receiver<MailTo> } {
  const from = config.mailFrom;
  return {
    mail: new MailReceiver(config.smtpUrl === undefined ? undefined : { url: config.smtpUrl, from }),
    demoMail: demo && new MailReceiver({ url: demo.smtpUrl, from }),
  };
}

function demoParts(demo: DemoWorld): { http: ReturnType<typeof createHttpClient>; baseUrls: SourceBaseUrls } {
  const origins = Object.values(demo.baseUrls).map((url: string) => new URL(url).origin);
  return {
    http: createHttpClient({ allowPrivateAddresses: [...new Set(origins)] }),
    baseUrls: demo.baseUrls,
  };
}

function baseUrlsOf(config: Config): SourceBaseUrls {
  return {
    facebook: config.facebookBaseUrl,
    instagramByFacebook: config.facebookBaseUrl,
    instagram: config.instagramBaseUrl,
    google: config.googleBaseUrl,
    googleOauth: config.googleOauthBaseUrl,
  };
}
