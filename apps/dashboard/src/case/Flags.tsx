import { useTranslation } from 'react-i18next';
import type { CaseFlag, NoteCode } from '@heard/core';
import type { CaseView } from '@heard/insight';
import { Icon } from '../icons.js';
import { Card } from '../words/Page.js';
import { useFormat } from '../words/use-format.js';
import style from './case.module.css';

/** The notes whose words explain a flag. */
const notesOf: Partial<Record<CaseFlag, NoteCode>> = {
  interrupted_feedback: 'interrupted_feedback',
  excuse_without_alternative: 'excuse',
  record_contradicted: 'record_contradicted',
  sent_on_by_us: 'redirected',
  robot_only: 'robot_only',
  discipline_is_no_fix: 'discipline_only',
  asked_channel_unanswered: 'channel_asked',
};

/** What the customer wrote that raised the flag, in their own words. */
function Words({ view, flag }: { view: CaseView; flag: CaseFlag }) {
  const words = view.notes.flatMap((note) =>
    note.code === notesOf[flag] && note.words !== undefined ? [note.words] : [],
  );
  return [...new Set(words)].slice(0, 2).map((each) => (
    <q key={each} className={style.words}>
      <bdi>{each}</bdi>
    </q>
  ));
}

function Hint({ view, flag }: { view: CaseView; flag: CaseFlag }) {
  const { t } = useTranslation();
  const { percent, list } = useFormat();
  if (flag === 'risk_of_leaving') {
    const because = view.leaving.because.map((each) => t(`recovery.leaving.${each}`));
    return t('recovery.flagHint.risk_of_leaving', {
      percent: percent(view.leaving.chance),
      because: list(because),
    });
  }
  return t(`recovery.flagHint.${flag}`);
}

/** What somebody has to look at, in words; a flag goes when its cause does. */
export function Flags({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  if (view.flags.length === 0 || view.status === 'closed') return null;
  return (
    <Card label={t('recovery.flags')}>
      <h2 className={style.heading}>{t('recovery.flags')}</h2>
      <ul className={style.checks}>
        {view.flags.map((flag) => (
          <li key={flag}>
            <Icon name="missing" size={18} strokeWidth={2.4} />
            <span>
              <strong>{t(`recovery.flag.${flag}`)}</strong>{' '}
              <span className={style.dim}>
                <Hint view={view} flag={flag} />
              </span>
              <Words view={view} flag={flag} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
