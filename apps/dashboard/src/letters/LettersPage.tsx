import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { LetterView } from '@heard/insight';
import { itemsOf, lettersQuery } from '../api/queries.js';
import { Icon } from '../icons.js';
import { More } from '../words/More.js';
import { Empty, Loaded, PageHead } from '../words/Page.js';
import { Moment } from '../words/Times.js';
import { letterParts } from './links.js';
import style from './letters.module.css';

function Letter({ letter }: { letter: LetterView }) {
  const { t } = useTranslation();
  return (
    <article className={style.letter} aria-labelledby="subject">
      <Link to="/letters" className={style.back}>
        <Icon name="back" size={18} /> {t('letters.back')}
      </Link>
      <h2 id="subject">
        <bdi>{letter.subject}</bdi>
      </h2>
      <p className={style.dim}>
        {t('letters.from')}: {letter.from}
        <br />
        {t('letters.to')}: {letter.to}
        <br />
        <Moment at={letter.at} />
      </p>
      <div className={style.text}>
        {letterParts(letter.text).map((part) =>
          part.path ? (
            <a key={part.start} href={part.path}>
              {part.text}
            </a>
          ) : (
            <bdi key={part.start}>{part.text}</bdi>
          ),
        )}
      </div>
    </article>
  );
}

function Mailbox({ letters, id }: { letters: readonly LetterView[]; id: string | undefined }) {
  const { t } = useTranslation();
  const open = letters.find((each) => each.id === id);
  if (letters.length === 0)
    return <Empty icon="letter" title={t('letters.empty')} hint={t('letters.emptyHint')} />;
  return (
    <div className={style.box} data-open={open !== undefined}>
      <nav className={style.list} aria-label={t('letters.list')}>
        {letters.map((each) => (
          <Link
            key={each.id}
            to="/letters"
            search={{ id: each.id }}
            className={style.line}
            aria-current={each.id === id ? 'page' : undefined}
          >
            <strong>
              <bdi>{each.subject}</bdi>
            </strong>
            <span className={style.dim}>
              {each.to} · <Moment at={each.at} />
            </span>
          </Link>
        ))}
      </nav>
      <div className={style.reader}>
        {open ? <Letter letter={open} /> : <Empty icon="letter" title={t('letters.choose')} />}
      </div>
    </div>
  );
}

/** The demo's made-up mailbox: a newcomer sees here what the person on call receives, and can act from it. */
export function LettersPage() {
  const { t } = useTranslation();
  const { id } = useSearch({ from: '/signed-in/letters' });
  const query = useInfiniteQuery(lettersQuery);
  const letters = itemsOf(query.data);
  const { hasNextPage, isFetching, fetchNextPage } = query;
  const isFurther = id !== undefined && hasNextPage && letters.every((each) => each.id !== id);
  // A link to an older letter opens it too, and so does reading this page anew.
  useEffect(() => {
    if (isFurther && !isFetching) void fetchNextPage();
  }, [isFurther, isFetching, fetchNextPage]);
  return (
    <>
      <PageHead title={t('letters.title')} lead={t('letters.lead')} />
      <Loaded query={query}>{() => <Mailbox letters={letters} id={id} />}</Loaded>
      <More query={query} />
    </>
  );
}
