import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLiveState } from '../api/live.js';
import { alertsQuery, itemsOf } from '../api/queries.js';
import { Icon, type IconName } from '../icons.js';
import { useMay, useSession } from '../session/session.js';
import style from './layout.module.css';

interface Way {
  readonly to: '/' | '/alerts' | '/sources' | '/duty' | '/users' | '/letters' | '/settings';
  readonly icon: IconName;
  readonly text: string;
  readonly count?: number;
  /** There are more than `count`. */
  readonly more?: boolean;
}

function WayLink({ to, icon, text, count, more }: Way) {
  const { t } = useTranslation();
  return (
    <Link to={to} className={style.way} activeOptions={{ exact: to === '/', includeSearch: false }}>
      <Icon name={icon} />
      <span>{text}</span>
      {count ? (
        <span className={style.count} title={t('app.firing', { count })}>
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
  const mayReadLetters = useMay('manager');
  const firing = useInfiniteQuery(alertsQuery('firing'));
  const count = itemsOf(firing.data).length;
  return (
    <>
      <div className={style.ways}>
        <WayLink to="/" icon="cases" text={t('app.cases')} />
        <WayLink to="/alerts" icon="alert" text={t('app.alerts')} count={count} more={firing.hasNextPage} />
        <WayLink to="/sources" icon="source" text={t('app.sources')} />
        <WayLink to="/duty" icon="duty" text={t('app.duty')} />
        <WayLink to="/users" icon="users" text={t('app.users')} />
        {demo && mayReadLetters && <WayLink to="/letters" icon="letter" text={t('app.letters')} />}
        <WayLink to="/settings" icon="settings" text={t('app.settings')} />
      </div>
      <div className={style.foot}>
        <LiveMark />
        <p>{t('app.timeZone', { zone: workspace.timeZone })}</p>
      </div>
    </>
  );
}
