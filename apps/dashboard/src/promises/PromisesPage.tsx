import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { KeptCount, KeptRateView, PromiseDue as Promised } from '@heard/insight';
import { itemsOf } from '../api/queries.js';
import { PromiseDue } from '../cases/PromiseDue.js';
import { useSession } from '../session/session.js';
import { More } from '../words/More.js';
import { Card, Empty, Loaded, PageHead } from '../words/Page.js';
import { DemoPill, Pill } from '../words/Pills.js';
import { Moment } from '../words/Times.js';
import { useFormat } from '../words/use-format.js';
import { keptRateQuery, promisesQuery } from './queries.js';
import style from './promises.module.css';

function Row({ promise }: { promise: Promised }) {
  const { t } = useTranslation();
  const me = useSession().user.id;
  const customer = promise.case.customer ?? t('app.unknownCustomer');
  return (
    <li className={style.row} data-state={promise.state}>
      <div className={style.what}>
        <Link
          to="/cases/$id"
          params={{ id: promise.case.id }}
          className={style.open}
          aria-label={t('promises.open', { what: promise.what, number: promise.case.number })}
        >
          <bdi>{promise.what}</bdi>
        </Link>
        <span className={style.dim}>
          <bdi>{customer}</bdi> · {t('cases.number', { number: promise.case.number })}
          {promise.repeats && ` · ${t('case.repeats')}`}
        </span>
      </div>
      <div className={style.who}>
        {promise.assignee.name}
        {promise.assignee.id === me && ` (${t('cases.you')})`}
      </div>
      <div className={style.due}>
        <Moment at={promise.due} />
        <span className={style.pills}>
          {promise.state === 'open' ? (
            <PromiseDue due={promise.due} />
          ) : (
            <Pill tone={promise.state === 'broken' ? 'critical' : 'good'}>
              {t(`promiseState.${promise.state}`)}
            </Pill>
          )}
          {promise.state === 'open' && promise.warnedAt && <Pill tone="high">{t('promises.warned')}</Pill>}
          {promise.demo && <DemoPill />}
        </span>
      </div>
    </li>
  );
}

function Rate({ count }: { count: KeptCount }) {
  const { t } = useTranslation();
  const { percent } = useFormat();
  const { rate, kept, broken, again } = count;
  return (
    <>
      <strong className={style.rate}>{rate.share === undefined ? '—' : percent(rate.share)}</strong>
      <span className={style.dim}>
        {t('promises.counts', { kept, all: kept + broken })}
        {again > 0 && ` · ${t('promises.again', { count: again })}`}
      </span>
    </>
  );
}

function KeptRate({ rate }: { rate: KeptRateView }) {
  const { t } = useTranslation();
  const { percent } = useFormat();
  return (
    <Card label={t('promises.rate')}>
      <h2 className={style.heading}>
        {t('promises.rate')} <span className={style.dim}>{t('promises.days', { count: rate.days })}</span>
      </h2>
      <p className={style.whole}>
        <Rate count={rate} />
      </p>
      {rate.rate.share !== undefined && (
        <p className={style.dim}>
          {t('promises.between', { from: percent(rate.rate.from), to: percent(rate.rate.to) })}
        </p>
      )}
      {rate.people.length > 0 && (
        <ul className={style.people} aria-label={t('promises.byPerson')}>
          {rate.people.map((each) => (
            <li key={each.person?.id ?? 'programs'}>
              <span>{each.person?.name ?? t('promises.programs')}</span>
              <span className={style.count}>
                <Rate count={each} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Filter({ mine }: { mine: boolean }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const show = (next: boolean) =>
    void navigate({ to: '/promises', search: next ? { mine: true } : {}, replace: true });
  return (
    <div className={style.filter} role="group" aria-label={t('cases.filters')}>
      <button type="button" className={style.toggle} aria-pressed={!mine} onClick={() => show(false)}>
        {t('promises.all')}
      </button>
      <button type="button" className={style.toggle} aria-pressed={mine} onClick={() => show(true)}>
        {t('promises.mine')}
      </button>
    </div>
  );
}

/** What was promised and is due next, what broke this week, and who keeps their word. */
export function PromisesPage() {
  const { t } = useTranslation();
  const { mine = false } = useSearch({ from: '/signed-in/promises' });
  const query = useInfiniteQuery(promisesQuery(mine));
  const rate = useQuery(keptRateQuery);
  const items = itemsOf(query.data);
  return (
    <>
      <PageHead title={t('promises.title')} lead={t('promises.lead')} />
      <Filter mine={mine} />
      <div className={style.columns}>
        <div>
          <Loaded query={query}>
            {() =>
              items.length === 0 ? (
                <Empty icon="calm" title={t('promises.empty')} hint={t('promises.emptyHint')} />
              ) : (
                <ul className={style.rows} aria-label={t('promises.title')}>
                  {items.map((promise) => (
                    <Row key={promise.id} promise={promise} />
                  ))}
                </ul>
              )
            }
          </Loaded>
          <More query={query} />
        </div>
        <Loaded query={rate}>{(data) => <KeptRate rate={data} />}</Loaded>
      </div>
    </>
  );
}
