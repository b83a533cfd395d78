import { useTranslation } from 'react-i18next';
import type { MoneyPolicy } from '@heard/core';
import { useMay } from '../session/session.js';
import type { Editing } from './editing.js';
import { MoneyField, ShareField } from './fields.js';
import { urgencies } from './LimitSections.js';
import { Facts, Section } from './Section.js';
import style from './policy.module.css';

function Editor({ money, onChange }: { money: MoneyPolicy; onChange: (next: MoneyPolicy) => void }) {
  const { t } = useTranslation();
  const { currency, chanceOfLeaving } = money;
  return (
    <div className={style.fields}>
      <MoneyField
        label={t('policy.field.valueFromMinor')}
        value={money.valueFromMinor}
        currency={currency}
        onChange={(minor = NaN) => onChange({ ...money, valueFromMinor: minor })}
      />
      <MoneyField
        label={t('policy.field.valueToMinor')}
        value={money.valueToMinor}
        currency={currency}
        onChange={(minor = NaN) => onChange({ ...money, valueToMinor: minor })}
      />
      {urgencies.map((urgency) => (
        <ShareField
          key={urgency}
          label={t('policy.chanceOf', { urgency: t(`urgency.${urgency}`) })}
          value={chanceOfLeaving[urgency]}
          onChange={(share) =>
            onChange({ ...money, chanceOfLeaving: { ...chanceOfLeaving, [urgency]: share } })
          }
        />
      ))}
      <ShareField
        label={t('policy.field.chanceWhenThreatened')}
        value={money.chanceWhenThreatened}
        onChange={(share) => onChange({ ...money, chanceWhenThreatened: share })}
      />
    </div>
  );
}

/** What a lost customer costs: for a director to set. */
export function MoneySection({ policy, words, mayEdit, changed, change }: Editing) {
  const { t } = useTranslation();
  const isDirector = useMay('director');
  const { money } = policy;
  return (
    <Section
      id="money"
      title={t('policy.section.money')}
      lead={t(mayEdit && !isDirector ? 'policy.moneyNotYours' : 'policy.moneyLead')}
      changed={changed.includes('money')}
      mayEdit={mayEdit && isDirector}
      editor={<Editor money={money} onChange={(next) => change({ money: next })} />}
    >
      <Facts
        facts={[
          [
            t('policy.value'),
            t('policy.fromTo', {
              from: words.amount(money.valueFromMinor),
              to: words.amount(money.valueToMinor),
            }),
          ],
          ...urgencies.map(
            (urgency) =>
              [
                t('policy.chanceOf', { urgency: t(`urgency.${urgency}`) }),
                words.share(money.chanceOfLeaving[urgency]),
              ] as const,
          ),
          [t('policy.field.chanceWhenThreatened'), words.share(money.chanceWhenThreatened)],
        ]}
      />
    </Section>
  );
}
