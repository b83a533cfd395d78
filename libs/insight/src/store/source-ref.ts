import type { SourceRef } from '../views.js';

/** The columns that name a source, as every query that joins it calls them. */
export interface SourceColumns {
  readonly source_id: string;
  readonly platform: string;
  readonly source_name: string;
  readonly source_demo: boolean;
}

/** Where something was said. */
export function sourceRef(row: SourceColumns): SourceRef {
  return { id: row.source_id, platform: row.platform, name: row.source_name, demo: row.source_demo };
}
