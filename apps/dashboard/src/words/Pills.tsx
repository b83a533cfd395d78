import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Urgency } from '@heard/core';
import style from './words.module.css';

export type Tone = Urgency | 'good' | 'demo';

/** A short word with a tone; the word alone carries the meaning. */
export function Pill({
  tone,
  children,
  dot,
  title,
}: {
  tone: Tone;
  children: ReactNode;
  dot?: 'still' | 'pulse';
  title?: string;
}) {
  return (
    <span className={`${style.pill} ${style[tone] ?? ''}`} title={title}>
      {dot && <span className={`${style.dot} ${dot === 'pulse' ? style.pulse : ''}`} aria-hidden="true" />}
      {children}
    </span>
  );
}

export function UrgencyPill({ urgency }: { urgency: Urgency }) {
  const { t } = useTranslation();
  return (
    <Pill tone={urgency} dot="still">
      {t(`urgency.${urgency}`)}
    </Pill>
  );
}

export function DemoPill() {
  const { t } = useTranslation();
  return (
    <Pill tone="demo" title={t('app.demoHint')}>
      {t('app.demo')}
    </Pill>
  );
}
