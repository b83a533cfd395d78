import { type CollectedMention, Fault, type Rating } from '@heard/core';
import { type Database, sha256, type Transaction } from '@heard/database';
import {
  batchSourceOf,
  canonicalLink,
  cleanLink,
  type ConnectSource,
  type TakeBatch,
  textKey,
} from '@heard/listening';
import { knownAnywhere, type PastedRow, pastedAt, reportedBy, sameLink } from './store/pasted-rows.js';

/** What a person saw somewhere and pasted. */
export interface PastedText {
  readonly url: string;
  readonly text: string;
  readonly rating?: Rating;
  readonly authorName?: string;
  readonly postedAt?: Date;
  /** Where it stands, in the person's words: the name of the push source; `pasted` when absent. */
  readonly platform?: string;
}

/** What became of it. */
export interface Pasted {
  readonly mentionId: string;
  /** Absent when it reads as no complaint. */
  readonly caseId?: string;
  /** It was stored already, here or by a source that listens. */
  readonly known: boolean;
}

/** Takes what a person pasted: the same way as what is pushed, and the person is kept as the one who reported it. */
export class TakePasted {
  constructor(
    private readonly database: Database,
    private readonly connect: ConnectSource,
    private readonly take: TakeBatch,
  ) {}

  /** The same text of the same page is one mention, however its link is written; another text of its author is an edit. */
  async run(workspaceId: string, pasted: PastedText, staffId: string): Promise<Pasted> {
    const [url, page] = [cleanLink(pasted.url), canonicalLink(pasted.url)];
    if (url === undefined || page === undefined) {
      throw new Fault('invalid', 'The link must lead to a page (https://…).', { code: 'no_link' });
    }
    return this.database.inWorkspace(workspaceId, async (tx) => {
      const elsewhere = await knownElsewhere(tx, page, pasted.text);
      if (elsewhere) return answerOf(elsewhere, true);
      return this.store(tx, { ...pasted, url }, { page, staffId });
    });
  }

  private async store(
    tx: Transaction,
    pasted: PastedText,
    { page, staffId }: { readonly page: string; readonly staffId: string },
  ): Promise<Pasted> {
    const source = await this.connect.pushSource(tx, pasted.platform?.trim() ?? 'pasted');
    const link = short(page);
    const standing = await sameLink(tx, source.id, link);
    const same = standing.find(({ text }) => lettersOf(text) === lettersOf(pasted.text));
    if (same) return answerOf(same, true);
    const externalId = `${link}.${short(pasted.authorName?.trim().toLowerCase() ?? `\n${lettersOf(pasted.text)}`)}`;
    const kind = standing.find((each) => each.external_id === externalId)?.kind;
    const mention = mentionOf(pasted, { externalId, kind: kind ?? (pasted.rating ? 'review' : 'post') });
    const { accepted, changed } = await this.take.run(tx, batchSourceOf(source), [mention]);
    const stored = await pastedAt(tx, source.id, externalId);
    if (!stored) throw new Error('A mention that was just taken is not there.');
    await reportedBy(tx, stored.id, staffId);
    return answerOf(stored, accepted + changed === 0);
  }
}

async function knownElsewhere(tx: Transaction, page: string, text: string): Promise<PastedRow | undefined> {
  const key = textKey(text);
  const found = key ? await knownAnywhere(tx, key) : [];
  return found.find(({ url }) => url !== null && canonicalLink(url) === page);
}

function mentionOf(
  { url, text, rating, authorName, postedAt }: PastedText,
  known: Pick<CollectedMention, 'externalId' | 'kind'>,
): CollectedMention {
  return {
    ...known,
    author: { isBrand: false, ...(authorName !== undefined && { displayName: authorName.trim() }) },
    text,
    url,
    ...(rating && { rating }),
    ...(postedAt && { postedAt }),
    platformState: 'visible',
    raw: null,
  };
}

function answerOf({ id, case_id: caseId }: PastedRow, known: boolean): Pasted {
  return { mentionId: id, ...(caseId !== null && { caseId }), known };
}

/** What two copies of a text have in common when spaces and case got lost on the way. */
function lettersOf(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ').trim();
}

const short = (of: string): string => sha256(of).toString('hex').slice(0, 32);
