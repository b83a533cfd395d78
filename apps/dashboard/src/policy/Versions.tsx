import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PolicyChangeView } from '@heard/insight';
import { itemsOf } from '../api/queries.js';
import { More } from '../words/More.js';
import { Card, Loaded } from '../words/Page.js';
import { Pill } from '../words/Pills.js';
import { Moment } from '../words/Times.js';
import { useFormat } from '../words/use-format.js';
import { policyVersionsQuery } from './queries.js';
import style from './policy.module.css';

function OneVersion({
  change,
  isCurrent,
  isShown,
}: {
  change: PolicyChangeView;
  isCurrent: boolean;
  isShown: boolean;
}) {
  const { t } = useTranslation();
  const { list } = useFormat();
  const { version, at, by, sections } = change;
  return (
    <li className={style.version}>
      <Link
        to="/policy"
        search={isCurrent ? {} : { version }}
        aria-current={isShown ? 'page' : undefined}
        resetScroll
      >
        {t('policy.version', { version })}
      </Link>
      {isCurrent && <Pill tone="good">{t('policy.current')}</Pill>}
      <span className={style.dim}>
        <Moment at={at} /> · {by.kind === 'heard' ? 'Heard' : (by.name ?? t('policy.somebody'))}
      </span>
      <span>
        {sections.length === 0
          ? t('policy.beginning')
          : list(sections.map((each) => t(`policy.section.${each}`)))}
      </span>
    </li>
  );
}

/** Who saved which version, when, and what it changed. */
export function Versions({ current, shown }: { current: number; shown: number }) {
  const { t } = useTranslation();
  const query = useInfiniteQuery(policyVersionsQuery);
  return (
    <div id="policy-versions" className={style.section}>
      <Card label={t('policy.versions')}>
        <h2 className={style.heading}>{t('policy.versions')}</h2>
        <Loaded query={query}>
          {(data) => (
            <ul className={style.versions}>
              {itemsOf(data).map((each) => (
                <OneVersion
                  key={each.version}
                  change={each}
                  isCurrent={each.version === current}
                  isShown={each.version === shown}
                />
              ))}
            </ul>
          )}
        </Loaded>
        <More query={query} />
      </Card>
    </div>
  );
}
