import type { Clock } from '@heard/core';
import { type Database, type SecretBox, sha256, type Transaction } from '@heard/database';
import { endLinks, findLink, type LinkPurpose, noteUse, saveLink } from './store/link-rows.js';

/** What a customer's link leads to. */
export interface CustomerLink {
  readonly workspaceId: string;
  readonly id: string;
  readonly caseId: string;
  readonly until: Date;
  /** It stood in public: whoever opens it may be somebody else. */
  readonly public: boolean;
}

/** A link as an event of its case names it. */
export interface LinkOfEvent {
  readonly id: string;
  readonly caseId: string;
  readonly purpose: LinkPurpose;
  readonly until: Date;
  readonly public: boolean;
}

/** The pages behind the links. */
const pages: Readonly<Record<LinkPurpose, string>> = { outcome: 'how', report: 'report' };

/** Stands in a stored text where the address of its link goes when it is sent. */
export const linkPlaceholder = '{link}';

/**
 * Links by which a customer says how it was, or reads what was done, without signing in. A token is 256 bits that only
 * this installation can make from the link's id: it is never stored, only its hash is.
 */
export class CustomerLinks {
  constructor(
    private readonly database: Database,
    private readonly secretBox: SecretBox,
    /** Where the pages are, without a slash at the end. */
    private readonly publicUrl: string,
    private readonly clock: Clock,
  ) {}

  /** Makes it in the transaction of the event that names it. */
  async make(tx: Transaction, link: LinkOfEvent): Promise<void> {
    const tokenHash = sha256(this.token(link.purpose, link.id));
    const { id, caseId, purpose, until: expiresAt } = link;
    const madeAt = this.clock.now();
    await saveLink(tx, { id, caseId, purpose, tokenHash, madeAt, expiresAt, public: link.public });
  }

  async revoke(tx: Transaction, id: string): Promise<void> {
    await endLinks(tx, { id }, this.clock.now());
  }

  /** What was asked about an earlier recovery says nothing of this one. */
  async endQuestions(tx: Transaction, caseId: string): Promise<void> {
    await endLinks(tx, { questionsOf: caseId }, this.clock.now());
  }

  async used(tx: Transaction, id: string): Promise<void> {
    await noteUse(tx, id, this.clock.now());
  }

  async isUsed(tx: Transaction, id: string): Promise<boolean> {
    const row = await findLink(tx, id);
    return row !== undefined && row.used_at !== null;
  }

  /** The address that a customer gets. */
  address(purpose: LinkPurpose, id: string): string {
    return `${this.publicUrl}/${pages[purpose]}/${this.token(purpose, id)}`;
  }

  /** A text as it is sent; undefined when its link was revoked meanwhile. */
  async written(tx: Transaction, text: string, linkId: string | undefined): Promise<string | undefined> {
    if (linkId === undefined) return text;
    const row = await findLink(tx, linkId);
    if (!row || row.revoked_at) return undefined;
    return text.replaceAll(linkPlaceholder, this.address(row.purpose, linkId));
  }

  /** Nothing for a token that was never given, has ended, was revoked, or is for something else: the answer does not tell which. */
  async find(token: string, purpose: LinkPurpose): Promise<CustomerLink | undefined> {
    const [found] = await this.database.spanning((all) =>
      all.rows<{ workspace_id: string; id: string }>('select * from heard_span.find_customer_link($1)', [
        sha256(token),
      ]),
    );
    if (!found) return undefined;
    const { workspace_id: workspaceId, id } = found;
    return this.database.inWorkspace(workspaceId, async (tx) => {
      const row = await findLink(tx, id);
      if (!row || row.purpose !== purpose || row.revoked_at || row.expires_at <= this.clock.now()) {
        return undefined;
      }
      return { workspaceId, id, caseId: row.case_id, until: row.expires_at, public: row.public };
    });
  }

  private token(purpose: LinkPurpose, id: string): string {
    return this.secretBox.token(`customer-link:${purpose}`, id);
  }
}
