import {
  alikeTexts,
  type AnsweredVoice,
  isDecided,
  type Suggestion,
  type SuggestionEvent,
  type SuggestionState,
} from '@heard/core';
import type { Transaction } from '@heard/database';
import { suggestionBook } from '@heard/registers';
import { askWhatTheyMeant, youSaidWeDid } from '@heard/wording';
import { isId, microsOf, momentOf, SortKey } from './cursor.js';
import { boundedLimit, Filter } from './filter.js';
import { instant, present } from './instant.js';
import type { CanReply } from './ports.js';
import { registerSteps } from './store/register-steps.js';
import {
  readSuggestions,
  readVoices,
  suggestionItem,
  type VoiceRow,
  wordsOf,
} from './store/suggestion-rows.js';
import type { AlikeView, PageOf, SuggestionItem, SuggestionView, VoiceView } from './views.js';

/** Which suggestions to list. `open`: nothing is left to do only when they are done or declined and everybody knows. */
export interface SuggestionsAsked {
  readonly state: SuggestionState | 'open' | 'all';
  readonly assigneeId?: string;
  readonly brandId?: string;
  readonly caseId?: string;
  readonly limit: number;
  readonly cursor?: string;
}

const newest = new SortKey('suggestions', ['micros', 'id']);
const sortKey = `array[${microsOf('g.made_at')}, g.id::text]`;
/** Among so many of the newest it is looked for alike ones. */
const mostCompared = 300;

/** Reads suggestions for people and programs. */
export class SuggestionsRead {
  private readonly book = suggestionBook();

  constructor(private readonly canReply: CanReply) {}

  /** Newest first. */
  async list(tx: Transaction, asked: SuggestionsAsked): Promise<PageOf<SuggestionItem>> {
    const limit = boundedLimit(asked.limit);
    const filter = new Filter(tx.workspaceId, 'g');
    const { state, assigneeId, brandId, caseId, cursor } = asked;
    if (state === 'open') {
      filter.and(
        `(g.state in ('new', 'under_review', 'accepted') or (g.state in ('done', 'declined') and g.untold > 0))`,
      );
    } else if (state === 'all') filter.and(`g.state <> 'merged'`);
    else filter.and(`g.state = ${filter.bind(state)}`);
    if (assigneeId !== undefined) filter.and(`g.assignee_id = ${filter.bindId(assigneeId)}`);
    if (brandId !== undefined) filter.and(`g.brand_id = ${filter.bindId(brandId)}`);
    if (caseId !== undefined) filter.and(ofCase(filter.bindId(caseId)));
    if (cursor !== undefined) {
      const [at = '', id = ''] = newest.read(cursor);
      filter.and(`(g.made_at, g.id) < (${momentOf(filter.bind(at))}, ${filter.bindId(id)})`);
    }
    const { sql: where, values } = filter;
    const rows = await readSuggestions(tx, { where, values, sortKey, limit: limit + 1 });
    return newest.page(rows, limit, suggestionItem);
  }

  /** Everything of one suggestion; undefined when there is none. */
  async get(tx: Transaction, id: string): Promise<SuggestionView | undefined> {
    if (!isId(id)) return undefined;
    const [record] = await this.book.read(tx, [id]);
    const [row] = record ? await readSuggestions(tx, { ...oneOf(tx, id), sortKey, limit: 1 }) : [];
    if (!record || !row) return undefined;
    const item = suggestionItem(row);
    const voices = await readVoices(tx, id);
    const history = (await this.book.histories(tx, [id])).get(id) ?? [];
    const { reason, done } = record.state;
    return present({
      ...item,
      reason,
      done,
      voices: voices.map((voice) => this.voiceView(record.state, voice)),
      alike: item.state === 'merged' ? [] : await this.alike(tx, item),
      history: await registerSteps(tx, history, aboutOf),
    });
  }

  /** Suggestions in much the same words, for a person to join with one click. */
  private async alike(tx: Transaction, { id, title, excerpt, demo }: SuggestionItem): Promise<AlikeView[]> {
    const filter = new Filter(tx.workspaceId, 'g');
    filter.and(`g.state <> 'merged' and g.id <> ${filter.bindId(id)} and g.demo = ${filter.bind(demo)}`);
    const { sql: where, values } = filter;
    const rows = await readSuggestions(tx, { where, values, sortKey, limit: mostCompared });
    const items = new Map(rows.map((row) => [row.id, suggestionItem(row)] as const));
    const texts = [...items.values()].map((each) => ({ id: each.id, text: comparedOf(each) }));
    return alikeTexts(comparedOf({ title, excerpt }), texts).flatMap(({ id: other, likeness }) => {
      const item = items.get(other);
      return item ? [{ id: other, title: item.title ?? item.excerpt, people: item.people, likeness }] : [];
    });
  }

  private voiceView(state: Suggestion, row: VoiceRow): VoiceView {
    const voice = state.voices.find(({ id }) => id === row.id);
    const who = row.author_name ?? row.who ?? undefined;
    const words = wordsOf(row);
    return present({
      id: row.id,
      who,
      words,
      mentionId: row.mention_id,
      url: row.url,
      source: sourceOf(row),
      caseId: row.case_id,
      caseNumber: row.case_number,
      caseOpen: row.case_status === null ? undefined : row.case_status === 'open',
      language: row.language,
      saidAt: instant(row.said_at),
      unheard: row.unheard,
      state: row.state,
      telling: tellingView(voice),
      unreachable: voice?.unreachable,
      canAnswerPublicly: row.mention_id !== null && row.platform !== null && this.canReply(row.platform),
      askDraft: row.unheard ? askWhatTheyMeant(row.language, who) : undefined,
      draft: draftOf(state, { row, who, words }),
    });
  }
}

function oneOf(tx: Transaction, id: string) {
  const filter = new Filter(tx.workspaceId, 'g');
  filter.and(`g.id = ${filter.bindId(id)}`);
  return { where: filter.sql, values: filter.values };
}

/** What was said in the case, also where the text joined it later; from the case, whose sayings are few. */
function ofCase(id: string): string {
  return `g.id in (
    select v.suggestion_id from mentions m
    join suggestion_voices v on v.workspace_id = m.workspace_id and v.mention_id = m.id
    where m.workspace_id = $1 and m.case_id = ${id}
    union all
    select v.suggestion_id from suggestion_voices v
    left join mentions m on m.workspace_id = v.workspace_id and m.id = v.mention_id
    where v.workspace_id = $1 and v.case_id = ${id} and m.case_id is null)`;
}

const comparedOf = ({ title = '', excerpt }: Pick<SuggestionItem, 'title' | 'excerpt'>): string =>
  `${title} ${excerpt}`;

function sourceOf({ source_id: id, platform, source_name: name, source_demo: demo }: VoiceRow) {
  return id === null || platform === null
    ? undefined
    : { id, platform, name: name ?? '', demo: demo ?? false };
}

function tellingView(voice: AnsweredVoice | undefined): VoiceView['telling'] {
  const telling = voice?.tellings.at(-1);
  if (!telling) return undefined;
  const { channel, text, evidence, at } = telling;
  return present({ channel, text, evidence, at: instant(at) });
}

function draftOf(
  current: Suggestion,
  { row, who, words }: { readonly row: VoiceRow; readonly who?: string; readonly words: string },
): string | undefined {
  const { state, reason, done } = current;
  if (!isDecided(current) || (state !== 'accepted' && state !== 'declined' && state !== 'done'))
    return undefined;
  return youSaidWeDid({ state, language: row.language, customer: who, words, reason, done });
}

/** What a step is about, in words; people by their ids. */
function aboutOf(event: SuggestionEvent): string | undefined {
  switch (event.type) {
    case 'suggestion.titled':
    case 'suggestion.made':
      return event.title;
    case 'suggestion.assigned':
      return event.to;
    case 'suggestion.accepted':
    case 'suggestion.declined':
    case 'suggestion.reconsidered':
    case 'suggestion.answer_failed':
    case 'suggestion.unreachable':
      return event.reason;
    case 'suggestion.done':
      return event.what;
    case 'suggestion.answered':
      return event.text;
    case 'suggestion.heard':
      return event.words;
    default:
      return undefined;
  }
}
