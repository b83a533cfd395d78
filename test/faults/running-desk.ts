import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { loadConfig } from '@heard/config';
import { newId } from '@heard/database';
import { allQueues } from '@heard/pipeline';
import { FacebookFake } from '@heard/sources/fakes';
import { hashPassword, People } from '@heard/staff';
import { type TestDatabase, testDatabase } from '@heard/testing';
import { startDesk } from '../../apps/desk/src/start-desk.js';
import { systemClock } from '../../apps/desk/src/open-heard.js';
import { Postbox } from '../browser/postbox.js';
import { Caller } from './caller.js';

export const password = 'a long enough password';

/** The whole of Heard in this process, attacked from outside: over HTTP, with the database to look behind it. */
export interface AttackedDesk {
  readonly address: string;
  readonly db: TestDatabase;
  readonly facebook: FacebookFake;
  readonly pageId: string;
  readonly postbox: Postbox;
  /** The administrator of the first workspace. */
  readonly shop: Caller;
  /** A second workspace, with its administrator signed in. */
  addWorkspace(): Promise<{ workspaceId: string; administrator: Caller }>;
  stop(): Promise<void>;
}

type Environment = Readonly<Record<string, string>>;

/** What an environment may have to name. */
interface Made {
  readonly facebookUrl: string;
  readonly appId: string;
  readonly appSecret: string;
}

/** Starts everything on a database of its own. */
export async function runDesk(
  asked: Environment | ((made: Made) => Environment) = {},
): Promise<AttackedDesk> {
  const db = await testDatabase(allQueues);
  const dataDir = await mkdtemp(join(process.cwd(), '.cache', 'faults-'));
  const facebook = new FacebookFake({ clock: systemClock });
  const { baseUrl } = await facebook.listen();
  const { appId, appSecret } = facebook.world;
  const environment = typeof asked === 'function' ? asked({ facebookUrl: baseUrl, appId, appSecret }) : asked;
  const postbox = await Postbox.open();
  const desk = await startDesk(
    loadConfig({
      DATABASE_URL: db.ownerUrl,
      HEARD_DATA_DIR: dataDir,
      HEARD_PORT: String(await freePort()),
      HEARD_ADMIN_EMAIL: 'admin@shop.example',
      HEARD_ADMIN_PASSWORD: password,
      HEARD_PLATFORM_URLS: `facebook=${baseUrl}`,
      HEARD_ALLOWED_PRIVATE_ORIGINS: new URL(baseUrl).origin,
      HEARD_SMTP_URL: postbox.url,
      HEARD_POLL_SECONDS: '1',
      HEARD_DEMO: 'false',
      HEARD_LOG_LEVEL: 'fatal',
      ...environment,
    }),
  );
  const { address } = desk;
  return {
    address,
    db,
    facebook,
    pageId: facebook.addPage('Книжкова лавка').id,
    postbox,
    shop: await Caller.signIn(address, 'admin@shop.example', password),
    addWorkspace: () => addWorkspace(db, address),
    async stop() {
      await desk.stop();
      await facebook.close();
      await postbox.close();
      await db.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function addWorkspace(db: TestDatabase, address: string) {
  const workspaceId = newId();
  const email = `${workspaceId}@rival.example`;
  const passwordHash = await hashPassword(password);
  await db.owner(
    `insert into workspaces (workspace_id, name, time_zone, currency, escalation_policy, created_at)
     select $1, 'Rival', time_zone, currency, escalation_policy, now() from workspaces limit 1`,
    [workspaceId],
  );
  await db.database.inWorkspace(workspaceId, (tx) =>
    new People(systemClock).add(tx, {
      name: 'Rival',
      email,
      role: 'administrator',
      languages: ['uk', 'ru', 'en'],
      passwordHash,
    }),
  );
  return { workspaceId, administrator: await Caller.signIn(address, email, password) };
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Asks again until there is an answer; a desk that never gives it fails the test by its time limit. */
export async function eventually<T>(ask: () => Promise<T | undefined> | T | undefined): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await pause(50);
  }
}
