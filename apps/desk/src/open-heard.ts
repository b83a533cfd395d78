import { MailReceiver } from '@heard/alerting';
import type { Config } from '@heard/config';
import { readOrCreateSecretKey } from '@heard/config';
import type { Clock } from '@heard/core';
import { Database, prepareDatabase, type PreparedDatabase, SecretBox } from '@heard/database';
import { createHttpClient } from '@heard/http';
import { installJobs, Jobs } from '@heard/jobs';
import { usualPace } from '@heard/listening';
import { allQueues, composeHeard, type Heard } from '@heard/pipeline';
import type { ConsentApps } from '@heard/listening';
import { realBaseUrls, type SourceBaseUrls } from '@heard/sources';
import { makeSecondReading } from '@heard/understanding';
import { makeDataFolder } from './data-folder.js';
import { readersOf } from './readers-of.js';
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
  const secondReading = makeSecondReading(readersOf(config), {
    database,
    clock: systemClock,
    onFailed: (failure) => log.warn('a second reading failed; our own verdict stands', failure),
  });
  const heard = composeHeard({
    database,
    jobs,
    clock: systemClock,
    secretBox,
    http: createHttpClient({ allowPrivateAddresses: config.allowedPrivateOrigins }),
    publicUrl: config.publicUrl,
    baseUrls: baseUrlsOf(config),
    consentApps: consentAppsOf(config),
    ...mails(config, options.demo),
    demo: options.demo && demoParts(options.demo),
    collect: { ...usualPace, pollMs: config.pollSeconds * 1_000 },
    signal: stopping.signal,
    secondReading,
    onTurnFailed: (turn) => log.warn('a source was not read', turn),
    onUnheard: (found) => log.warn('a platform offers what is not read', found),
    onWatchFailed: (failure) => log.warn('a case was not moved', failure),
    onFindFailed: (failure) => log.warn('incidents were not looked for', failure),
  });
  const close = async (): Promise<void> => {
    stopping.abort();
    await jobs.stop(15_000);
    await secondReading?.close();
    await database.close();
  };
  return { heard, serviceUrl: prepared.serviceUrl, stopping, close };
}

function mails(config: Config, demo?: DemoWorld): { mail: MailReceiver; demoMail?: MailReceiver } {
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

/** An app is offered once both its id and its secret are set. */
function consentAppsOf(config: Config): ConsentApps {
  const { metaAppId, metaAppSecret, metaAppMessages, googleClientId, googleClientSecret } = config;
  const messages = metaAppMessages === 'yes';
  return {
    ...(metaAppId &&
      metaAppSecret && { meta: { clientId: metaAppId, clientSecret: metaAppSecret, messages } }),
    ...(googleClientId &&
      googleClientSecret && { google: { clientId: googleClientId, clientSecret: googleClientSecret } }),
  };
}

/** A name that no platform has is a slip of the pen: silence would send tokens to the real host. */
function baseUrlsOf({ platformUrls }: Config): SourceBaseUrls {
  for (const host of Object.keys(platformUrls)) {
    if (Object.hasOwn(realBaseUrls, host)) continue;
    const known = Object.keys(realBaseUrls).join(', ');
    throw new Error(`HEARD_PLATFORM_URLS names "${host}", which no platform has. Known are: ${known}.`);
  }
  return { ...realBaseUrls, ...platformUrls };
}
