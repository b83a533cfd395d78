import { createHash } from 'node:crypto';
import type { Clock } from '@heard/core';
import { SimServer, type SimAnswer, type SimFault, type SimRequest } from '../sim-server.js';

/** What somebody wrote on the made-up site. */
export interface FakeItem {
  readonly id: string;
  readonly at: string;
  author: string;
  text: string;
  updatedAt?: string;
}

type Format = 'json' | 'atom' | 'rss';

/** A made-up site with one feed in three formats: `/feed.json` and `/feed.atom` in parts, `/feed.rss` as a window. */
export class FeedFake {
  readonly items: FakeItem[] = [];
  readonly server: SimServer;
  /** What an `Authorization` header must hold, if anything. */
  wants?: string;
  isClosed = false;
  isGone = false;
  /** The seconds that it asks to be left alone while it is under repair. */
  repairs?: string;
  /** The addresses of older parts lead nowhere. */
  lostParts = false;
  emptyLeft = 0;
  linkOrigin?: string;
  /** Headers of every feed. */
  headers: Readonly<Record<string, string>> = {};
  ttlMinutes?: number;
  private lastId = 0;

  constructor(
    private readonly clock: Clock,
    private readonly pageSize = 100,
  ) {
    this.server = new SimServer({
      answer: (request: SimRequest) => this.answer(request),
      throttled: () => ({ status: 429, headers: { 'retry-after': '120' }, html: 'Too many requests' }),
      page: () => '<h1>A made-up site</h1>',
    });
  }

  async listen(): Promise<{ baseUrl: string }> {
    return this.server.listen();
  }

  close(): Promise<void> {
    return this.server.close();
  }

  add(text: string, at = this.clock.now(), author = 'Оксана'): string {
    this.lastId += 1;
    const id = `tag:site.example,2026:${this.lastId}`;
    this.items.push({ id, at: at.toISOString(), author, text });
    return id;
  }

  edit(id: string, text: string): void {
    const item = this.items.find((each) => each.id === id);
    if (!item) throw new Error(`nothing has the id ${id}`);
    item.text = text;
    item.updatedAt = this.clock.now().toISOString();
  }

  remove(id: string): void {
    this.items.splice(
      this.items.findIndex((each) => each.id === id),
      1,
    );
  }

  failNext(count: number, kind: SimFault): void {
    this.server.failNext(count, kind);
  }

  private answer({ path, query, headers }: SimRequest): SimAnswer {
    if (path.startsWith('/moved/')) return this.moved(path.slice('/moved/'.length));
    const format = /^\/feed\.(json|atom|rss)$/u.exec(path)?.[1] as Format | undefined;
    if (format === undefined) return { status: 404, html: 'Not found' };
    if (this.repairs !== undefined)
      return { status: 503, headers: { 'retry-after': this.repairs }, html: 'Under repair' };
    if (this.isGone) return { status: 410, html: 'Gone' };
    if (this.isClosed) return { status: 403, html: 'Forbidden' };
    if (this.wants !== undefined && headers.authorization !== this.wants)
      return { status: 401, html: 'Who are you?' };
    const offset = Number(query.get('offset') ?? 0);
    if (offset > 0 && this.lostParts) return { status: 404, html: 'Not found' };
    const etag = `"${createHash('sha256').update(JSON.stringify(this.items)).digest('hex').slice(0, 16)}"`;
    if (headers['if-none-match'] === etag && offset === 0)
      return { status: 304, headers: this.headers, html: '' };
    return { ...this.feed(format, offset), headers: { ...typeOf(format), etag, ...this.headers } };
  }

  /** `/moved/301/feed.json` and the like. */
  private moved(rest: string): SimAnswer {
    const [status = '301', ...path] = rest.split('/');
    const location = path[0] === 'inside' ? 'http://127.0.0.2:9/feed.json' : `/${path.join('/')}`;
    return { status: Number(status), headers: { location }, html: '' };
  }

  private feed(format: Format, offset: number): Pick<SimAnswer, 'status' | 'json' | 'html'> {
    const newest = this.items.toSorted((a, b) => b.at.localeCompare(a.at));
    const isEmpty = this.emptyLeft > 0;
    if (isEmpty) this.emptyLeft -= 1;
    const size = format === 'rss' ? newest.length : this.pageSize;
    const part = isEmpty ? [] : newest.slice(offset, offset + size);
    const end = isEmpty ? offset : offset + size;
    const origin = this.linkOrigin ?? this.server.baseUrl;
    // An empty part is another address than the one that it leads on to.
    const next =
      end < newest.length || isEmpty
        ? `${origin}/feed.${format}?offset=${end}&left=${this.emptyLeft}`
        : undefined;
    if (format === 'json') return { status: 200, json: jsonFeed(part, next) };
    return { status: 200, html: format === 'atom' ? atomFeed(part, next) : rssFeed(part, this.ttlMinutes) };
  }
}

function typeOf(format: Format): Record<string, string> {
  const type = { json: 'application/feed+json', atom: 'application/atom+xml', rss: 'application/rss+xml' };
  return { 'content-type': `${type[format]}; charset=utf-8` };
}

function jsonFeed(items: readonly FakeItem[], next: string | undefined): unknown {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Відгуки',
    ...(next !== undefined && { next_url: next }),
    items: items.map(({ id, at, author, text, updatedAt }) => ({
      ...{
        id,
        url: `https://site.example/${encodeURIComponent(id)}`,
        content_text: text,
        date_published: at,
      },
      ...(updatedAt !== undefined && { date_modified: updatedAt }),
      authors: [{ name: author }],
    })),
  };
}

function atomFeed(items: readonly FakeItem[], next: string | undefined): string {
  const link = next === undefined ? '' : `<link rel="next" href="${escape(next)}"/>`;
  const entries = items.map(
    ({ id, at, author, text, updatedAt = at }) =>
      `<entry><id>${id}</id><title>Відгук</title><published>${at}</published><updated>${updatedAt}</updated>` +
      `<link href="https://site.example/r"/><author><name>${escape(author)}</name></author>` +
      `<content type="html">${escape(`<p>${escape(text)}</p>`)}</content></entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom">${link}${entries.join('')}</feed>`;
}

function rssFeed(items: readonly FakeItem[], ttlMinutes: number | undefined): string {
  const ttl = ttlMinutes === undefined ? '' : `<ttl>${ttlMinutes}</ttl>`;
  const all = items.map(
    ({ id, at, author, text }) =>
      `<item><guid isPermaLink="false">${id}</guid><link>https://site.example/r</link><author>x@site.example (${escape(author)})</author>` +
      `<pubDate>${new Date(at).toUTCString()}</pubDate><description><![CDATA[<p>${escape(text)}</p>]]></description></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Відгуки</title>${ttl}${all.join('')}</channel></rss>`;
}

function escape(text: string): string {
  return text.replaceAll(/[&<>"]/gu, (sign) => `&#${sign.charCodeAt(0)};`);
}
