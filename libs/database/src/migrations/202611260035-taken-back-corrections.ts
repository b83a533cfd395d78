import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A correction can be taken back: by a further row that names it, for nothing of them is ever edited. What was said
 * before it stands again, or what was assessed.
 */
export class TakenBackCorrections1795653300000 implements MigrationInterface {
  readonly name = 'TakenBackCorrections1795653300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table corrections
        add column takes_back uuid,
        add foreign key (workspace_id, takes_back) references corrections on delete cascade,
        drop constraint corrections_check,
        add check ((coalesce(sentiment, intent, urgency, category) is null) = (takes_back is not null));
      comment on column corrections.takes_back is 'the correction that this row takes back; it gives no verdict itself';
      create unique index corrections_taken_back on corrections (workspace_id, takes_back)
        where takes_back is not null;
      create or replace view standing_assessments with (security_invoker = true) as
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
          select f.sentiment, f.intent, f.urgency, f.category, f.at, f.by_staff_id,
            -- What follows from a person's word does so only while that word stands.
            case when coalesce(f.sentiment, f.intent) is not null then f.derived end as derived
          from (
            select
              (array_agg(k.sentiment order by k.seq desc) filter (where k.sentiment is not null and k.stands))[1]
                as sentiment,
              (array_agg(k.intent order by k.seq desc) filter (where k.intent is not null and k.stands))[1] as intent,
              (array_agg(k.urgency order by k.seq desc) filter (where k.urgency is not null and k.stands))[1]
                as urgency,
              (array_agg(k.category order by k.seq desc) filter (where k.category is not null and k.stands))[1]
                as category,
              (array_agg(k.derived order by k.seq desc) filter (where k.derived is not null and k.stands))[1]
                as derived,
              (array_agg(k.at order by k.seq desc) filter (where k.stands and k.takes_back is null))[1] as at,
              (array_agg(k.by_staff_id order by k.seq desc) filter (where k.stands and k.takes_back is null))[1]
                as by_staff_id
            from (
              select x.*, not exists (
                select from corrections t where t.workspace_id = x.workspace_id and t.takes_back = x.id) as stands
              from corrections x
              where x.workspace_id = a.workspace_id and x.mention_id = a.mention_id and x.revision = a.revision
            ) k
          ) f
        ) c;`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
