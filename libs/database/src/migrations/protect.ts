/** What the service role may do with a table of customer data. */
type Rights =
  'select, insert, update, delete' | 'select, insert, update' | 'select, insert' | 'select, insert, delete';

/**
 * Row-level security and rights of a table whose first key column is `workspace_id`: the service role sees and
 * writes only rows of the transaction's workspace, also when a query forgets to ask for it.
 */
export function protect(table: string, rights: Rights = 'select, insert, update, delete'): string {
  return `
    alter table ${table} enable row level security;
    create policy own_workspace on ${table}
      using (workspace_id = (select heard_span.current_workspace()))
      with check (workspace_id = (select heard_span.current_workspace()));
    grant ${rights} on ${table} to heard_service;`;
}
