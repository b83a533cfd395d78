import type { Transaction } from '@heard/database';

/** A consent that was asked for. */
export interface ConsentRow {
  readonly id: string;
  readonly staff_id: string;
  readonly platform: string;
  readonly verifier_sealed: Buffer;
  readonly proxy_sealed: Buffer | null;
  readonly found_sealed: Buffer | null;
}

/** Keeps what a browser was sent away with; forgets what came to nothing. */
export async function beginConsent(
  tx: Transaction,
  consent: {
    readonly id: string;
    readonly staffId: string;
    readonly platform: string;
    readonly stateHash: Buffer;
    readonly verifierSealed: Buffer;
    readonly proxySealed: Buffer | undefined;
    readonly at: Date;
    readonly endsAt: Date;
  },
): Promise<void> {
  await tx.run('delete from consents where workspace_id = $1 and ends_at < $2', [tx.workspaceId, consent.at]);
  await tx.run(
    `insert into consents (workspace_id, id, staff_id, platform, state_hash, verifier_sealed, proxy_sealed, begun_at, ends_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      tx.workspaceId,
      consent.id,
      consent.staffId,
      consent.platform,
      consent.stateHash,
      consent.verifierSealed,
      consent.proxySealed ?? null,
      consent.at,
      consent.endsAt,
    ],
  );
}

/** Uses the state of a consent, once, by the person who began it. */
export async function useState(
  tx: Transaction,
  stateHash: Buffer,
  staffId: string,
  now: Date,
): Promise<ConsentRow | undefined> {
  const [row] = await tx.rows<ConsentRow>(
    `update consents set used_at = $4
     where workspace_id = $1 and state_hash = $2 and staff_id = $3 and used_at is null and ends_at > $4
     returning id, staff_id, platform, verifier_sealed, proxy_sealed, found_sealed`,
    [tx.workspaceId, stateHash, staffId, now],
  );
  return row;
}

/** Keeps what a consent opens until accounts are chosen. */
export async function keepFound(tx: Transaction, id: string, sealed: Buffer, endsAt: Date): Promise<void> {
  await tx.run('update consents set found_sealed = $3, ends_at = $4 where workspace_id = $1 and id = $2', [
    tx.workspaceId,
    id,
    sealed,
    endsAt,
  ]);
}

/** Takes what a consent opens, once, by the person who gave it. */
export async function takeFound(
  tx: Transaction,
  id: string,
  staffId: string,
  now: Date,
): Promise<ConsentRow | undefined> {
  const [row] = await tx.rows<ConsentRow>(
    `delete from consents
     where workspace_id = $1 and id = $2 and staff_id = $3 and found_sealed is not null and ends_at > $4
     returning id, staff_id, platform, verifier_sealed, proxy_sealed, found_sealed`,
    [tx.workspaceId, id, staffId, now],
  );
  return row;
}
