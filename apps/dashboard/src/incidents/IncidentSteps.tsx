import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { IncidentStep } from '@heard/insight';
import { Card, Loaded } from '../words/Page.js';
import { Moment } from '../words/Times.js';
import { incidentStepsQuery } from './queries.js';
import style from './incidents.module.css';

/** How it is told; a message that waits to be given by hand has reached nobody yet. */
function codeOf({ type, facts }: IncidentStep): string {
  const code = type.slice('incident.'.length);
  if (code !== 'told') return code;
  const delivery = facts['delivery'];
  const state =
    typeof delivery === 'object' && delivery !== null && 'state' in delivery ? delivery.state : undefined;
  return state === 'by_hand' || state === 'refused' || state === 'given' ? `told_${state}` : 'told';
}

/** More of one kind in a row are told as one line. */
function grouped(steps: readonly IncidentStep[]): { readonly step: IncidentStep; readonly count: number }[] {
  const lines: { step: IncidentStep; count: number }[] = [];
  for (const step of steps) {
    const last = lines.at(-1);
    if (last && codeOf(last.step) === codeOf(step) && last.step.byName === step.byName) last.count += 1;
    else lines.push({ step, count: 1 });
  }
  return lines;
}

/** What happened, newest first. */
export function IncidentSteps({ id }: { id: string }) {
  const { t } = useTranslation();
  const query = useQuery(incidentStepsQuery(id));
  return (
    <Card label={t('incidents.history')}>
      <h2 className={style.heading}>{t('incidents.history')}</h2>
      <Loaded query={query}>
        {({ items }) => (
          <ol className={style.steps}>
            {grouped(items)
              .toReversed()
              .map(({ step, count }) => (
                <li key={step.seq}>
                  <span>
                    {t(`incidents.event.${codeOf(step)}`)}
                    {count > 1 && ` × ${count}`}
                  </span>
                  <span className={style.dim}>
                    {step.byName ?? t('incidents.byHeard')} · <Moment at={step.at} />
                  </span>
                </li>
              ))}
          </ol>
        )}
      </Loaded>
    </Card>
  );
}
