import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AdaptationsView, AdaptationView } from '@heard/insight';
import { api } from '../api/client.js';
import { Part } from '../reports/Table.js';
import { useMay } from '../session/session.js';
import { Loaded } from '../words/Page.js';
import { Problem } from '../words/Problem.js';
import { Moment } from '../words/Times.js';
import { useFormat } from '../words/use-format.js';
import { Adaptation } from './Adaptation.js';
import { adaptationsQuery } from './queries.js';
import style from './accuracy.module.css';

function useSwitch() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (path: string) => api.post<AdaptationsView>(`/adaptations/${path}`),
    onSuccess: (after) => client.setQueryData(adaptationsQuery.queryKey, after),
  });
}

function Switches({ view }: { view: AdaptationsView }) {
  const { t } = useTranslation();
  if (view.switches.length === 0) return null;
  return (
    <details className={style.switches}>
      <summary>{t('accuracy.learning.history')}</summary>
      <ul>
        {view.switches.map(({ version, at, by = 'Heard' }) => (
          <li key={at}>
            <Moment at={at} />{' '}
            {version === undefined
              ? t('accuracy.learning.wasSwitchedOff', { name: by })
              : t('accuracy.learning.wasSwitchedOn', { name: by, version })}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What is in force first; of the proposals those that are not. */
function ordered({ inForce, proposals }: AdaptationsView): readonly AdaptationView[] {
  const others = proposals.filter(({ version }) => version !== inForce?.version);
  return inForce ? [inForce, ...others.toReversed()] : others.toReversed();
}

function Learned({ view }: { view: AdaptationsView }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const mayChoose = useMay('administrator');
  const act = useSwitch();
  const { labels, needed, inForce } = view;
  const missing = Math.max(needed.recalibration - labels.drawn, 0);
  return (
    <>
      <p className={style.dim}>
        {t('accuracy.learning.labels', { drawn: number(labels.drawn), found: number(labels.found) })}{' '}
        {missing > 0 && t('accuracy.learning.missing', { count: missing })}
      </p>
      <ul className={style.adaptations}>
        {ordered(view).map((adaptation) => (
          <Adaptation
            key={adaptation.version}
            adaptation={adaptation}
            isInForce={adaptation.version === inForce?.version}
            isOutdated={adaptation.model !== view.model}
            onSwitch={mayChoose && !act.isPending ? act.mutate : undefined}
          />
        ))}
      </ul>
      {inForce === undefined && view.proposals.length === 0 && (
        <p className={style.dim}>{t('accuracy.learning.nothing')}</p>
      )}
      <Problem error={act.error} acting />
      {mayChoose && (
        <Button
          variant="default"
          disabled={act.isPending}
          onClick={() =>
            act.mutate('learn', {
              onSuccess: () => notifications.show({ message: t('accuracy.learning.begun'), color: 'pine' }),
            })
          }
        >
          {t('accuracy.learning.learn')}
        </Button>
      )}
      <Switches view={view} />
    </>
  );
}

/** What people taught the model here, what that was measured to do, and what of it is switched on. */
export function Learning() {
  const { t } = useTranslation();
  const query = useQuery(adaptationsQuery);
  return (
    <Part title={t('accuracy.learning.title')} note={t('accuracy.learning.note')}>
      <Loaded query={query}>{(view) => <Learned view={view} />}</Loaded>
    </Part>
  );
}
