import { type Around, repeatDays, spreadMinutes } from '@heard/core';
import type { Transaction } from '@heard/database';

/** A text of a batch, as far as its surroundings go. */
export interface Placed {
  readonly id: string;
  readonly authorId?: string;
  readonly reach?: number;
  /** The post at the beginning of its thread, where the platform tells. */
  readonly rootId?: string;
  readonly postedAt: Date;
  readonly isComplaint: boolean;
}

/** What is known around the complaints of a batch of one source, by the id of each. */
export async function surroundingsOf(
  tx: Transaction,
  sourceId: string,
  batch: readonly Placed[],
): Promise<ReadonlyMap<string, Around>> {
  const complaints = batch
    .filter((each) => each.isComplaint)
    .toSorted((a, b) => a.postedAt.getTime() - b.postedAt.getTime());
  if (complaints.length === 0) return new Map();
  const closed = await closedCasesOf(tx, sourceId, complaints);
  const threads = await complaintsInThreads(tx, sourceId, complaints);
  return new Map(
    complaints.map((each) => {
      const othersInThread = threads.othersBefore(each);
      threads.add(each);
      const complaintsBefore = closed.filter((of) => isBefore(of, each)).length;
      const { reach } = each;
      return [each.id, { ...(reach === undefined ? {} : { reach }), complaintsBefore, othersInThread }];
    }),
  );
}

interface ClosedCase {
  readonly authorId: string;
  readonly closedAt: Date;
}

const dayMs = 24 * 60 * 60 * 1000;

function isBefore({ authorId, closedAt }: ClosedCase, { authorId: own, postedAt }: Placed): boolean {
  const age = postedAt.getTime() - closedAt.getTime();
  return authorId === own && age >= 0 && age <= repeatDays * dayMs;
}

/** Cases of the same people that were closed lately, but as no complaint. */
async function closedCasesOf(
  tx: Transaction,
  sourceId: string,
  complaints: readonly Placed[],
): Promise<readonly ClosedCase[]> {
  const authors = [...new Set(complaints.flatMap(({ authorId }) => authorId ?? []))];
  const [first] = complaints;
  if (authors.length === 0 || !first) return [];
  const rows = await tx.rows<{ author: string; closed_at: Date }>(
    // Lateral: one look into the index for each person, also while a new database has no statistics to plan by.
    `select a.author, c.closed_at from unnest($3::text[]) as a (author)
     cross join lateral (
       select closed_at from cases
       where workspace_id = $1 and source_id = $2 and author_external_id = a.author and status = 'closed'
         and closed_because is distinct from 'no_complaint' and closed_at > $4::timestamptz - make_interval(days => $5)
       order by closed_at desc limit 20) c`,
    [tx.workspaceId, sourceId, authors, first.postedAt, repeatDays],
  );
  return rows.map((row) => ({ authorId: row.author, closedAt: row.closed_at }));
}

/** Who complained where and when: stored texts that belong to cases, and those of the batch so far. */
class Threads {
  private readonly known = new Map<string, Placed[]>();

  add(complaint: Placed): void {
    const { rootId } = complaint;
    if (rootId === undefined) return;
    const thread = this.known.get(rootId);
    if (thread) thread.push(complaint);
    else this.known.set(rootId, [complaint]);
  }

  /** How many other people complained in the same thread shortly before. */
  othersBefore({ rootId, authorId, postedAt }: Placed): number {
    const since = postedAt.getTime() - spreadMinutes * 60_000;
    const near = (rootId === undefined ? undefined : this.known.get(rootId)) ?? [];
    const others = near.filter(
      (each) => each.authorId !== undefined && each.authorId !== authorId && each.postedAt.getTime() >= since,
    );
    return new Set(others.map((each) => each.authorId)).size;
  }
}

/** A thread spreads long before so many have complained. */
const mostOfThread = 50;

async function complaintsInThreads(
  tx: Transaction,
  sourceId: string,
  complaints: readonly Placed[],
): Promise<Threads> {
  const threads = new Threads();
  const roots = [...new Set(complaints.flatMap(({ rootId }) => rootId ?? []))];
  const [first] = complaints;
  if (roots.length === 0 || !first) return threads;
  const rows = await tx.rows<{ id: string; root: string; author: string | null; posted_at: Date }>(
    `select m.id, r.root, m.author_external_id as author, m.posted_at from unnest($3::text[]) as r (root)
     cross join lateral (
       select id, author_external_id, posted_at from mentions
       where workspace_id = $1 and source_id = $2 and root_external_id = r.root and case_id is not null
         and not is_brand and posted_at > $4::timestamptz - make_interval(mins => $5)
       order by posted_at desc limit $6) m`,
    [tx.workspaceId, sourceId, roots, first.postedAt, spreadMinutes, mostOfThread],
  );
  for (const { id, root, author, posted_at: postedAt } of rows) {
    const by = author === null ? {} : { authorId: author };
    threads.add({ id, rootId: root, postedAt, isComplaint: true, ...by });
  }
  return threads;
}
