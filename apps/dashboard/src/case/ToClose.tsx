import { useTranslation } from 'react-i18next';
import type { CaseView } from '@heard/insight';
import { Icon } from '../icons.js';
import { Card } from '../words/Page.js';
import style from './case.module.css';

/** What the rules will ask for at closing, so that nobody learns it only from a refusal. */
export function ToClose({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const isSettled = (state: string) => state !== 'offered' && state !== 'accepted';
  const wasCharged = view.signals.includes('unauthorized_charge');
  const checks: readonly (readonly [string, boolean])[] = [
    [t('case.checkAnswer'), view.answers.some((answer) => answer.human && answer.visibleAt !== undefined)],
    [t('case.checkFix'), view.fixes.some((fix) => fix.state === 'done') || view.refusal !== undefined],
    [t('case.checkLoose'), view.fixes.every((fix) => isSettled(fix.state))],
    [t('case.checkPromises'), view.promises.every((promise) => promise.state !== 'open')],
    ...(wasCharged
      ? [
          [
            t('case.checkRefund'),
            view.fixes.some((fix) => fix.kind === 'refund' && fix.state === 'done'),
          ] as const,
        ]
      : []),
  ];
  return (
    <Card label={t('case.toClose')}>
      <h2 className={style.heading}>{t('case.toClose')}</h2>
      <ul className={style.checks}>
        {checks.map(([text, isReady]) => (
          <li key={text} data-ready={isReady}>
            <Icon name={isReady ? 'check' : 'missing'} size={18} strokeWidth={2.4} />
            <span>
              {text} <span className={style.dim}>— {t(isReady ? 'case.ready' : 'case.missing')}</span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
