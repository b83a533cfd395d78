import { MailReceiver } from '@heard/alerting';
import type { DutyCalendar, Role } from '@heard/core';
import { SecretBox } from '@heard/database';
import { createHttpClient, type HttpClient } from '@heard/http';
import { Jobs } from '@heard/jobs';
import { usualPace } from '@heard/listening';
import { allQueues, composeHeard, type Heard } from '@heard/pipeline';
import { realBaseUrls } from '@heard/sources';
import { DutyRota, setUpWorkspace } from '@heard/staff';
import { FakeClock, testDatabase, type TestDatabase } from '@heard/testing';
import { LetterBox } from './letter-box.js';
import { type MadeUpPlatform, openFacebook, type PlatformName } from './made-up-platforms.js';

/** Somebody who works in the bookshop. */
export interface Colleague {
  readonly id: string;
  readonly role: Role;
  readonly email: string;
}

/** The bookshop of the stories with everything around it; only the platforms and the time are made up. */
export interface Bookshop {
  readonly clock: FakeClock;
  readonly db: TestDatabase;
  readonly heard: Heard;
  readonly letterBox: LetterBox;
  readonly platforms: Readonly<Record<PlatformName, MadeUpPlatform>>;
  readonly workspaceId: string;
  readonly colleagues: ReadonlyMap<string, Colleague>;
  /** What the process would have logged as failed. */
  readonly failures: readonly unknown[];
  close(): Promise<void>;
}

const everyDay = (from: number, to: number, weekdays = [1, 2, 3, 4, 5, 6, 7]): DutyCalendar => ({
  week: weekdays.map((weekday) => ({ weekday, from, to })),
  exceptions: [],
});
const officeHours = everyDay(9 * 60, 19 * 60, [1, 2, 3, 4, 5]);

const cast: readonly { name: string; role: Role; duty: DutyCalendar }[] = [
  { name: 'Taras', role: 'manager', duty: officeHours },
  { name: 'Oksana', role: 'lead', duty: everyDay(0, 1440) },
  { name: 'Danylo', role: 'director', duty: officeHours },
];

/** Opens the shop at a moment; its page is asked so often. */
export async function openBookshop(opensAt: Date, pollSeconds: number): Promise<Bookshop> {
  const clock = new FakeClock(opensAt);
  const failures: unknown[] = [];
  const db = await testDatabase(allQueues);
  const letterBox = await LetterBox.open(clock);
  const facebook = await openFacebook(clock);
  const jobs = await Jobs.start(db.serviceUrl, (failure) => failures.push(failure), false);
  const http = createHttpClient({ allowPrivateAddresses: [facebook.baseUrl] });
  const heard = compose({ clock, db, jobs, http, letterBox, facebook, failures, pollSeconds });
  const workspaceId = await setUp(heard, facebook);
  return {
    clock,
    db,
    heard,
    letterBox,
    platforms: { facebook },
    workspaceId,
    colleagues: await hire(heard, workspaceId),
    failures,
    async close() {
      await jobs.stop(0);
      http.close();
      await Promise.all([facebook.close(), letterBox.close()]);
      await db.close();
    },
  };
}

interface Parts {
  readonly clock: FakeClock;
  readonly db: TestDatabase;
  readonly jobs: Jobs;
  readonly http: HttpClient;
  readonly letterBox: LetterBox;
  readonly facebook: MadeUpPlatform;
  readonly failures: unknown[];
  readonly pollSeconds: number;
}

function compose({ clock, db, jobs, http, letterBox, facebook, failures, pollSeconds }: Parts): Heard {
  return composeHeard({
    database: db.database,
    jobs,
    clock,
    secretBox: new SecretBox('only for stories'),
    http,
    publicUrl: 'https://heard.example',
    mail: new MailReceiver({ url: letterBox.url, from: 'Heard <heard@likhtar.example>' }),
    baseUrls: { ...realBaseUrls, facebook: facebook.baseUrl },
    collect: { ...usualPace, pollMs: pollSeconds * 1_000 },
    signal: new AbortController().signal,
    onTurnFailed: (turn) => failures.push(turn),
    onWatchFailed: (failure) => failures.push(failure),
    onFindFailed: (failure) => failures.push(failure),
  });
}

async function setUp(heard: Heard, facebook: MadeUpPlatform): Promise<string> {
  const { workspaceId } = await setUpWorkspace(
    heard.database,
    {
      name: 'Ліхтар',
      administratorEmail: 'admin@likhtar.example',
      administratorPassword: 'only for stories',
    },
    heard.clock,
  );
  await heard.database.inWorkspace(workspaceId, (tx) =>
    heard.connect.connect(tx, { platform: 'facebook', name: 'Ліхтар', settings: facebook.settings }),
  );
  return workspaceId;
}

async function hire(heard: Heard, workspaceId: string): Promise<Map<string, Colleague>> {
  const colleagues = new Map<string, Colleague>();
  const rota = new DutyRota();
  for (const { name, role, duty } of cast) {
    const email = `${name.toLowerCase()}@likhtar.example`;
    const id = await heard.database.inWorkspace(workspaceId, async (tx) => {
      const staffId = await heard.people.add(tx, { name, email, role, languages: ['uk', 'ru', 'en'] });
      await rota.replace(tx, staffId, duty);
      return staffId;
    });
    colleagues.set(name, { id, role, email });
  }
  return colleagues;
}
