import type { Clock } from '@heard/core';
import { renderSimPage } from '../sim-page.js';
import { SimServer, type SimAnswer, type SimFault, type SimRequest } from '../sim-server.js';

/** A review as the made-up feed holds it; plain JSON. */
export interface FakeEntry {
  readonly id: string;
  readonly country: string;
  readonly name: string;
  stars: number;
  title: string;
  text: string;
  updatedAt: string;
  removed: boolean;
}

const PAGE_SIZE = 50;
const LAST_PAGE = 10;
const PATH = /^\/([a-z]{2})\/rss\/customerreviews\/page=(\d+)\/id=(\d+)\/sortBy=mostRecent\/json$/;
const COUNTRIES = new Set(['ua', 'pl', 'us']);

/** Apple's made-up public feed of reviews: one app, a list for each country. */
export class AppStoreFeedFake {
  readonly server: SimServer;
  readonly entries: FakeEntry[] = [];
  /** Puts the app itself before its reviews, as older feeds do. */
  showsApp = false;
  private emptyLeft = 0;

  constructor(
    private readonly options: { readonly clock: Clock; readonly pageSize?: number; readonly appId?: string },
  ) {
    this.server = new SimServer({
      answer: (request) => this.answer(request),
      throttled: () => ({ status: 429, html: 'Too many requests' }),
      page: () => this.renderPage(),
    });
  }

  listen(port?: number): Promise<{ baseUrl: string }> {
    return this.server.listen(port);
  }

  close(): Promise<void> {
    return this.server.close();
  }

  /** What a person would fill in. */
  settings(): Record<string, string> {
    return { appId: this.appId, countries: 'ua, pl' };
  }

  add(
    text: string,
    { at = this.options.clock.now(), country = 'ua', title = 'Відгук', stars = 1 } = {},
  ): string {
    const id = String(11_900_000_001 + this.entries.length);
    const name = `guest${this.entries.length}`;
    this.entries.push({ id, country, name, stars, title, text, updatedAt: at.toISOString(), removed: false });
    return id;
  }

  edit(id: string, text: string, at = this.options.clock.now()): void {
    Object.assign(this.entry(id), { text, updatedAt: at.toISOString() });
  }

  remove(id: string): void {
    this.entry(id).removed = true;
  }

  failNext(count: number, kind: SimFault, only?: RegExp): void {
    this.server.failNext(count, kind, only);
  }

  /** The next `count` pages come without reviews that are there. */
  emptyPages(count: number): void {
    this.emptyLeft = count;
  }

  private get appId(): string {
    return this.options.appId ?? '1600000001';
  }

  private entry(id: string): FakeEntry {
    const entry = this.entries.find((candidate) => candidate.id === id);
    if (entry === undefined) throw new Error(`no review ${id}`);
    return entry;
  }

  private answer({ path }: SimRequest): SimAnswer {
    const [, country = '', page = '1', appId] = PATH.exec(path) ?? [];
    if (!COUNTRIES.has(country) || Number(page) > LAST_PAGE) return { status: 400, html: 'Bad Request' };
    const size = this.options.pageSize ?? PAGE_SIZE;
    const all = this.entries
      .filter((entry) => entry.country === country && !entry.removed && appId === this.appId)
      .sort((a, b) => b.updatedAt.localeCompare(a.updatedAt) || b.id.localeCompare(a.id));
    const isEmpty = this.emptyLeft > 0;
    if (isEmpty) this.emptyLeft -= 1;
    const shown = isEmpty ? [] : all.slice((Number(page) - 1) * size, Number(page) * size);
    const app = this.showsApp
      ? [{ id: label(this.appId), title: label('Ліхтар'), 'im:name': label('Ліхтар') }]
      : [];
    const entries = [...app, ...shown.map((entry) => wireOfEntry(entry))];
    // No review, one review and several have three shapes.
    const entry = entries.length > 1 ? entries : entries[0];
    const updated = label(this.options.clock.now().toISOString());
    const feed = { author: {}, ...(entry !== undefined && { entry }), updated, link: [] };
    return { status: 200, json: { feed } };
  }

  private renderPage(): string {
    const texts = this.entries.map(({ name, updatedAt, text }) => ({ author: name, at: updatedAt, text }));
    return renderSimPage('App Store feed (made up)', [{ name: this.appId, texts }]);
  }
}

function wireOfEntry({ id, country, name, stars, title, text, updatedAt }: FakeEntry): unknown {
  const shifted = new Date(Date.parse(updatedAt) - 7 * 3_600_000).toISOString().slice(0, 19);
  return {
    id: label(id),
    author: {
      uri: label(`https://itunes.apple.com/${country}/reviews/id${id}`),
      name: label(name),
      label: '',
    },
    'im:rating': label(String(stars)),
    'im:version': label('5.2.0'),
    title: label(title),
    content: { ...label(text), attributes: { type: 'text' } },
    updated: label(`${shifted}-07:00`),
    'im:voteSum': label('0'),
    'im:voteCount': label('0'),
  };
}

function label(text: string): { label: string } {
  return { label: text };
}
