import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './protect.js';

/** What the histories of suggestions and causes say as tables to ask. */
export class SuggestionsAndCauses1795600260000 implements MigrationInterface {
  readonly name = 'SuggestionsAndCauses1795600260000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table suggestions (
        workspace_id uuid not null,
        id uuid not null,
        state text not null check (state in ('new', 'under_review', 'accepted', 'declined', 'done', 'merged')),
        title text,
        category text not null,
        brand_id uuid,
        location_id uuid,
        assignee_id uuid,
        made_at timestamptz not null,
        decided_at timestamptz,
        done_at timestamptz,
        merged_into uuid,
        people integer not null,
        untold integer not null,
        unheard boolean not null,
        demo boolean not null,
        primary key (workspace_id, id),
        foreign key (workspace_id, id) references registers on delete cascade
      );
      create index suggestions_newest on suggestions (workspace_id, made_at desc, id desc) where state <> 'merged';
      create table suggestion_voices (
        workspace_id uuid not null,
        id uuid not null,
        suggestion_id uuid not null,
        mention_id uuid,
        case_id uuid,
        who text,
        words text,
        place_start integer,
        place_end integer,
        language text not null,
        said_at timestamptz not null,
        unheard boolean not null,
        state text not null check (state in ('waits', 'sent', 'told', 'failed', 'unreachable')),
        telling_id uuid,
        primary key (workspace_id, id),
        foreign key (workspace_id, suggestion_id) references registers on delete cascade
      );
      create index voices_of_suggestion on suggestion_voices (workspace_id, suggestion_id);
      create index voices_of_mention on suggestion_voices (workspace_id, mention_id) where mention_id is not null;
      create index voices_of_case on suggestion_voices (workspace_id, case_id) where case_id is not null;
      create index voices_of_telling on suggestion_voices (workspace_id, telling_id) where telling_id is not null;
      create table causes (
        workspace_id uuid not null,
        id uuid not null,
        state text not null check (state in ('open', 'fixing', 'fixed', 'recurred')),
        title text not null,
        failures text[] not null,
        brand_id uuid,
        location_id uuid,
        answerable_id uuid not null,
        named_at timestamptz not null,
        fixed_at timestamptz,
        cases integer not null,
        recurrences integer not null,
        demo boolean not null,
        primary key (workspace_id, id),
        foreign key (workspace_id, id) references registers on delete cascade
      );
      create index causes_newest on causes (workspace_id, named_at desc, id desc);
      create table cause_cases (
        workspace_id uuid not null,
        case_id uuid not null,
        cause_id uuid not null,
        primary key (workspace_id, case_id),
        foreign key (workspace_id, cause_id) references registers on delete cascade
      );
      create index cases_of_cause on cause_cases (workspace_id, cause_id);`);
    for (const table of ['suggestions', 'suggestion_voices', 'causes']) {
      await runner.query(protect(table, 'select, insert, update'));
    }
    await runner.query(protect('cause_cases'));
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
