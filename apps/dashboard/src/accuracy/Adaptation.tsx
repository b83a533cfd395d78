import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AdaptationView, GainView, HeldBackView } from '@heard/insight';
import { Pill } from '../words/Pills.js';
import { Moment } from '../words/Times.js';
import { useFormat } from '../words/use-format.js';
import style from './accuracy.module.css';

/** A gain in points of a hundred, with its sign. */
function usePoints(): (gain: number) => string {
  const { language } = useFormat();
  return (gain) =>
    new Intl.NumberFormat(language, { maximumFractionDigits: 1, signDisplay: 'exceptZero' }).format(
      100 * gain,
    );
}

function Gain({ name, gain }: { name: string; gain: GainView }) {
  const { t } = useTranslation();
  const { share } = useFormat();
  const points = usePoints();
  return (
    <p className={style.gain}>
      {name}: <strong>{share(gain.before)}</strong> → <strong>{share(gain.after)}</strong>{' '}
      <span className={style.dim}>
        {t('accuracy.learning.gain', {
          points: points(gain.gain.value),
          from: points(gain.gain.from),
          to: points(gain.gain.to),
        })}
      </span>
    </p>
  );
}

function HeldBack({ heldBack }: { heldBack: HeldBackView }) {
  const { t } = useTranslation();
  const { percent } = useFormat();
  return (
    <>
      <Gain name={t('accuracy.learning.f1')} gain={heldBack.negativeF1} />
      <Gain name={t('accuracy.learning.right')} gain={heldBack.right} />
      <p className={style.dim}>
        {t('accuracy.learning.heldBack', {
          count: heldBack.drawn,
          certainty: percent(heldBack.certainty),
        })}
      </p>
    </>
  );
}

function Priors({ adaptation }: { adaptation: AdaptationView }) {
  const { t } = useTranslation();
  const { percent, number } = useFormat();
  if (adaptation.priors.length === 0) return null;
  return (
    <>
      {adaptation.priors.map(({ language, texts, usual, here }) => (
        <p key={language} className={style.dim}>
          {t('accuracy.learning.prior', {
            language: t(`language.${language}`),
            usual: percent(usual),
            here: percent(here),
            texts: number(texts),
          })}
        </p>
      ))}
      {adaptation.sources > 0 && (
        <p className={style.dim}>{t('accuracy.learning.sources', { count: adaptation.sources })}</p>
      )}
    </>
  );
}

/** Something that the model learned, with its figures, and the switch. */
export function Adaptation({
  adaptation,
  isInForce,
  isOutdated,
  onSwitch,
}: {
  adaptation: AdaptationView;
  isInForce: boolean;
  isOutdated: boolean;
  onSwitch: ((path: string) => void) | undefined;
}) {
  const { t } = useTranslation();
  const { version, kind, heldBack, refused } = adaptation;
  return (
    <li className={style.adaptation} data-on={isInForce}>
      <h3 className={style.heading}>
        {t(`accuracy.learning.kind.${kind}`)}{' '}
        {isInForce && !isOutdated && <Pill tone="good">{t('accuracy.learning.on')}</Pill>}
      </h3>
      <p className={style.dim}>
        {t(`accuracy.learning.means.${kind}`)}{' '}
        {t('accuracy.learning.version', {
          version,
          drawn: adaptation.labels.drawn,
          found: adaptation.labels.found,
        })}{' '}
        <Moment at={adaptation.proposedAt} />
      </p>
      {heldBack && <HeldBack heldBack={heldBack} />}
      {!heldBack && kind === 'prior' && <p className={style.dim}>{t('accuracy.learning.unmeasured')}</p>}
      <Priors adaptation={adaptation} />
      {refused && <p>{t(`problem.${refused}`)}</p>}
      {onSwitch && isInForce && (
        <Button variant="default" size="sm" onClick={() => onSwitch('switch-off')}>
          {t('accuracy.learning.switchOff')}
        </Button>
      )}
      {onSwitch && !isInForce && !refused && (
        <Button size="sm" onClick={() => onSwitch(`${version}/switch-on`)}>
          {t('accuracy.learning.switchOn')}
        </Button>
      )}
    </li>
  );
}
