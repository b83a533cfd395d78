import type { SimAnswer, SimRequest } from './sim-server.js';

const MAX_LIMIT = 100;

/** Lists as a made-up Graph API serves them: opaque cursors, absolute links, and the faults lists may have. */
export class GraphLists {
  /** How many of the next lists come empty, with a link to the next page. */
  emptyPages = 0;
  /** Where links to next pages point, when not to the platform itself. */
  linkOrigin?: string;

  constructor(
    private readonly pageSize: number,
    private readonly origin: () => string,
  ) {}

  answer<T extends { readonly id: string }>(
    request: SimRequest,
    items: readonly T[],
    toWire: (item: T) => unknown,
    options: { readonly links?: 'none' } = {},
  ): SimAnswer {
    const limit = Number(request.query.get('limit') ?? 25);
    if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT) {
      return graphError(400, 100, 'Param limit must be between 1 and 100');
    }
    const after = decodeCursor(request.query.get('after'));
    const position = after === '' ? 0 : items.findIndex(({ id }) => id === after) + 1;
    if (after !== '' && position === 0)
      return graphError(400, 100, 'Invalid cursor: the item behind it is gone');
    const isEmpty = this.emptyPages > 0;
    if (isEmpty) this.emptyPages -= 1;
    const shown = isEmpty ? [] : items.slice(position, position + Math.min(limit, this.pageSize));
    const last = shown.at(-1)?.id ?? after;
    const more = isEmpty || position + shown.length < items.length;
    const link = more && options.links !== 'none' ? { next: this.nextLink(request, last) } : {};
    const cursors = shown.length > 0 || isEmpty ? { cursors: { after: encodeCursor(last) } } : {};
    return { status: 200, json: { data: shown.map(toWire), paging: { ...cursors, ...link } } };
  }

  /** As the real platform's, the link carries the caller's token. */
  private nextLink(request: SimRequest, last: string): string {
    const url = new URL(request.path, this.linkOrigin ?? this.origin());
    url.search = request.query.toString();
    url.searchParams.set('access_token', bearerOf(request) ?? '');
    url.searchParams.set('after', encodeCursor(last));
    url.searchParams.delete('__paging_token');
    if (this.emptyPages > 0) url.searchParams.set('__paging_token', String(this.emptyPages));
    return url.href;
  }
}

/** An error in the Graph API's envelope. */
export function graphError(status: number, code: number, message: string, subcode?: number): SimAnswer {
  const type = code === 190 ? 'OAuthException' : 'GraphMethodException';
  const error = {
    message,
    type,
    code,
    ...(subcode !== undefined && { error_subcode: subcode }),
    fbtrace_id: 'AbCdEf123',
  };
  return { status, json: { error } };
}

/** The throttling answer of a business use case, with its estimate in minutes. */
export function graphThrottled(code: number, type: string): SimAnswer {
  const usage = {
    type,
    call_count: 100,
    total_time: 5,
    total_cputime: 3,
    estimated_time_to_regain_access: 7,
  };
  const headers = { 'x-business-use-case-usage': JSON.stringify({ '500600': [usage] }) };
  return { ...graphError(400, code, 'There have been too many calls to this account.'), headers };
}

/** The token of a request, from its header or its query. */
export function bearerOf(request: SimRequest): string | undefined {
  return (
    request.headers.authorization?.replace(/^Bearer /, '') ?? request.query.get('access_token') ?? undefined
  );
}

/** An unknown field fails the whole call, as on the real platform. */
export function refuseUnknownFields(request: SimRequest, known: ReadonlySet<string>): SimAnswer | undefined {
  let flat = (request.query.get('fields') ?? 'id').replace(/\.\w+\([^)]*\)/g, '');
  for (let depth = 0; depth < 5; depth += 1) flat = flat.replace(/\{[^{}]*\}/g, '');
  const unknown = flat.split(',').find((field) => !known.has(field));
  return unknown === undefined
    ? undefined
    : graphError(400, 100, `(#100) Tried accessing nonexisting field (${unknown})`);
}

/** Newest first; of equal times the one added last. */
export function newestFirst<T extends { readonly at: string }>(items: readonly T[]): T[] {
  return items.toReversed().sort((a, b) => b.at.localeCompare(a.at));
}

/** The Graph API's time format: an offset without a colon. */
export function graphTime(at: string): string {
  return at.replace(/\.\d+Z$/, '+0000');
}

function encodeCursor(id: string): string {
  return Buffer.from(id).toString('base64url');
}

function decodeCursor(cursor: string | null): string {
  return Buffer.from(cursor ?? '', 'base64url').toString();
}
