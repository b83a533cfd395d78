import { useTranslation } from 'react-i18next';
import type { InThreeLanguages } from '@heard/core';
import { interfaceLanguages, languageNames } from '../i18n/index.js';
import type { Editing } from './editing.js';
import { NumberField, ShareField, ThreeTexts } from './fields.js';
import { Facts, Section } from './Section.js';
import style from './policy.module.css';

/** A text for customers in each language, as it stands. */
function Quotes({ texts }: { texts: InThreeLanguages }) {
  return (
    <dl className={style.quotes}>
      {interfaceLanguages.map((language) => (
        <div key={language}>
          <dt>{languageNames[language]}</dt>
          <dd lang={language}>{texts[language]}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What happens before a promise breaks. */
export function PromiseSection({ policy, words, mayEdit, changed, change }: Editing) {
  const { t } = useTranslation();
  const { promises } = policy;
  return (
    <Section
      id="promises"
      title={t('policy.section.promises')}
      lead={t('policy.promisesLead')}
      changed={changed.includes('promises')}
      mayEdit={mayEdit}
      editor={
        <>
          <ShareField
            label={t('policy.field.warnAtShare')}
            hint={t('policy.hint.warnAtShare')}
            value={promises.warnAtShare}
            onChange={(warnAtShare) => change({ promises: { ...promises, warnAtShare } })}
          />
          <ThreeTexts
            long
            label={t('policy.field.lateDraft')}
            hint={t('policy.hint.lateDraft')}
            value={promises.lateDraft}
            onChange={(lateDraft) => change({ promises: { ...promises, lateDraft } })}
          />
        </>
      }
    >
      <Facts facts={[[t('policy.field.warnAtShare'), words.share(promises.warnAtShare)]]} />
      <h3 className={style.sub}>{t('policy.field.lateDraft')}</h3>
      <Quotes texts={promises.lateDraft} />
    </Section>
  );
}

/** The one question afterwards. */
export function OutcomeSection({ policy, mayEdit, changed, change }: Editing) {
  const { t } = useTranslation();
  const { outcome } = policy;
  return (
    <Section
      id="outcome"
      title={t('policy.section.outcome')}
      lead={t('policy.outcomeLead')}
      changed={changed.includes('outcome')}
      mayEdit={mayEdit}
      editor={
        <>
          <div className={style.fields}>
            <NumberField
              label={t('policy.field.askAfterHours')}
              hint={t('policy.hint.askAfterHours')}
              value={outcome.askAfterHours}
              onChange={(askAfterHours) => change({ outcome: { ...outcome, askAfterHours } })}
            />
            <NumberField
              label={t('policy.field.linkDays')}
              hint={t('policy.hint.linkDays')}
              value={outcome.linkDays}
              onChange={(linkDays) => change({ outcome: { ...outcome, linkDays } })}
            />
          </div>
          <ThreeTexts
            long
            label={t('policy.field.question')}
            hint={t('policy.hint.question')}
            value={outcome.question}
            onChange={(question) => change({ outcome: { ...outcome, question } })}
          />
        </>
      }
    >
      <Facts
        facts={[
          [t('policy.field.askAfterHours'), outcome.askAfterHours],
          [t('policy.field.linkDays'), outcome.linkDays],
        ]}
      />
      <h3 className={style.sub}>{t('policy.field.question')}</h3>
      <Quotes texts={outcome.question} />
    </Section>
  );
}
