import type { Transaction } from '@heard/database';
import type { ReportFilters } from '../../views.js';

/** What holds for the whole workspace. */
export interface ReportedWorkspace {
  readonly timeZone: string;
  /** No real case is there, but some of the demo are. */
  readonly demo: boolean;
}

/** Reads what reports must know of their workspace. */
export async function readWorkspace(tx: Transaction): Promise<ReportedWorkspace> {
  const [row] = await tx.rows<ReportedWorkspace>(
    `select w.time_zone as "timeZone",
       not exists (select from cases where workspace_id = $1 and not demo)
         and exists (select from cases where workspace_id = $1 and demo) as demo
     from workspaces w where w.workspace_id = $1`,
    [tx.workspaceId],
  );
  return row ?? { timeZone: 'UTC', demo: false };
}

/** Names of people, brands and locations by their ids, also of those who left. */
export async function readReportNames(tx: Transaction): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.rows<{ id: string; name: string }>(
    `select id, name from staff where workspace_id = $1
     union all select id, name from brands where workspace_id = $1
     union all select id, name from locations where workspace_id = $1`,
    [tx.workspaceId],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** What reports can be narrowed to. */
export async function readReportFilters(tx: Transaction): Promise<ReportFilters> {
  const named = (table: string): Promise<{ id: string; name: string }[]> =>
    tx.rows(`select id, name from ${table} where workspace_id = $1 order by name, id`, [tx.workspaceId]);
  const platforms = await tx.rows<{ platform: string }>(
    'select distinct platform from sources where workspace_id = $1 order by platform',
    [tx.workspaceId],
  );
  return {
    brands: await named('brands'),
    locations: await named('locations'),
    platforms: platforms.map(({ platform }) => platform),
    managers: await tx.rows(
      `select id, name from staff where workspace_id = $1 and role <> 'viewer' order by name, id`,
      [tx.workspaceId],
    ),
  };
}
