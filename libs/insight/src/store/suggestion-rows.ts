import { type Category, type Language, sentenceAt, type SuggestionState } from '@heard/core';
import type { Transaction } from '@heard/database';
import type { SortKeyValues } from '../cursor.js';
import { instant, instantOf, present } from '../instant.js';
import type { PlaceName, SuggestionItem, VoiceState } from '../views.js';

/** What a saying is shown by. */
interface WordsRow {
  readonly words: string | null;
  readonly text: string | null;
  readonly title_of_text: string | null;
  readonly place_start: number | null;
  readonly place_end: number | null;
}

/** A suggestion with the names around it. */
export interface SuggestionRow extends WordsRow {
  readonly id: string;
  readonly state: SuggestionState;
  readonly title: string | null;
  readonly category: Category;
  readonly brand_id: string | null;
  readonly brand_name: string | null;
  readonly location_id: string | null;
  readonly location_name: string | null;
  readonly assignee_id: string | null;
  readonly assignee_name: string | null;
  readonly people: number;
  readonly untold: number;
  readonly unheard: boolean;
  readonly made_at: Date;
  readonly decided_at: Date | null;
  readonly done_at: Date | null;
  readonly merged_into: string | null;
  readonly demo: boolean;
  readonly sort_key: SortKeyValues;
}

/** Reads suggestions `g` with the first person's words. */
export function readSuggestions(
  tx: Transaction,
  selection: {
    readonly where: string;
    readonly values: readonly unknown[];
    readonly sortKey: string;
    readonly limit: number;
  },
): Promise<SuggestionRow[]> {
  const { where, values, sortKey, limit } = selection;
  return tx.rows<SuggestionRow>(
    `select g.*, b.name as brand_name, l.name as location_name, p.name as assignee_name, first.*, ${sortKey} as sort_key
     from suggestions g
     left join brands b on b.workspace_id = g.workspace_id and b.id = g.brand_id
     left join locations l on l.workspace_id = g.workspace_id and l.id = g.location_id
     left join staff p on p.workspace_id = g.workspace_id and p.id = g.assignee_id
     left join lateral (
       select v.words, v.place_start, v.place_end, m.text, m.title as title_of_text from suggestion_voices v
       left join mentions m on m.workspace_id = v.workspace_id and m.id = v.mention_id
       where v.workspace_id = g.workspace_id and v.suggestion_id = g.id
       order by v.said_at, v.id limit 1
     ) first on true
     where ${where} order by g.made_at desc, g.id desc limit ${limit}`,
    values,
  );
}

/** A saying in the words of the person: what was written down of it, or the sentence of their text. */
export function wordsOf(row: WordsRow): string {
  if (row.words !== null) return row.words;
  const text = row.text ?? row.title_of_text ?? '';
  return sentenceAt(text, { start: row.place_start ?? 0, end: row.place_end ?? 0 });
}

/** A brand or a location, where there is one. */
export function placeOf(id: string | null, name: string | null): PlaceName | undefined {
  return id === null ? undefined : { id, name: name ?? '' };
}

/** A line of the list of suggestions. */
export function suggestionItem(row: SuggestionRow): SuggestionItem {
  const settled = row.state === 'done' || row.state === 'declined';
  return present({
    id: row.id,
    state: row.state,
    title: row.title,
    excerpt: wordsOf(row),
    category: row.category,
    brand: placeOf(row.brand_id, row.brand_name),
    location: placeOf(row.location_id, row.location_name),
    assignee: row.assignee_id === null ? undefined : { id: row.assignee_id, name: row.assignee_name ?? '' },
    people: row.people,
    untold: row.untold,
    flags: [
      ...(settled && row.untold > 0 ? (['people_not_told'] as const) : []),
      ...(row.unheard ? (['not_heard_out'] as const) : []),
    ],
    madeAt: instant(row.made_at),
    decidedAt: instantOf(row.decided_at),
    doneAt: instantOf(row.done_at),
    mergedInto: row.merged_into,
    demo: row.demo,
  });
}

/** One person's saying with what surrounds it. */
export interface VoiceRow extends WordsRow {
  readonly id: string;
  readonly mention_id: string | null;
  readonly who: string | null;
  readonly author_name: string | null;
  readonly url: string | null;
  readonly source_id: string | null;
  readonly platform: string | null;
  readonly source_name: string | null;
  readonly source_demo: boolean | null;
  readonly case_id: string | null;
  readonly case_number: number | null;
  readonly case_status: 'open' | 'closed' | null;
  readonly language: Language;
  readonly said_at: Date;
  readonly unheard: boolean;
  readonly state: VoiceState;
}

/** The people of a suggestion, the first one first. */
export function readVoices(tx: Transaction, suggestionId: string): Promise<VoiceRow[]> {
  return tx.rows<VoiceRow>(
    `select v.id, v.mention_id, v.who, v.words, v.place_start, v.place_end, v.language, v.said_at, v.unheard, v.state,
            m.text, m.title as title_of_text, m.author_name, m.url, s.id as source_id, s.platform,
            s.name as source_name, s.demo as source_demo, c.id as case_id, c.number as case_number,
            c.status as case_status
     from suggestion_voices v
     left join mentions m on m.workspace_id = v.workspace_id and m.id = v.mention_id
     left join sources s on s.workspace_id = m.workspace_id and s.id = m.source_id
     left join cases c on c.workspace_id = v.workspace_id and c.id = coalesce(m.case_id, v.case_id)
     where v.workspace_id = $1 and v.suggestion_id = $2 order by v.said_at, v.id`,
    [tx.workspaceId, suggestionId],
  );
}
