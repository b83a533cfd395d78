import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Verdicts } from '@heard/core';
import type { AssessmentView } from '@heard/insight';
import { useFormat } from '../../words/use-format.js';
import { givenOf } from './lit.js';
import type { Said } from './use-correct.js';
import style from './verdicts.module.css';

/** Who said what of a text, since when, and what Heard had understood; whoever may can take it back. */
export function Corrections({
  assessment,
  onSay,
}: {
  assessment: AssessmentView;
  onSay?: ((said: Said) => void) | undefined;
}) {
  const { t } = useTranslation();
  const { list, moment } = useFormat();
  const given = givenOf(assessment);
  if (given.length === 0) return null;
  const told = (field: keyof Verdicts): string => {
    const was = (assessment.understood ?? assessment)[field];
    const about = { field: t(`verdicts.field.${field}`), was: t(`${field}.${was}`) };
    return was === assessment[field] ? t('verdicts.confirmed', about) : t('verdicts.corrected', about);
  };
  return (
    <ul className={style.given}>
      {given.map(({ correctionId, fields, by, at }) => {
        const said = list(fields.map(told));
        return (
          <li key={correctionId}>
            <span>
              {said} · {by.name}, {moment(at)}
            </span>
            {onSay && (
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={`${t('verdicts.takeBack')}: ${said}`}
                onClick={() => onSay({ takesBack: correctionId })}
              >
                {t('verdicts.takeBack')}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
