import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Config, loadConfig } from '@heard/config';
import { startEmbeddedPostgres } from '@heard/database';
import { FacebookFake } from '@heard/sources/fakes';
import { setUpWorkspace } from '@heard/staff';
import pg from 'pg';
import { createLog } from '../../apps/desk/src/log.js';
import { openDatabase, openHeard, systemClock } from '../../apps/desk/src/open-heard.js';
import { openMailbox } from './mailbox.js';

/** Everything around the processes that die: the platform, the mail server, the database, and a look into it. */
export async function openWorld(roles: string) {
  const facebook = new FacebookFake({ clock: systemClock, pageSize: 20 });
  const page = facebook.addPage('Книгарня «Ліхтар»', '500600');
  const { baseUrl } = await facebook.listen();
  const mailbox = await openMailbox();
  const around = await openAround({
    HEARD_ROLES: roles,
    HEARD_SMTP_URL: mailbox.url,
    HEARD_PLATFORM_URLS: `facebook=${baseUrl}`,
    HEARD_ALLOWED_PRIVATE_ORIGINS: new URL(baseUrl).origin,
  });
  await around.connect('facebook', page.name, facebook.settingsOf(page.id));
  return {
    ...around,
    facebook,
    pageId: page.id,
    mailbox,
    async close() {
      await around.close();
      await facebook.close();
      await mailbox.close();
    },
  };
}

/** A database of its own with a workspace, what processes need to know to use it, and a look into it. */
export async function openAround(given: Readonly<Record<string, string>>) {
  const dataDir = await mkdtemp(join(tmpdir(), 'heard-crash-'));
  const environment = {
    HEARD_DATA_DIR: dataDir,
    HEARD_PORT: '0',
    HEARD_DEMO: 'false',
    HEARD_POLL_SECONDS: '1',
    HEARD_LOG_LEVEL: 'info',
    HEARD_ADMIN_PASSWORD: 'only for this test',
    ...given,
  };
  const config: Config = loadConfig(environment);
  const server = await startEmbeddedPostgres({ dataDir, durable: false });
  const base = await openDatabase(config);
  const opened = await openHeard(config, base, createLog('error'), { works: false });
  const { heard } = opened;
  const asked = { administratorEmail: config.adminEmail, administratorPassword: config.adminPassword };
  const { workspaceId } = await setUpWorkspace(heard.database, asked, systemClock);
  const owner = new pg.Client({ connectionString: server.url('heard') });
  await owner.connect();
  return {
    environment,
    /** Of processes beside each other: only with a database that is not Heard's own may two do the same. */
    beside: { ...environment, DATABASE_URL: server.url('heard') },
    heard,
    workspaceId,
    connect: (platform: string, name: string, settings: Record<string, string>) =>
      heard.database.inWorkspace(workspaceId, (tx) =>
        heard.connect.connect(tx, { platform, name, settings }),
      ),
    async rows<T extends object>(sql: string): Promise<T[]> {
      return (await owner.query<T>(sql)).rows;
    },
    async close() {
      await owner.end();
      await opened.close();
      await base.prepared.release();
      await server.release();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** What is around the processes. */
export type World = Awaited<ReturnType<typeof openWorld>>;
