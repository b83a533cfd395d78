import type { PageAsked } from '../ports/index.js';
import { Token } from './fields.js';
import { QueryWhole } from './free-fields.js';

/** Which part of a list. */
export class PageDto {
  @Token({
    optional: true,
    pattern: /^[\w-]{1,500}$/u,
    about: 'The `nextCursor` of the page before; opaque. Absent for the first page.',
  })
  cursor?: string;

  @QueryWhole({ min: 1, max: 100, otherwise: 50 })
  limit?: number;
}

/** The part of a list that was asked for. */
export function pageOf({ cursor, limit }: PageDto): PageAsked {
  return { limit: limit ?? 50, ...(cursor !== undefined && { cursor }) };
}
