import type { InThreeLanguages, Verdict } from '@heard/core';
import type { Database } from '@heard/database';
import type { ActOnCase } from './act-on-case.js';
import type { CustomerLink, CustomerLinks } from './customer-links.js';
import { readCase } from './read-case.js';

/** All that the page behind a question's link shows: the brand, and what the customer said there before. */
export interface OutcomePage {
  readonly brand: string;
  /** The customer's. */
  readonly language: keyof InThreeLanguages;
  readonly until: Date;
  readonly isAnswered: boolean;
  /** Absent, also when answered, for a link that stood in public. */
  readonly said?: { readonly verdict: GivenVerdict; readonly words?: string };
}

/** What a customer can say. */
export type GivenVerdict = Exclude<Verdict, 'unknown'>;

/** The customer says by a link how it was; without signing in, and as often as they like until the link ends. */
export class OutcomeByLink {
  constructor(
    private readonly database: Database,
    private readonly links: CustomerLinks,
    private readonly cases: ActOnCase,
  ) {}

  /** Undefined for a link that leads nowhere (any more). */
  async page(token: string): Promise<OutcomePage | undefined> {
    const link = await this.links.find(token, 'outcome');
    return link && this.pageOf(link);
  }

  /** Writes the verdict down as the customer's own; a bad one opens the case again. */
  async say(
    token: string,
    said: { readonly verdict: GivenVerdict; readonly words?: string },
  ): Promise<OutcomePage | undefined> {
    const link = await this.links.find(token, 'outcome');
    if (!link) return undefined;
    await this.database.inWorkspace(link.workspaceId, async (tx) => {
      const { verdict, words } = said;
      const outcome = {
        verdict,
        ...(words ? { words } : {}),
        ...(link.public ? ({ publicLink: true } as const) : {}),
      };
      await this.cases.within(tx, link.caseId, { type: 'record_outcome', outcome }, { kind: 'customer' });
      await this.links.used(tx, link.id);
    });
    return this.pageOf(link);
  }

  private pageOf(link: CustomerLink): Promise<OutcomePage> {
    return this.database.inWorkspace(link.workspaceId, async (tx) => {
      const { state, brand } = await readCase(tx, link.caseId);
      const { outcome, language } = state;
      const isAnswered = await this.links.isUsed(tx, link.id);
      const theirs = isAnswered && outcome?.from === 'customer' ? outcome : undefined;
      return {
        brand,
        language: language === 'other' ? 'en' : language,
        until: link.until,
        isAnswered,
        // Whoever opens a link that stood in public may be somebody else: what was said is not theirs to read.
        ...(theirs && theirs.verdict !== 'unknown' && !link.public
          ? { said: { verdict: theirs.verdict, words: theirs.words } }
          : {}),
      };
    });
  }
}
