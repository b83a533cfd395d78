import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { loadConfig } from '@heard/config';
import { allQueues } from '@heard/pipeline';
import { FacebookFake } from '@heard/sources/fakes';
import { testDatabase } from '@heard/testing';
import { Postbox } from './postbox.js';
import { startDesk } from '../../apps/desk/src/start-desk.js';
import { systemClock } from '../../apps/desk/src/open-heard.js';

/** The whole of Heard in this process, beside a made-up Facebook page and a real mail server. */
export interface RunningDesk {
  readonly address: string;
  readonly facebook: FacebookFake;
  readonly pageId: string;
  readonly postbox: Postbox;
  stop(): Promise<void>;
}

export const administrator = { email: 'admin@shop.example', password: 'a long enough password' };

/** Starts everything on a database of its own; the page is not connected yet. */
export async function runDesk(): Promise<RunningDesk> {
  const db = await testDatabase(allQueues);
  const dataDir = await mkdtemp(join(process.cwd(), '.cache', 'browser-'));
  const facebook = new FacebookFake({ clock: systemClock });
  const { baseUrl } = await facebook.listen();
  const postbox = await Postbox.open();
  const page = facebook.addPage('Книжкова лавка');
  const desk = await startDesk(
    loadConfig({
      DATABASE_URL: db.ownerUrl,
      HEARD_DATA_DIR: dataDir,
      HEARD_PORT: String(await freePort()),
      HEARD_ADMIN_EMAIL: administrator.email,
      HEARD_ADMIN_PASSWORD: administrator.password,
      HEARD_PLATFORM_URLS: `facebook=${baseUrl}`,
      HEARD_ALLOWED_PRIVATE_ORIGINS: new URL(baseUrl).origin,
      HEARD_SMTP_URL: postbox.url,
      HEARD_POLL_SECONDS: '1',
      HEARD_DEMO: 'false',
      HEARD_LOG_LEVEL: 'fatal',
    }),
  );
  return {
    address: desk.address,
    facebook,
    pageId: page.id,
    postbox,
    async stop() {
      await desk.stop();
      await facebook.close();
      await postbox.close();
      await db.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
