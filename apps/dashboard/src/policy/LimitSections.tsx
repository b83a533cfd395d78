import { useTranslation } from 'react-i18next';
import type { Urgency } from '@heard/core';
import type { Editing } from './editing.js';
import { NumberField, ShareField, SpanField } from './fields.js';
import { Facts, Section } from './Section.js';
import style from './policy.module.css';

export const urgencies: readonly Urgency[] = ['critical', 'high', 'normal', 'low', 'none'];

/** Of the most urgent the patience runs day and night. */
const clockOf = (urgency: Urgency): 'customer' | 'working' =>
  urgency === 'critical' || urgency === 'high' ? 'customer' : 'working';

/** How long an assignee may be silent before the case goes to a lead. */
export function LeaseSection({ policy, words, mayEdit, changed, change }: Editing) {
  const { t } = useTranslation();
  const { leaseMinutes } = policy;
  return (
    <Section
      id="leaseMinutes"
      title={t('policy.section.leaseMinutes')}
      lead={t('policy.leaseLead')}
      changed={changed.includes('leaseMinutes')}
      mayEdit={mayEdit}
      editor={
        <div className={style.fields}>
          {urgencies.map((urgency) => (
            <SpanField
              key={urgency}
              label={t(`urgency.${urgency}`)}
              hint={t(`policy.clockHint.${clockOf(urgency)}`)}
              minutes={leaseMinutes[urgency]}
              dayMinutes={clockOf(urgency) === 'working' ? words.workingDay : undefined}
              onChange={(minutes) => change({ leaseMinutes: { ...leaseMinutes, [urgency]: minutes } })}
            />
          ))}
        </div>
      }
    >
      <Facts
        facts={urgencies.map((urgency) => [
          t(`urgency.${urgency}`),
          words.span(leaseMinutes[urgency], clockOf(urgency)),
        ])}
      />
    </Section>
  );
}

const limits = ['handOffs', 'rounds', 'substance', 'incidents', 'suggestFrom', 'report'] as const;

function LimitFields({ policy, change }: Editing) {
  const { t } = useTranslation();
  const { handOffs, rounds, substance, incidents, suggestFrom, report } = policy;
  return (
    <div className={style.fields}>
      <NumberField
        label={t('policy.field.budget')}
        hint={t('policy.hint.budget')}
        value={handOffs.budget}
        onChange={(budget) => change({ handOffs: { ...handOffs, budget } })}
      />
      <NumberField
        label={t('policy.field.limit')}
        hint={t('policy.hint.limit')}
        value={rounds.limit}
        onChange={(limit) => change({ rounds: { ...rounds, limit } })}
      />
      <ShareField
        label={t('policy.field.sameAsOthers')}
        hint={t('policy.hint.sameAsOthers')}
        value={substance.sameAsOthers}
        onChange={(sameAsOthers) => change({ substance: { ...substance, sameAsOthers } })}
      />
      <NumberField
        label={t('policy.field.recentDays')}
        hint={t('policy.hint.recentDays')}
        value={substance.recentDays}
        onChange={(recentDays) => change({ substance: { ...substance, recentDays } })}
      />
      <NumberField
        label={t('policy.field.cases')}
        hint={t('policy.hint.cases')}
        value={incidents.cases}
        onChange={(cases) => change({ incidents: { ...incidents, cases } })}
      />
      <NumberField
        label={t('policy.field.withinHours')}
        hint={t('policy.hint.withinHours')}
        value={incidents.withinHours}
        onChange={(withinHours) => change({ incidents: { ...incidents, withinHours } })}
      />
      <NumberField
        label={t('policy.field.suggestFrom')}
        hint={t('policy.hint.suggestFrom')}
        value={suggestFrom}
        onChange={(next) => change({ suggestFrom: next })}
      />
      <NumberField
        label={t('policy.field.reportLinkDays')}
        hint={t('policy.hint.reportLinkDays')}
        value={report.linkDays}
        onChange={(linkDays) => change({ report: { ...report, linkDays } })}
      />
    </div>
  );
}

/** The numbers at which something happens. */
export function LimitSection(editing: Editing) {
  const { t } = useTranslation();
  const { policy, words, mayEdit, changed } = editing;
  const { handOffs, rounds, substance, incidents, suggestFrom, report } = policy;
  return (
    <Section
      id="limits"
      title={t('policy.limits')}
      changed={limits.some((each) => changed.includes(each))}
      mayEdit={mayEdit}
      editor={<LimitFields {...editing} />}
    >
      <Facts
        facts={[
          [t('policy.field.budget'), handOffs.budget],
          [t('policy.field.limit'), rounds.limit],
          [t('policy.field.sameAsOthers'), words.share(substance.sameAsOthers)],
          [t('policy.field.recentDays'), substance.recentDays],
          [t('policy.field.cases'), incidents.cases],
          [t('policy.field.withinHours'), incidents.withinHours],
          [t('policy.field.suggestFrom'), suggestFrom],
          [t('policy.field.reportLinkDays'), report.linkDays],
        ]}
      />
    </Section>
  );
}
