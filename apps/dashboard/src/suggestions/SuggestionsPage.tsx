import { NativeSelect, Switch } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { SuggestionItem } from '@heard/insight';
import { itemsOf } from '../api/queries.js';
import { useMay } from '../session/session.js';
import { More } from '../words/More.js';
import { Empty, Loaded, PageHead } from '../words/Page.js';
import { Moment } from '../words/Times.js';
import style from '../registers/registers.module.css';
import { AddSuggestion } from './AddSuggestion.js';
import { type SuggestionFilter, suggestionsQuery } from './queries.js';
import { SuggestionPills } from './StatePill.js';

const states: readonly SuggestionFilter['state'][] = [
  'open',
  'new',
  'under_review',
  'accepted',
  'done',
  'declined',
  'all',
];

function Row({ item }: { item: SuggestionItem }) {
  const { t } = useTranslation();
  return (
    <li className={style.row} data-alarm={item.flags.length > 0}>
      <div className={style.main}>
        <Link to="/suggestions/$id" params={{ id: item.id }} className={style.open}>
          <bdi>{item.title ?? item.excerpt}</bdi>
        </Link>
        {item.title && item.title !== item.excerpt && (
          <span className={style.dim}>
            <bdi>{item.excerpt}</bdi>
          </span>
        )}
        <span className={style.dim}>
          {t(`category.${item.category}`)}
          {item.brand && ` · ${item.brand.name}`}
          {item.location && ` · ${item.location.name}`} · <Moment at={item.madeAt} />
        </span>
      </div>
      <div className={style.side}>
        <strong>{t('suggestions.people', { count: item.people })}</strong>
        <span className={style.dim} style={{ display: 'block' }}>
          {item.assignee?.name ?? t('suggestions.nobody')}
        </span>
      </div>
      <SuggestionPills item={item} />
    </li>
  );
}

function Filters({ filter }: { filter: SuggestionFilter }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const show = ({ state, mine }: SuggestionFilter): void =>
    void navigate({
      to: '/suggestions',
      search: { ...(state === 'open' ? {} : { state }), ...(mine ? { mine } : {}) },
      replace: true,
    });
  return (
    <div className={style.filter} role="group" aria-label={t('cases.filters')}>
      <NativeSelect
        aria-label={t('suggestions.state')}
        value={filter.state}
        data={states.map((value) => ({
          value,
          label:
            value === 'open' || value === 'all' ? t(`suggestions.${value}`) : t(`suggestions.is.${value}`),
        }))}
        onChange={(event) => {
          const state = states.find((each) => each === event.currentTarget.value);
          if (state) show({ ...filter, state });
        }}
      />
      <Switch
        label={t('suggestions.mine')}
        checked={filter.mine}
        onChange={(event) => show({ ...filter, mine: event.currentTarget.checked })}
      />
    </div>
  );
}

/** What customers suggest: what is to be decided, done, and told to the people who said it. */
export function SuggestionsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { state = 'open', mine = false } = useSearch({ from: '/signed-in/suggestions' });
  const query = useInfiniteQuery(suggestionsQuery({ state, mine }));
  const items = itemsOf(query.data);
  const mayAdd = useMay('manager');
  return (
    <>
      <PageHead title={t('suggestions.title')} lead={t('suggestions.lead')}>
        {mayAdd && (
          <AddSuggestion onAdded={(id) => void navigate({ to: '/suggestions/$id', params: { id } })} />
        )}
      </PageHead>
      <Filters filter={{ state, mine }} />
      <Loaded query={query}>
        {() =>
          items.length === 0 ? (
            <Empty icon="calm" title={t('suggestions.empty')} hint={t('suggestions.emptyHint')} />
          ) : (
            <ul className={style.rows} aria-label={t('suggestions.title')}>
              {items.map((item) => (
                <Row key={item.id} item={item} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <More query={query} />
    </>
  );
}
