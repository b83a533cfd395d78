import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { itemsOf } from '../api/queries.js';
import { useMay } from '../session/session.js';
import { More } from '../words/More.js';
import { Empty, Loaded, PageHead } from '../words/Page.js';
import { CheckCard } from './CheckCard.js';
import { UnreadLetters } from './UnreadLetters.js';
import { checksQuery } from './queries.js';
import style from './checks.module.css';

/** What the model could not tell: one click says what it is. */
export function ChecksPage() {
  const { t } = useTranslation();
  const mayAnswer = useMay('manager');
  const query = useInfiniteQuery(checksQuery);
  const items = itemsOf(query.data);
  return (
    <>
      <PageHead
        title={t('checks.title')}
        lead={
          <>
            {t('checks.lead')} <Link to="/settings">{t('checks.toSetting')}</Link>
          </>
        }
      />
      <UnreadLetters />
      <Loaded query={query}>
        {() =>
          items.length === 0 ? (
            <Empty icon="calm" title={t('checks.empty')} hint={t('checks.emptyHint')} />
          ) : (
            <ul className={style.cards} aria-label={t('checks.title')}>
              {items.map((mention) => (
                <CheckCard
                  key={`${mention.id} ${mention.revision}`}
                  mention={mention}
                  mayAnswer={mayAnswer}
                />
              ))}
            </ul>
          )
        }
      </Loaded>
      <More query={query} />
    </>
  );
}
