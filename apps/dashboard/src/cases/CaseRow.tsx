import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CaseListItem } from '@heard/insight';
import { useSession } from '../session/session.js';
import { sourceName } from '../words/platforms.js';
import { DemoPill, Pill, UrgencyPill } from '../words/Pills.js';
import { Span } from '../words/Times.js';
import { useFormat } from '../words/use-format.js';
import { PromiseDue } from './PromiseDue.js';
import style from './cases.module.css';

/** The location says more than its brand; a brand alone more than nothing, unless the source is called so. */
function placeOf({ brand, location, source }: CaseListItem): string | undefined {
  return location?.name ?? (brand?.name === source.name ? undefined : brand?.name);
}

function What({ item }: { item: CaseListItem }) {
  const { t } = useTranslation();
  const customer = item.customer ?? t('app.unknownCustomer');
  return (
    <div className={style.what}>
      <div className={style.who}>
        <Link
          to="/cases/$id"
          params={{ id: item.id }}
          className={style.open}
          aria-label={t('cases.openCase', { number: item.number, customer })}
        >
          <bdi>{customer}</bdi>
        </Link>
        <span className={style.dim}>{t('cases.number', { number: item.number })}</span>
        {item.demo && <DemoPill />}
        {item.complaints > 1 && <Pill tone="high">{t('cases.complaints', { count: item.complaints })}</Pill>}
      </div>
      <bdi className={style.excerpt}>{item.excerpt}</bdi>
      <span className={style.dim}>
        <bdi>{sourceName(item.source)}</bdi> · {t(`category.${item.category}`)}
        {placeOf(item) && ` · ${placeOf(item)}`}
      </span>
    </div>
  );
}

function Clock({ item }: { item: CaseListItem }) {
  const { t } = useTranslation();
  const { duration } = useFormat();
  const answered = item.answeredAt;
  return (
    <div className={style.clock} data-unanswered={!answered && item.status === 'open'}>
      <strong>
        <Span from={item.postedAt} until={item.closedAt} />
      </strong>
      <small>
        {answered
          ? t('cases.answeredIn', { duration: duration(Date.parse(answered) - Date.parse(item.postedAt)) })
          : t('cases.unanswered')}
      </small>
    </div>
  );
}

/** One case in a line on a wide screen, a card on a phone; the whole of it opens the case. */
export function CaseRow({ item }: { item: CaseListItem }) {
  const { t } = useTranslation();
  const { list } = useFormat();
  const me = useSession().user.id;
  return (
    <li className={style.row} data-urgency={item.urgency} data-status={item.status}>
      <What item={item} />
      <div className={style.why}>
        <span className={style.pills}>
          <UrgencyPill urgency={item.urgency} />
          {item.alertFiring && (
            <Pill tone="critical" dot="pulse">
              {t('cases.firing')}
            </Pill>
          )}
        </span>
        {item.urgencyReasons.length > 0 && (
          <span>{list(item.urgencyReasons.map((reason) => t(`reason.${reason}`)))}</span>
        )}
      </div>
      <div className={style.assignee}>
        <span className={style.label}>{t('cases.colWho')}</span>
        <span>
          {item.assignee.name}
          {item.assignee.id === me && <span className={style.dim}> ({t('cases.you')})</span>}
        </span>
      </div>
      <Clock item={item} />
      <div className={style.promise}>
        {item.nextPromiseDue && <PromiseDue due={item.nextPromiseDue} />}
        {item.brokenPromises > 0 && (
          <Pill tone="critical">{t('cases.broken', { count: item.brokenPromises })}</Pill>
        )}
      </div>
    </li>
  );
}
