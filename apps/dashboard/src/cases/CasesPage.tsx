import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Urgency } from '@heard/core';
import type { CaseListItem } from '@heard/insight';
import { casesQuery, type CaseFilter, itemsOf } from '../api/queries.js';
import { ActDialog } from '../case/act/ActDialog.js';
import { PasteForm } from '../pasted/PasteForm.js';
import { useMay } from '../session/session.js';
import { DemoHint } from './DemoHint.js';
import { More } from '../words/More.js';
import { Empty, Loaded, PageHead } from '../words/Page.js';
import { CaseRow } from './CaseRow.js';
import { Filters } from './Filters.js';
import style from './cases.module.css';

function isUrgency(value: string): value is Urgency {
  return ['critical', 'high', 'normal', 'low', 'none'].includes(value);
}

function CaseList({ items, filtered }: { items: readonly CaseListItem[]; filtered: boolean }) {
  const { t } = useTranslation();
  if (items.length === 0 && filtered) {
    return (
      <Empty icon="cases" title={t('cases.emptyFiltered')}>
        <Button component={Link} to="/" variant="default" mt="sm">
          {t('cases.clear')}
        </Button>
      </Empty>
    );
  }
  if (items.length === 0) return <Empty icon="calm" title={t('cases.empty')} hint={t('cases.emptyHint')} />;
  return (
    <div className={style.table}>
      <div className={style.columns} aria-hidden="true">
        <span>{t('cases.colWhat')}</span>
        <span>{t('cases.colWhy')}</span>
        <span>{t('cases.colWho')}</span>
        <span>{t('cases.colClock')}</span>
        <span>{t('cases.colPromise')}</span>
      </div>
      <ul className={style.rows} aria-label={t('cases.list')}>
        {items.map((item) => (
          <CaseRow key={item.id} item={item} />
        ))}
      </ul>
    </div>
  );
}

/** The live list: the most urgent first, and of these the one who has waited longest. */
export function CasesPage() {
  const { t } = useTranslation();
  const mayPaste = useMay('manager');
  const search = useSearch({ from: '/signed-in/' });
  const filter: CaseFilter = {
    status: search.status ?? 'open',
    mine: search.mine ?? false,
    urgency: (search.urgency ?? '').split(',').filter(isUrgency),
    brand: search.brand,
    location: search.location,
  };
  const query = useInfiniteQuery(casesQuery(filter));
  const items = itemsOf(query.data);
  const burning = items.filter((item) => item.alertFiring).length;
  const counted = `${t('cases.open', { count: items.length })}${query.hasNextPage ? '+' : ''}`;
  const lead = burning > 0 ? `${counted} · ${t('cases.burning', { count: burning })}` : counted;
  return (
    <>
      <PageHead title={t('cases.title')} lead={query.data ? lead : undefined}>
        {mayPaste && (
          <ActDialog label={t('pasted.open')} title={t('pasted.title')}>
            {(close) => <PasteForm onDone={close} />}
          </ActDialog>
        )}
      </PageHead>
      <DemoHint />
      <Filters filter={filter} />
      <Loaded query={query}>
        {() => <CaseList items={items} filtered={Object.keys(search).length > 0} />}
      </Loaded>
      <More query={query} />
    </>
  );
}
