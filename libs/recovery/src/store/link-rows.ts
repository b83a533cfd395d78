import type { Transaction } from '@heard/database';

/** What a customer's link is for. */
export type LinkPurpose = 'outcome' | 'report';

/** A link of a customer, as it is stored: without its token. */
export interface LinkRow {
  readonly id: string;
  readonly case_id: string;
  readonly purpose: LinkPurpose;
  readonly made_at: Date;
  readonly expires_at: Date;
  readonly revoked_at: Date | null;
  readonly used_at: Date | null;
  readonly public: boolean;
}

/** A link to be made. */
export interface NewLink {
  readonly id: string;
  readonly caseId: string;
  readonly purpose: LinkPurpose;
  readonly tokenHash: Buffer;
  readonly madeAt: Date;
  readonly expiresAt: Date;
  readonly public: boolean;
}

/** Makes a link, or lets one that exists live until another moment; a link that stood in public stays so. */
export async function saveLink(tx: Transaction, link: NewLink): Promise<void> {
  const { id, caseId, purpose, tokenHash, madeAt, expiresAt } = link;
  await tx.run(
    `insert into customer_links (workspace_id, id, case_id, purpose, token_hash, made_at, expires_at, public)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (workspace_id, id) do update
       set expires_at = excluded.expires_at, public = customer_links.public or excluded.public`,
    [tx.workspaceId, id, caseId, purpose, tokenHash, madeAt, expiresAt, link.public],
  );
}

/** A link by its id. */
export async function findLink(tx: Transaction, id: string): Promise<LinkRow | undefined> {
  const [row] = await tx.rows<LinkRow>(
    `select id, case_id, purpose, made_at, expires_at, revoked_at, used_at, public from customer_links
     where workspace_id = $1 and id = $2`,
    [tx.workspaceId, id],
  );
  return row;
}

/** Ends links: one by its id, or all of a case that ask how it was. */
export async function endLinks(
  tx: Transaction,
  which: { readonly id: string } | { readonly questionsOf: string },
  at: Date,
): Promise<void> {
  const [where, value] =
    'id' in which ? ['id = $3', which.id] : [`case_id = $3 and purpose = 'outcome'`, which.questionsOf];
  await tx.run(
    `update customer_links set revoked_at = $2 where workspace_id = $1 and ${where} and revoked_at is null`,
    [tx.workspaceId, at, value],
  );
}

/** Notes that the customer answered by the link. */
export async function noteUse(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx.run(
    'update customer_links set used_at = coalesce(used_at, $3) where workspace_id = $1 and id = $2',
    [tx.workspaceId, id, at],
  );
}
