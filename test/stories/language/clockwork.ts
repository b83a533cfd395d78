import type { Heard } from '@heard/pipeline';
import type { FakeClock, TestDatabase } from '@heard/testing';

/** What the clockwork moves. */
export interface Clockwork {
  readonly clock: FakeClock;
  readonly db: TestDatabase;
  readonly heard: Heard;
}

/** Work that begets work ends within so many rounds, or something goes round in circles. */
const mostRounds = 50;

/**
 * Lets the fake time pass up to a moment: whatever comes due on the way (a source to be asked, a timer, a retry) is done
 * at its own time, by the same code as in production.
 */
export async function runUntil(works: Clockwork, until: Date): Promise<void> {
  await settle(works);
  for (;;) {
    const next = await nextDueAt(works);
    if (!next || next > until) break;
    if (next <= works.clock.now()) throw stuck(works);
    works.clock.advanceTo(next);
    await settle(works);
  }
  works.clock.advanceTo(until);
}

/** Does all that is due now, and all that follows from it. */
export async function settle(works: Clockwork): Promise<void> {
  for (let round = 0; round < mostRounds; round++) {
    await makeDue(works);
    const turns = await works.heard.collect.run(new AbortController().signal);
    const timers = (await works.heard.watchCases.run()) + (await works.heard.digests.run());
    const looked = await works.heard.incidents.find.run();
    const jobs = await works.heard.jobs.drain();
    await putRetriesOff(works);
    if (turns + timers + looked + jobs === 0) return;
  }
  throw stuck(works);
}

function stuck({ clock }: Clockwork): Error {
  return new Error(`Something is due at ${clock.now().toISOString()} and is never done.`);
}

async function nextDueAt({ db }: Clockwork): Promise<Date | undefined> {
  const [row] = await db.owner<{ at: Date | null }>(
    `select least(
       (select min(next_due_at) from sources where removed_at is null),
       (select min(next_timer_at) from cases),
       (select min(start_after) from pgboss.job where state in ('created', 'retry') and name <> 'dead-letters')
     ) as at`,
  );
  return row?.at ?? undefined;
}

/** pg-boss goes by the database's clock, for which the time of the story is far in the future. */
async function makeDue({ db, clock }: Clockwork): Promise<void> {
  await db.owner(
    `update pgboss.job set start_after = now() - interval '1 second'
     where state in ('created', 'retry') and start_after between now() and $1`,
    [clock.now()],
  );
}

/** The pause before a retry passes in the time of the story. */
async function putRetriesOff({ db, clock }: Clockwork): Promise<void> {
  await db.owner(
    `update pgboss.job set start_after = $1::timestamptz + date_trunc('second', start_after - now())
     where state = 'retry' and start_after < now() + interval '1 day'`,
    [clock.now()],
  );
}
