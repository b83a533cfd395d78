import { MailReceiver } from '@heard/alerting';
import type { Actor, Assess, CollectedMention, Role } from '@heard/core';
import { SecretBox } from '@heard/database';
import { createHttpClient } from '@heard/http';
import { Jobs } from '@heard/jobs';
import { usualPace } from '@heard/listening';
import { realBaseUrls } from '@heard/sources';
import { setUpWorkspace } from '@heard/staff';
import { FakeClock, type TestDatabase, testDatabase } from '@heard/testing';
import { allQueues, type CorrectionGiven, composeHeard, type Heard } from './index.js';

export type Person = Extract<Actor, { kind: 'person' }>;

/** A mention as the tables show it, with what stands of it and its case. */
export interface Standing {
  readonly id: string;
  readonly case_id: string | null;
  readonly sentiment: string;
  readonly intent: string;
  readonly urgency: string;
  readonly urgency_reasons: string[];
  readonly category: string;
  readonly model: string;
  readonly model_sentiment: string;
  readonly model_intent: string;
  readonly p_negative: number;
  readonly corrected_by: string | null;
  readonly status: string | null;
  readonly case_urgency: string | null;
  readonly failure: string | null;
  readonly complaints: number | null;
}

/** What a person said, as it is kept. */
interface Kept {
  readonly id: string;
  readonly sentiment: string | null;
  readonly intent: string | null;
  readonly urgency: string | null;
  readonly from_urgency: string | null;
  readonly takes_back: string | null;
}

/** One process of the shop. */
interface Process {
  readonly heard: Heard;
  readonly jobs: Jobs;
}

/** A shop to which texts are pushed and whose lead corrects; what follows is done before each step ends. */
export class CorrectedShop implements Process {
  private next = 0;
  private readonly others: Process[] = [];

  private constructor(
    readonly db: TestDatabase,
    readonly clock: FakeClock,
    readonly failures: unknown[],
    private readonly own: Process,
    readonly lead: Person & { readonly workspaceId: string },
  ) {}

  static async open(): Promise<CorrectedShop> {
    const clock = new FakeClock(new Date('2031-03-03T10:00:00Z'));
    const db = await testDatabase(allQueues);
    const failures: unknown[] = [];
    const own = await processOf(db, clock, failures);
    const administratorEmail = 'admin@shop.example';
    const { workspaceId } = await setUpWorkspace(db.database, { administratorEmail }, clock);
    const [{ id = '', role = 'viewer' } = {}] = await db.owner<{ id?: string; role?: Role }>(
      'select id, role from staff where not demo',
    );
    return new CorrectedShop(db, clock, failures, own, { kind: 'person', staffId: id, role, workspaceId });
  }

  /** Another process beside it, that assesses in its own way. */
  async another(assess: Assess): Promise<Process> {
    const other = await processOf(this.db, this.clock, this.failures, assess);
    this.others.push(other);
    return other;
  }

  later(minutes: number): void {
    this.clock.advanceTo(new Date(this.clock.now().getTime() + minutes * 60_000));
  }

  get heard(): Heard {
    return this.own.heard;
  }

  get jobs(): Jobs {
    return this.own.jobs;
  }

  get workspaceId(): string {
    return this.lead.workspaceId;
  }

  async close(): Promise<void> {
    for (const { jobs } of [this.own, ...this.others]) await jobs.stop(0);
    await this.db.close();
  }

  mention(text: string, rest: Partial<CollectedMention> = {}): CollectedMention {
    const externalId = `e${++this.next}`;
    return {
      kind: 'review',
      externalId,
      author: { externalId: `a${this.next}`, displayName: 'Оксана Б.', isBrand: false },
      text,
      postedAt: new Date('2031-03-03T09:00:00Z'),
      platformState: 'visible',
      raw: { id: externalId },
      ...rest,
    };
  }

  async taken(text: string, rest: Partial<CollectedMention> = {}): Promise<CollectedMention> {
    const given = this.mention(text, rest);
    await this.heard.takePushed.run(this.workspaceId, 'shop', [given]);
    await this.jobs.drain();
    return given;
  }

  async correct(given: CollectedMention, fields: CorrectionGiven, by: Person = this.lead): Promise<void> {
    await this.heard.correct.run(this.workspaceId, (await this.standing(given)).id, fields, by);
    await this.jobs.drain();
  }

  /** Takes back the correction of that place in the order of giving; -1 is the newest. */
  async takeBack(given: CollectedMention, place = -1, by: Person = this.lead): Promise<void> {
    const all = (await this.kept(given)).filter((each) => each.takes_back === null);
    const { id } = await this.standing(given);
    await this.heard.correct.takeBack(this.workspaceId, id, all.at(place)?.id ?? '', by);
    await this.jobs.drain();
  }

  async standing({ externalId }: CollectedMention): Promise<Standing> {
    const [row] = await this.db.owner<Standing>(
      `select m.id, m.case_id, v.sentiment, v.intent, v.urgency, v.urgency_reasons, v.category, v.model,
         v.model_sentiment, v.model_intent, v.p_negative, v.corrected_by, c.status, c.urgency as case_urgency,
         c.failure, c.complaints
       from mentions m join standing_assessments v on v.mention_id = m.id and v.revision = m.revision
       left join cases c on c.id = m.case_id where m.external_id = $1`,
      [externalId],
    );
    if (!row) throw new Error('not stored');
    return row;
  }

  async alertsOf(given: CollectedMention) {
    return this.db.owner<{ kind: string; state: string; urgency: string; resolved_because: string | null }>(
      `select kind, state, urgency, resolved_because from alerts where case_id = $1 order by raised_at, id`,
      [(await this.standing(given)).case_id],
    );
  }

  kept(given: CollectedMention): Promise<Kept[]> {
    return this.db.owner<Kept>(
      `select k.id, sentiment, intent, urgency, from_urgency, takes_back
       from corrections k join mentions m on m.id = k.mention_id where m.external_id = $1 order by k.seq`,
      [given.externalId],
    );
  }
}

async function processOf(
  db: TestDatabase,
  clock: FakeClock,
  failures: unknown[],
  assess?: Assess,
): Promise<Process> {
  // The firm has no mail server; letters are none of this.
  const quiet = new Set(['notify', 'letters', 'escalate']);
  const jobs = await Jobs.start(
    db.serviceUrl,
    ({ queue, error }) => void (quiet.has(queue) || failures.push(error)),
    false,
  );
  const heard = composeHeard({
    database: db.database,
    jobs,
    clock,
    secretBox: new SecretBox('only for tests, only for tests, only'),
    http: createHttpClient(),
    publicUrl: 'http://127.0.0.1:3000',
    mail: new MailReceiver(undefined),
    baseUrls: realBaseUrls,
    collect: { ...usualPace, pollMs: 60_000 },
    signal: new AbortController().signal,
    onTurnFailed: ({ error }) => failures.push(error),
    onWatchFailed: ({ error }) => {
      throw error;
    },
    ...(assess ? { assess } : {}),
  });
  return { heard, jobs };
}
