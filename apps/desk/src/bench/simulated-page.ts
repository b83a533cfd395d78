import type { Talk, TalkedPost } from './talk.js';

/** Posts on one page of the list. */
export const listPageSize = 100;
const hourMin = 60;
/** A call takes a second. */
const callMin = 1 / 60;

/** A made-up page behind an allowance of calls in any hour, on simulated time; notes when each comment was first read. */
export class SimulatedPage {
  private readonly readsOf = new Map<string, number[]>();
  private readonly calls: number[] = [];

  constructor(
    private readonly talk: Talk,
    private readonly callsPerHour: number,
    public minute: number,
  ) {}

  /** Calls made in this stretch. */
  callsBetween(fromMin: number, toMin: number): number {
    return this.calls.filter((at) => at >= fromMin && at < toMin).length;
  }

  wait(minutes: number): void {
    this.minute += Math.max(0, minutes);
  }

  /** The posts there are, without a call. */
  live(): ReadonlySet<string> {
    return new Set(this.talk.postsAt(this.minute).map(({ id }) => id));
  }

  /** One page of the list of posts, newest first, with their counters. */
  list(page: number): readonly { readonly post: TalkedPost; readonly comments: number }[] {
    this.call();
    return this.talk
      .postsAt(this.minute)
      .slice(page * listPageSize, (page + 1) * listPageSize)
      .map((post) => ({ post, comments: this.said(post) }));
  }

  /** All comments of a post; gives how many were not read before. */
  read(postId: string): number {
    this.call();
    const post = this.talk.postsAt(this.minute).find(({ id }) => id === postId);
    const known = this.readsOf.get(postId) ?? [];
    const fresh = post ? this.said(post) - known.length : 0;
    this.readsOf.set(postId, [...known, ...Array.from({ length: fresh }, () => this.minute)]);
    return fresh;
  }

  /** How long each comment of this stretch waited for its reading. */
  delaysMin(fromMin: number, toMin: number): number[] {
    return this.talk.posts.flatMap(({ id, commentsMin }) => {
      const reads = this.readsOf.get(id) ?? [];
      return commentsMin.flatMap((at, nth) =>
        at >= fromMin && at < toMin ? [(reads[nth] ?? Number.POSITIVE_INFINITY) - at] : [],
      );
    });
  }

  private said({ commentsMin }: TalkedPost): number {
    return commentsMin.filter((at) => at <= this.minute).length;
  }

  /** Waits until the allowance of the hour has a call. */
  private call(): void {
    const oldest = this.calls[this.calls.length - this.callsPerHour];
    if (oldest !== undefined) this.minute = Math.max(this.minute, oldest + hourMin);
    this.calls.push(this.minute);
    this.minute += callMin;
  }
}
