import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './protect.js';

/**
 * What people say against an assessment, kept for ever, and the one place that says which verdict stands: of each
 * field the newest that a person gave for this text, else what was assessed.
 */
export class Corrections1795652400000 implements MigrationInterface {
  readonly name = 'Corrections1795652400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table corrections (
        workspace_id uuid not null references workspaces,
        id uuid not null,
        seq bigint not null generated always as identity,
        mention_id uuid not null,
        revision integer not null,
        sentiment text,
        intent text,
        urgency text,
        category text,
        from_sentiment text,
        from_intent text,
        from_urgency text,
        from_category text,
        said jsonb not null,
        derived jsonb,
        note text,
        by_staff_id uuid not null,
        at timestamptz not null,
        primary key (workspace_id, id),
        foreign key (workspace_id, mention_id) references mentions on delete cascade,
        check (coalesce(sentiment, intent, urgency, category) is not null)
      );
      comment on column corrections.sentiment is 'as given; null where this correction leaves the field alone';
      comment on column corrections.from_sentiment is 'what stood before; null where the field is left alone';
      comment on column corrections.said is 'what was assessed when the correction was given: model and verdicts';
      comment on column corrections.derived is
        'urgency, category, signals and notes as they follow from the corrected sentiment and intent';
      create index corrections_of_mention on corrections (workspace_id, mention_id, revision, seq desc);
      create index corrections_newest on corrections (workspace_id, at desc, seq desc);
      alter table alerts add column resolved_because text;
      comment on column alerts.resolved_because is 'corrected where a person took back what had raised it';

      create view standing_assessments with (security_invoker = true) as
        select a.workspace_id, a.mention_id, a.revision, a.model, a.language,
          coalesce(c.sentiment, a.sentiment) as sentiment,
          case when c.sentiment is null then a.p_negative when c.sentiment = 'negative' then 1 else 0 end::real
            as p_negative,
          coalesce(c.intent, a.intent) as intent,
          coalesce(c.urgency, c.derived ->> 'urgency', a.urgency) as urgency,
          case
            when c.urgency is not null then array['corrected']
            when c.derived is not null
              then array(select jsonb_array_elements_text(c.derived -> 'urgencyReasons'))
            else a.urgency_reasons
          end as urgency_reasons,
          coalesce(c.category, c.derived ->> 'category', a.category) as category,
          coalesce(c.derived -> 'signals', a.signals) as signals, coalesce(c.derived -> 'notes', a.notes) as notes,
          a.because, a.also_in, a.partial, a.assessed_at,
          case when c.sentiment is null then a.margin end as margin,
          a.sentiment as model_sentiment, a.p_negative as model_p_negative, a.intent as model_intent,
          a.urgency as model_urgency, a.urgency_reasons as model_urgency_reasons, a.category as model_category,
          a.margin as model_margin,
          c.sentiment as corrected_sentiment, c.intent as corrected_intent, c.urgency as corrected_urgency,
          c.category as corrected_category, c.at as corrected_at, c.by_staff_id as corrected_by
        from assessments a
        cross join lateral (
          select
            (array_agg(k.sentiment order by k.seq desc) filter (where k.sentiment is not null))[1] as sentiment,
            (array_agg(k.intent order by k.seq desc) filter (where k.intent is not null))[1] as intent,
            (array_agg(k.urgency order by k.seq desc) filter (where k.urgency is not null))[1] as urgency,
            (array_agg(k.category order by k.seq desc) filter (where k.category is not null))[1] as category,
            (array_agg(k.derived order by k.seq desc) filter (where k.derived is not null))[1] as derived,
            (array_agg(k.at order by k.seq desc))[1] as at,
            (array_agg(k.by_staff_id order by k.seq desc))[1] as by_staff_id
          from corrections k
          where k.workspace_id = a.workspace_id and k.mention_id = a.mention_id and k.revision = a.revision
        ) c;
      grant select on standing_assessments to heard_service;`);
    await runner.query(protect('corrections', 'select, insert'));
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
