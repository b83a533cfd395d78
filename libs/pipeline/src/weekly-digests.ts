import type { QueueLetters, ToldPerson } from '@heard/alerting';
import type { Clock } from '@heard/core';
import type { Database, Transaction } from '@heard/database';
import type { Digests } from '@heard/insight';
import type { People } from '@heard/staff';

const lookMs = 60_000;

/**
 * Tells every director once a week what customers went through: on Monday at eight in the workspace's time zone, or as
 * soon after it as a process runs. The digest, and the letters that tell it, are written in one transaction; of several
 * processes one writes it, and a crash before the end leaves it to the next look.
 */
export class WeeklyDigests {
  private lookedAt = -Infinity;

  constructor(
    private readonly database: Database,
    private readonly digests: Digests,
    private readonly people: Pick<People, 'list'>,
    private readonly letters: QueueLetters,
    private readonly clock: Clock,
  ) {}

  /** Makes the digests that are due, looking at most once a minute; returns how many were made. */
  async run(): Promise<number> {
    const now = this.clock.now();
    if (now.getTime() - this.lookedAt < lookMs) return 0;
    const due = await this.database.spanning((all) =>
      all.rows<{ workspace_id: string; week: string }>(
        'select workspace_id, week::text from heard_span.due_digests($1)',
        [now],
      ),
    );
    this.lookedAt = now.getTime();
    let made = 0;
    const failures: unknown[] = [];
    for (const { workspace_id: workspaceId, week } of due) {
      // One workspace that fails must not keep the others from their digest; it is tried again at the next look.
      await this.database
        .inWorkspace(workspaceId, (tx) => this.make(tx, week, now))
        .then((more) => (made += more))
        .catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0) throw failures[0];
    return made;
  }

  private async make(tx: Transaction, week: string, now: Date): Promise<number> {
    const digest = await this.digests.make(tx, week, now);
    if (!digest) return 0;
    const { demo } = digest;
    await this.letters.run(tx, { kind: 'digest', about: week, demo, to: await this.readers(tx, demo) });
    return 1;
  }

  /** Directors; administrators where there is no director. Made-up people read of made-up cases only. */
  private async readers(tx: Transaction, demo: boolean): Promise<ToldPerson[]> {
    const active = (await this.people.list(tx)).filter((each) => each.active && each.demo === demo);
    const directors = active.filter(({ role }) => role === 'director');
    const readers = directors.length > 0 ? directors : active.filter(({ role }) => role === 'administrator');
    return readers.map(({ id, name, email, interfaceLanguage }) => {
      return { staffId: id, name, email, interfaceLanguage };
    });
  }
}
