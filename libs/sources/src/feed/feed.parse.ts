import { createHash } from 'node:crypto';
import { type CollectedMention, Fault } from '@heard/core';
import { parseJson } from '@heard/http';
import { XMLParser } from 'fast-xml-parser';
import { htmlToText } from 'html-to-text';
import { textOf, wireOf, type Wire } from '../wire.js';
import { feedDate } from './feed.dates.js';

/** A feed, read. */
export interface Feed {
  readonly mentions: readonly CollectedMention[];
  /** The address of its older part. */
  readonly next?: string;
  /** How many minutes it asks to be left alone. */
  readonly ttlMinutes?: number;
}

const xml = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  textNodeName: '#',
  parseTagValue: false,
  parseAttributeValue: false,
  removeNSPrefix: false,
  htmlEntities: true,
  isArray: (name) => ['item', 'entry', 'link', 'author', 'category'].includes(name),
});

/** Reads RSS 2.0, Atom and JSON Feed; a fault when it is none of them. */
export function parseFeed(text: string): Feed {
  const start = text.replace(/^\ufeff/u, '').trimStart();
  return start.startsWith('{') ? parseJsonFeed(start) : parseXmlFeed(start);
}

function parseXmlFeed(text: string): Feed {
  // No feed needs its own entities, and every attack by XML does.
  if (declaresEntities(text)) {
    throw new Fault('unavailable', 'The feed declares entities of its own; it is not read', {
      code: 'xml_doctype',
    });
  }
  const root = parsedXml(text);
  const channel = wireOf(wireOf(root['rss'])['channel'] ?? wireOf(root['rdf:RDF'])['channel']);
  const items = channel['item'] ?? wireOf(root['rdf:RDF'])['item'];
  if (root['rss'] !== undefined || root['rdf:RDF'] !== undefined) {
    const ttl = Number(wordsOf(channel['ttl']));
    return { mentions: wires(items).map(fromRss), ...(ttl > 0 && { ttlMinutes: ttl }) };
  }
  if (root['feed'] === undefined) throw noFeed();
  const feed = wireOf(root['feed']);
  const next = linkOf(feed, 'next');
  return { mentions: wires(feed['entry']).map(fromAtom), ...(next !== undefined && { next }) };
}

/** What people write stands in CDATA and may look like anything; only a declaration of the document itself counts. */
function declaresEntities(text: string): boolean {
  for (let at = text.indexOf('<!'); at !== -1; at = text.indexOf('<!', at + 2)) {
    const end = text.startsWith('<![CDATA[', at) ? ']]>' : text.startsWith('<!--', at) ? '-->' : undefined;
    if (end === undefined && /^<!(?:DOCTYPE|ENTITY)/iu.test(text.slice(at, at + 9))) return true;
    if (end === undefined) continue;
    const closed = text.indexOf(end, at + 4);
    if (closed === -1) return false;
    at = closed;
  }
  return false;
}

function parsedXml(text: string): Wire {
  try {
    return wireOf(xml.parse(text, true));
  } catch (error) {
    // The parser's own message quotes the text.
    throw new Fault('unavailable', 'The feed is no well-formed XML', {
      code: 'not_xml',
      ...(error instanceof Fault && { cause: error }),
    });
  }
}

function parseJsonFeed(text: string): Feed {
  let feed: Wire;
  try {
    feed = wireOf(parseJson(text));
  } catch {
    throw new Fault('unavailable', 'The feed is no well-formed JSON', { code: 'not_json' });
  }
  if (!Array.isArray(feed['items'])) throw noFeed();
  const next = textOf(feed['next_url']);
  return { mentions: wires(feed['items']).map(fromJson), ...(next !== undefined && { next }) };
}

function fromRss(item: Wire): CollectedMention {
  const [link] = wires(item['link']).map(wordsOf);
  return mentionOf(item, {
    id: wordsOf(item['guid']),
    url: wordsOf(firstOf(item['link'])) ?? link,
    title: wordsOf(item['title']),
    html: wordsOf(item['content:encoded']) ?? wordsOf(item['description']),
    author: wordsOf(item['dc:creator']) ?? nameOf(wordsOf(firstOf(item['author']))),
    published: wordsOf(item['pubDate']) ?? wordsOf(item['dc:date']),
  });
}

function fromAtom(entry: Wire): CollectedMention {
  const author = wireOf(firstOf(entry['author']));
  return mentionOf(entry, {
    id: wordsOf(entry['id']),
    url: linkOf(entry, 'alternate'),
    title: wordsOf(entry['title']),
    html: wordsOf(entry['content']) ?? wordsOf(entry['summary']),
    author: wordsOf(author['name']),
    published: wordsOf(entry['published']) ?? wordsOf(entry['updated']),
    updated: wordsOf(entry['updated']),
  });
}

function fromJson(item: Wire): CollectedMention {
  const author = wireOf(firstOf(item['authors'])) as Wire;
  return mentionOf(item, {
    id: textOf(item['id']),
    url: textOf(item['url']) ?? textOf(item['external_url']),
    title: textOf(item['title']),
    ...(textOf(item['content_text']) === undefined
      ? { html: textOf(item['content_html']) ?? textOf(item['summary']) }
      : { plain: textOf(item['content_text']) }),
    author: textOf(author['name']) ?? textOf(wireOf(item['author'])['name']),
    published: textOf(item['date_published']) ?? textOf(item['date_modified']),
    updated: textOf(item['date_modified']),
  });
}

interface Item {
  readonly id?: string;
  readonly url?: string;
  readonly title?: string;
  readonly html?: string;
  readonly plain?: string;
  readonly author?: string;
  readonly published?: string;
  readonly updated?: string;
}

function mentionOf(
  raw: Wire,
  { id, url, title, html, plain, author, published, updated }: Item,
): CollectedMention {
  const text = plain ?? plainOf(html ?? '');
  const heading = plainOf(title ?? '');
  const postedAt = feedDate(published);
  const editedAt = feedDate(updated);
  const isEdited = postedAt !== undefined && editedAt !== undefined && editedAt > postedAt;
  return {
    kind: 'post',
    externalId: id ?? idOf(url === undefined ? [heading, text] : [url, published ?? '']),
    author: { ...(author !== undefined && { displayName: author }), isBrand: false },
    text: text === '' ? heading : text,
    ...(heading !== '' && text !== '' && heading !== text && { title: heading }),
    ...(url !== undefined && { url }),
    ...(postedAt && { postedAt }),
    ...(isEdited && { editedAt }),
    platformState: 'visible',
    raw,
  };
}

/** An item without an id of its own has one from what does not change. */
function idOf(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('base64url');
}

function plainOf(html: string): string {
  if (!/[<&]/u.test(html)) return html.trim();
  return htmlToText(html, {
    wordwrap: false,
    limits: { maxInputLength: 1_000_000, maxDepth: 100 },
    selectors: [
      { selector: 'img', format: 'skip' },
      { selector: 'a', options: { ignoreHref: true } },
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({
        selector,
        options: { uppercase: false },
      })),
    ],
  }).trim();
}

/** `mail@host (Name)` is how RSS writes authors; the address is nobody's name. */
function nameOf(author: string | undefined): string | undefined {
  if (author === undefined) return undefined;
  const inside = /\(([^()]{1,200})\)\s*$/u.exec(author)?.[1]?.trim();
  return inside ?? (author.includes('@') ? undefined : author);
}

function linkOf(wire: Wire, rel: string): string | undefined {
  const links = wires(wire['link']);
  const found = links.find((link) => (textOf(link['@rel']) ?? 'alternate') === rel);
  return textOf(found?.['@href']);
}

/** The text of an element, with or without attributes. */
function wordsOf(value: unknown): string | undefined {
  const text = typeof value === 'object' ? textOf(wireOf(value)['#']) : textOf(value);
  return text?.trim() === '' ? undefined : text?.trim();
}

function firstOf(value: unknown): unknown {
  return Array.isArray(value) ? (value as unknown[])[0] : value;
}

function wires(value: unknown): Wire[] {
  return value === undefined ? [] : [value].flat().map(wireOf);
}

function noFeed(): Fault {
  return new Fault('unavailable', 'What came is no feed: neither RSS nor Atom nor JSON Feed', {
    code: 'not_a_feed',
  });
}
