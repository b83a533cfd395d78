import { NativeSelect } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CauseItem } from '@heard/insight';
import { itemsOf } from '../api/queries.js';
import { ActDialog } from '../case/act/ActDialog.js';
import { useMay } from '../session/session.js';
import { More } from '../words/More.js';
import { Empty, Loaded, PageHead } from '../words/Page.js';
import { Moment } from '../words/Times.js';
import { useFormat } from '../words/use-format.js';
import style from '../registers/registers.module.css';
import { CausePills } from './CausePills.js';
import { NameCauseForm } from './NameCauseForm.js';
import { type CauseFilter, causesQuery } from './queries.js';

const states: readonly CauseFilter[] = ['all', 'open', 'fixing', 'fixed', 'recurred'];

function Row({ item }: { item: CauseItem }) {
  const { t } = useTranslation();
  const { list } = useFormat();
  const { linked } = item;
  return (
    <li className={style.row} data-alarm={item.state === 'recurred'}>
      <div className={style.main}>
        <Link to="/causes/$id" params={{ id: item.id }} className={style.open}>
          <bdi>{item.title}</bdi>
        </Link>
        <span className={style.dim}>
          {list(item.failures.map((kind) => t(`failure.${kind}`)))}
          {item.brand && ` · ${item.brand.name}`}
          {item.location && ` · ${item.location.name}`}
        </span>
        <span className={style.dim}>
          {t('causes.answers', { name: item.answerable.name })} · <Moment at={item.fixedAt ?? item.namedAt} />
        </span>
      </div>
      <div className={style.side}>
        <strong>{t('causes.cases', { count: item.cases })}</strong>
        {linked && (
          <span className={style.dim} style={{ display: 'block' }}>
            {t('causes.beforeAfter', { before: linked.before, after: linked.after })}
          </span>
        )}
      </div>
      <CausePills item={item} />
    </li>
  );
}

/** Why customers keep failing at the same place: who answers for it, and whether the fix held. */
export function CausesPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { state = 'all' } = useSearch({ from: '/signed-in/causes' });
  const query = useInfiniteQuery(causesQuery(state));
  const items = itemsOf(query.data);
  const mayName = useMay('manager');
  return (
    <>
      <PageHead title={t('causes.title')} lead={t('causes.lead')}>
        {mayName && (
          <ActDialog label={t('causes.name')}>
            {(close) => (
              <NameCauseForm
                onDone={({ id }) => {
                  close();
                  void navigate({ to: '/causes/$id', params: { id } });
                }}
              />
            )}
          </ActDialog>
        )}
      </PageHead>
      <div className={style.filter}>
        <NativeSelect
          aria-label={t('causes.state')}
          value={state}
          data={states.map((value) => ({
            value,
            label: value === 'all' ? t('causes.all') : t(`causes.is.${value}`),
          }))}
          onChange={(event) => {
            const next = states.find((each) => each === event.currentTarget.value) ?? 'all';
            void navigate({ to: '/causes', search: next === 'all' ? {} : { state: next }, replace: true });
          }}
        />
      </div>
      <Loaded query={query}>
        {() =>
          items.length === 0 ? (
            <Empty icon="calm" title={t('causes.empty')} hint={t('causes.emptyHint')} />
          ) : (
            <ul className={style.rows} aria-label={t('causes.title')}>
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
