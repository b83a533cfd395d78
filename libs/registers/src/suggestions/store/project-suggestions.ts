import { type AnsweredVoice, type Suggestion, type SuggestionEvent, tellingOf, notTold } from '@heard/core';
import type { Transaction } from '@heard/database';
import type { EntryWritten } from '../../register-record.js';

type Written = EntryWritten<Suggestion, SuggestionEvent>;

/** Writes what events say of suggestions, and of the people who made them, into the tables that are asked. */
export async function projectSuggestions(tx: Transaction, written: readonly Written[]): Promise<void> {
  const column = <T>(read: (state: Suggestion) => T): T[] => written.map(({ record }) => read(record.state));
  await tx.run(
    `insert into suggestions (workspace_id, id, state, title, category, brand_id, location_id, assignee_id, made_at,
       decided_at, done_at, merged_into, people, untold, unheard, demo)
     select $1, * from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::uuid[], $7::uuid[], $8::uuid[],
       $9::timestamptz[], $10::timestamptz[], $11::timestamptz[], $12::uuid[], $13::integer[], $14::integer[],
       $15::boolean[], $16::boolean[])
     on conflict (workspace_id, id) do update set state = excluded.state, title = excluded.title,
       assignee_id = excluded.assignee_id, decided_at = excluded.decided_at, done_at = excluded.done_at,
       merged_into = excluded.merged_into, people = excluded.people, untold = excluded.untold,
       unheard = excluded.unheard`,
    [
      tx.workspaceId,
      column((state) => state.id),
      column((state) => state.state),
      column((state) => state.title),
      column((state) => state.category),
      column((state) => state.brandId),
      column((state) => state.locationId),
      column((state) => state.assignee),
      column((state) => state.madeAt),
      column((state) => state.decidedAt),
      column((state) => state.doneAt),
      column((state) => state.mergedInto),
      column((state) => state.voices.length),
      column((state) => notTold(state).length),
      column((state) => state.voices.some((voice) => voice.unheard)),
      written.map(({ record }) => record.demo),
    ],
  );
  await projectVoices(
    tx,
    written.flatMap(({ record: { state } }) => state.voices.map((voice) => ({ of: state, voice }))),
  );
}

interface OneVoice {
  readonly of: Suggestion;
  readonly voice: AnsweredVoice;
}

async function projectVoices(tx: Transaction, all: readonly OneVoice[]): Promise<void> {
  if (all.length === 0) return;
  const column = <T>(read: (voice: AnsweredVoice) => T): T[] => all.map(({ voice }) => read(voice));
  await tx.run(
    `insert into suggestion_voices (workspace_id, id, suggestion_id, mention_id, case_id, who, words, place_start,
       place_end, language, said_at, unheard, state, telling_id)
     select $1, * from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::text[], $8::integer[],
       $9::integer[], $10::text[], $11::timestamptz[], $12::boolean[], $13::text[], $14::uuid[])
     on conflict (workspace_id, id) do update set suggestion_id = excluded.suggestion_id, words = excluded.words,
       unheard = excluded.unheard, state = excluded.state, telling_id = excluded.telling_id`,
    [
      tx.workspaceId,
      column((voice) => voice.id),
      all.map(({ of }) => of.id),
      column((voice) => voice.mentionId),
      column((voice) => voice.caseId),
      column((voice) => voice.who),
      column((voice) => voice.words),
      column((voice) => voice.places?.[0]?.start),
      column((voice) => voice.places?.[0]?.end),
      column((voice) => voice.language),
      column((voice) => voice.saidAt),
      column((voice) => voice.unheard ?? false),
      all.map(standing),
      column((voice) => voice.tellings.at(-1)?.id),
    ],
  );
}

/** Where somebody's being told stands, in one word. */
function standing({ of, voice }: OneVoice): string {
  if (voice.unreachable !== undefined) return 'unreachable';
  const telling = tellingOf(of, voice);
  if (!telling) return 'waits';
  return telling.state === 'queued' ? 'sent' : telling.state;
}
