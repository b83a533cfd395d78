import type { CaseOfAuthor } from '@heard/core';
import type { Transaction } from '@heard/database';

interface FromAuthor {
  readonly sourceId: string;
  readonly author: { readonly externalId?: string };
  readonly postedAt: Date;
}

interface Row {
  readonly id: string;
  readonly source_id: string;
  readonly author_external_id: string;
  readonly status: 'open' | 'closed';
  readonly last_mention_at: Date;
  readonly closed_at: Date | null;
}

/** The newest cases of the people who wrote a batch, locked; a person without an id has none. */
export class AuthorCases {
  private readonly cases = new Map<string, CaseOfAuthor[]>();

  static async lock(tx: Transaction, mentions: readonly FromAuthor[]): Promise<AuthorCases> {
    const found = new AuthorCases();
    const named = mentions.filter((mention) => mention.author.externalId !== undefined);
    if (named.length === 0) return found;
    const rows = await tx.rows<Row>(
      `select c.id, c.source_id, c.author_external_id, c.status, c.last_mention_at, c.closed_at
       from (select distinct * from unnest($2::uuid[], $3::text[]) as a (source_id, author_external_id)) a
       join cases c on c.workspace_id = $1 and c.source_id = a.source_id
         and c.author_external_id = a.author_external_id
       where c.status = 'open' or c.closed_at > $4::timestamptz - interval '90 days'
       order by c.id for update of c`,
      [
        tx.workspaceId,
        named.map((mention) => mention.sourceId),
        named.map((mention) => mention.author.externalId),
        new Date(Math.min(...named.map((mention) => mention.postedAt.getTime()))),
      ],
    );
    for (const row of rows) {
      found.add(keyOf(row.source_id, row.author_external_id), {
        caseId: row.id,
        status: row.status,
        lastMentionAt: row.last_mention_at,
        closedAt: row.closed_at ?? undefined,
      });
    }
    return found;
  }

  /** Every case that was found. */
  caseIds(): string[] {
    return [...this.cases.values()].flat().map((each) => each.caseId);
  }

  /** The cases of the one who wrote the mention. */
  of(mention: FromAuthor): readonly CaseOfAuthor[] {
    const { externalId } = mention.author;
    return externalId === undefined ? [] : (this.cases.get(keyOf(mention.sourceId, externalId)) ?? []);
  }

  /** That the mention went to a case, for the ones after it in the batch. */
  remember(mention: FromAuthor, caseId: string, status: 'open' | 'closed'): void {
    const { externalId } = mention.author;
    if (externalId === undefined) return;
    const known = this.of(mention).find((each) => each.caseId === caseId);
    const entry = { ...known, caseId, status, lastMentionAt: mention.postedAt };
    const key = keyOf(mention.sourceId, externalId);
    this.cases.set(key, [...this.of(mention).filter((each) => each !== known), entry]);
  }

  private add(key: string, entry: CaseOfAuthor): void {
    this.cases.set(key, [...(this.cases.get(key) ?? []), entry]);
  }
}

const keyOf = (sourceId: string, externalId: string): string => `${sourceId} ${externalId}`;
