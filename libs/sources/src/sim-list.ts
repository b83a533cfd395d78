/** What a made-up platform shows of a list. */
export interface SimListPage<T> {
  readonly shown: readonly T[];
  /** The token of the next page. */
  readonly next?: string;
}

/** A list as a made-up platform pages it, newest first, by tokens that survive what comes and goes between two pages. */
export class SimList<T> {
  private emptyLeft = 0;

  /** `placeOf` orders the list, the greatest first, and is unlike for every two items. */
  constructor(private readonly placeOf: (item: T) => string) {}

  /** The next `count` pages come empty, with a next one. */
  emptyPages(count: number): void {
    this.emptyLeft = count;
  }

  page(items: readonly T[], token: string | undefined, size: number): SimListPage<T> {
    const after = Buffer.from(token ?? '', 'base64url')
      .toString()
      .replace(/^~*/, '');
    const rest = items
      .filter((item) => after === '' || this.placeOf(item) < after)
      .sort((a, b) => (this.placeOf(a) < this.placeOf(b) ? 1 : -1));
    if (this.emptyLeft > 0) {
      const next = `${'~'.repeat(this.emptyLeft)}${after}`;
      this.emptyLeft -= 1;
      return { shown: [], next: Buffer.from(next).toString('base64url') };
    }
    const shown = rest.slice(0, size);
    const last = shown.at(-1);
    if (last === undefined || shown.length === rest.length) return { shown };
    return { shown, next: Buffer.from(this.placeOf(last)).toString('base64url') };
  }
}
