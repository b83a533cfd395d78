import { SegmentedControl } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { alertsQuery, type AlertFilter, itemsOf } from '../api/queries.js';
import { More } from '../words/More.js';
import { Empty, Loaded, PageHead } from '../words/Page.js';
import { AlertCard } from './AlertCard.js';
import style from './alerts.module.css';

const filters: readonly AlertFilter[] = ['all', 'firing', 'taken', 'resolved'];

function isFilter(value: string): value is AlertFilter {
  return filters.some((each) => each === value);
}

/** Who is being woken for what, and who was told. */
export function AlertsPage() {
  const { t } = useTranslation();
  const [state, setState] = useState<AlertFilter>('all');
  const query = useInfiniteQuery(alertsQuery(state));
  const items = itemsOf(query.data);
  const firingFirst = items.toSorted((a, b) => Number(b.state === 'firing') - Number(a.state === 'firing'));
  return (
    <>
      <PageHead title={t('app.alerts')} lead={t('alerts.lead')} />
      <SegmentedControl
        className={style.filter}
        aria-label={t('alerts.state')}
        value={state}
        onChange={(value) => isFilter(value) && setState(value)}
        data={filters.map((value) => ({
          value,
          label: value === 'all' ? t('alerts.all') : t(`alertState.${value}`),
        }))}
      />
      <Loaded query={query}>
        {() =>
          items.length === 0 ? (
            <Empty icon="calm" title={t('alerts.empty')} hint={t('alerts.emptyHint')} />
          ) : (
            <ul className={style.list}>
              {firingFirst.map((alert) => (
                <AlertCard key={alert.id} alert={alert} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <More query={query} />
    </>
  );
}
