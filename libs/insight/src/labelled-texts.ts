import { correctable, type Verdicts } from '@heard/core';
import type { Database, Transaction } from '@heard/database';
import { present } from './instant.js';
import { type LabelledKey, type LabelledRow, readLabelled } from './store/labelled-rows.js';

/** A text with what people say of it, as a model learns from it: no name, no id, nothing of who said so. */
export interface LabelledText extends Partial<Verdicts> {
  readonly text: string;
  readonly title?: string;
  /** Absent where it is none that Heard knows. */
  readonly lang?: 'ru' | 'uk' | 'en';
  /** Not `stars`: the label is a person's, who read the text. */
  readonly rating?: { readonly value: number; readonly scale: number };
  /** What the model had made of it. */
  readonly understood: Verdicts & { readonly model: string };
}

const pageSize = 500;

/** Reads every text that people corrected, as it was when they did; what the demo made up and what was wiped is left out. */
export async function* labelledTexts(
  database: Pick<Database, 'inWorkspace'>,
  workspaceId: string,
): AsyncGenerator<LabelledText> {
  let after: LabelledKey | undefined;
  do {
    const last = after;
    const page: readonly LabelledRow[] = await database.inWorkspace(workspaceId, (tx: Transaction) =>
      readLabelled(tx, last, pageSize),
    );
    for (const row of page) if (isTold(row)) yield labelledOf(row);
    after = page.length < pageSize ? undefined : page.at(-1);
  } while (after !== undefined);
}

/** Everything that was said of it may have been taken back since. */
function isTold({ said, text }: LabelledRow): boolean {
  return text.trim() !== '' && correctable.some((field) => said[field] !== undefined);
}

function labelledOf(row: LabelledRow): LabelledText {
  const { text, title, language, said, understood, rating_value: value, rating_scale: scale } = row;
  return present({
    text,
    title,
    lang: language === 'other' ? undefined : language,
    rating: value === null || scale === null ? undefined : { value, scale },
    ...said,
    understood,
  });
}
