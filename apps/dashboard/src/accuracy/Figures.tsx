import { useTranslation } from 'react-i18next';
import type { AccuracyOfLanguageView, AccuracyView, EstimateView } from '@heard/insight';
import { Part, Table } from '../reports/Table.js';
import { useFormat } from '../words/use-format.js';
import style from './accuracy.module.css';

/** A figure with its bounds and what it rests on; or that too little is known. */
function Estimate({ estimate }: { estimate: EstimateView | undefined }) {
  const { t } = useTranslation();
  const { percent } = useFormat();
  if (!estimate) return <span className={style.dim}>{t('accuracy.unknown')}</span>;
  return (
    <span className={style.estimate}>
      <strong>{percent(estimate.value)}</strong>
      <small>
        {t('accuracy.between', { from: percent(estimate.from), to: percent(estimate.to) })}
        <br />
        {t('accuracy.of', { count: estimate.of })}
      </small>
    </span>
  );
}

/** Where people, coming upon texts, found it wrong. */
function Found({ of }: { of: AccuracyOfLanguageView }) {
  const { t } = useTranslation();
  const { found } = of;
  if (!found) return null;
  const rows = [
    ['negative', found.negativeKept, found.negativeTakenBack, found.negativeOverlooked],
    ['urgent', found.urgentKept, found.urgentTakenBack, found.urgentOverlooked],
  ] as const;
  return (
    <li>
      <strong>{t(`language.${of.language}`)}</strong>
      {rows.map(([what, kept, takenBack, overlooked]) => (
        <span key={what}>{t(`accuracy.found.${what}`, { kept, takenBack, overlooked })}</span>
      ))}
    </li>
  );
}

/** Precision and recall of negative and of urgent, language by language. */
export function Figures({ accuracy }: { accuracy: AccuracyView }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const sampled = accuracy.languages.filter(({ drawn }) => drawn > 0);
  const found = accuracy.languages.filter((each) => each.found);
  return (
    <Part title={t('accuracy.figures')} note={t('accuracy.figuresNote')}>
      {sampled.length === 0 ? (
        <p className={style.dim}>{t('accuracy.nothing')}</p>
      ) : (
        <Table
          label={t('accuracy.figures')}
          columns={[
            t('accuracy.language'),
            t('accuracy.negativePrecision'),
            t('accuracy.negativeRecall'),
            t('accuracy.urgentPrecision'),
            t('accuracy.urgentRecall'),
            t('accuracy.checked'),
          ]}
          rows={sampled.map((each) => ({
            key: each.language,
            head: t(`language.${each.language}`),
            cells: [
              <Estimate key="np" estimate={each.negative.precision} />,
              <Estimate key="nr" estimate={each.negative.recall} />,
              <Estimate key="up" estimate={each.urgent.precision} />,
              <Estimate key="ur" estimate={each.urgent.recall} />,
              t('accuracy.checkedOf', {
                checked: each.checked,
                drawn: each.drawn,
                texts: number(each.texts),
              }),
            ],
          }))}
        />
      )}
      {found.length > 0 && (
        <>
          <h3 className={style.heading}>{t('accuracy.found.title')}</h3>
          <p className={style.dim}>{t('accuracy.found.note')}</p>
          <ul className={style.found}>
            {found.map((each) => (
              <Found key={each.language} of={each} />
            ))}
          </ul>
        </>
      )}
    </Part>
  );
}
