import { SegmentedControl } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentListItem } from '@heard/insight';
import { itemsOf } from '../api/queries.js';
import { More } from '../words/More.js';
import { Empty, Loaded, PageHead } from '../words/Page.js';
import { DemoPill } from '../words/Pills.js';
import { Moment, Relative } from '../words/Times.js';
import { useFormat } from '../words/use-format.js';
import { incidentsQuery, type IncidentFilter } from './queries.js';
import { inSentence, StatusPill, useIncidentTitle, useShared } from './Shared.js';
import style from './incidents.module.css';

const filters: readonly IncidentFilter[] = ['open', 'resolved', 'dismissed', 'all'];

function isFilter(value: string): value is IncidentFilter {
  return filters.some((each) => each === value);
}

function IncidentCard({ incident }: { incident: IncidentListItem }) {
  const { t } = useTranslation();
  const { list, percent } = useFormat();
  const title = useIncidentTitle();
  const say = useShared();
  const besides = incident.shares.slice(1).map((shared) => inSentence(say(shared)));
  return (
    <li className={style.card}>
      <p className={style.pills}>
        <StatusPill incident={incident} />
        {incident.demo && <DemoPill />}
      </p>
      <h2 className={style.title}>
        <Link to="/incidents/$id" params={{ id: incident.id }}>
          {title(incident)}
        </Link>
      </h2>
      <p>
        {t('incidents.cases', { count: incident.cases })} ·{' '}
        {t('incidents.people', { count: incident.authors })}
        {incident.status === 'proposed' &&
          ` · ${t('incidents.sure', { share: percent(incident.sure) })}`} · {t('incidents.since')}{' '}
        <Moment at={incident.since} /> (<Relative at={incident.since} />)
      </p>
      {besides.length > 0 && <p className={style.dim}>{t('incidents.besides', { list: list(besides) })}</p>}
      <p className={style.excerpt}>
        <bdi>{incident.excerpt}</bdi>
      </p>
    </li>
  );
}

/** Cases with one common cause: proposed by what they share, confirmed by a lead, answered once. */
export function IncidentsPage() {
  const { t } = useTranslation();
  const [status, setStatus] = useState<IncidentFilter>('open');
  const query = useInfiniteQuery(incidentsQuery(status));
  const items = itemsOf(query.data);
  return (
    <>
      <PageHead title={t('incidents.title')} lead={t('incidents.lead')} />
      <SegmentedControl
        className={style.filter}
        aria-label={t('incidents.show')}
        value={status}
        onChange={(value) => isFilter(value) && setStatus(value)}
        data={filters.map((value) => ({ value, label: t(`incidents.filter.${value}`) }))}
      />
      <Loaded query={query}>
        {() =>
          items.length === 0 ? (
            <Empty icon="calm" title={t('incidents.empty')} hint={t('incidents.emptyHint')} />
          ) : (
            <ul className={style.list}>
              {items.map((incident) => (
                <IncidentCard key={incident.id} incident={incident} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <More query={query} />
    </>
  );
}
