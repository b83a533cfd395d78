import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLiveState } from '../api/live.js';
import { alertsQuery, itemsOf } from '../api/queries.js';
import { checksQuery, unreadLettersQuery } from '../checks/queries.js';
import { Icon, type IconName } from '../icons.js';
import { useMay, useSession } from '../session/session.js';
import style from './layout.module.css';

interface Way {
  readonly to:
    | '/'
    | '/promises'
    | '/incidents'
    | '/suggestions'
    | '/causes'
    | '/reports'
    | '/checks'
    | '/accuracy'
    | '/alerts'
    | '/sources'
    | '/duty'
    | '/users'
    | '/letters'
    | '/settings';
  readonly icon: IconName;
  readonly text: string;
  readonly count?: number;
  /** What is counted. */
  readonly hint?: string;
  /** There are more than `count`. */
  readonly more?: boolean;
}

function WayLink({ to, icon, text, count, hint, more }: Way) {
  return (
    <Link to={to} className={style.way} activeOptions={{ exact: to === '/', includeSearch: false }}>
      <Icon name={icon} />
      <span>{text}</span>
      {count ? (
        <span className={style.count} title={hint}>
          {count}
          {more && '+'}
        </span>
      ) : null}
    </Link>
  );
}

function LiveMark() {
  const { t } = useTranslation();
  const state = useLiveState();
  return (
    <p className={style.live} data-state={state} role="status">
      <span aria-hidden="true" />
      {t(`app.${state}`)}
    </p>
  );
}

export function Navigation() {
  const { t } = useTranslation();
  const { demo, workspace } = useSession();
  const isManager = useMay('manager');
  const firing = useInfiniteQuery(alertsQuery('firing'));
  const count = itemsOf(firing.data).length;
  const letters = itemsOf(useInfiniteQuery(unreadLettersQuery).data).length;
  const waiting = (useInfiniteQuery(checksQuery).data?.pages[0]?.waiting ?? 0) + letters;
  return (
    <>
      <div className={style.ways}>
        <WayLink to="/" icon="cases" text={t('app.cases')} />
        <WayLink to="/promises" icon="clock" text={t('promises.title')} />
        <WayLink to="/incidents" icon="incident" text={t('incidents.title')} />
        <WayLink to="/suggestions" icon="suggestion" text={t('suggestions.title')} />
        {isManager && <WayLink to="/reports" icon="report" text={t('reports.title')} />}
        <WayLink to="/causes" icon="cause" text={t('causes.title')} />
        <WayLink
          to="/alerts"
          icon="alert"
          text={t('app.alerts')}
          count={count}
          hint={t('app.firing', { count })}
          more={firing.hasNextPage}
        />
        <WayLink
          to="/checks"
          icon="check"
          text={t('checks.title')}
          count={waiting}
          hint={t('checks.waiting', { count: waiting })}
        />
        <WayLink to="/accuracy" icon="aim" text={t('accuracy.title')} />
        <WayLink to="/sources" icon="source" text={t('app.sources')} />
        <WayLink to="/duty" icon="duty" text={t('app.duty')} />
        <WayLink to="/users" icon="users" text={t('app.users')} />
        {demo && isManager && <WayLink to="/letters" icon="letter" text={t('app.letters')} />}
        <WayLink to="/settings" icon="settings" text={t('app.settings')} />
      </div>
      <div className={style.foot}>
        <LiveMark />
        <p>{t('app.timeZone', { zone: workspace.timeZone })}</p>
      </div>
    </>
  );
}
