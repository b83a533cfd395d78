import { Loader } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon, type IconName } from '../icons.js';
import { Problem } from './Problem.js';
import style from './words.module.css';

/** The head of a page: its one `h1`, a sentence, and what can be done here. */
export function PageHead({
  title,
  lead,
  children,
}: {
  title: string;
  lead?: ReactNode;
  children?: ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} · Heard`;
  }, [title]);
  return (
    <header className={style.head}>
      <div>
        <h1>{title}</h1>
        {lead && <p>{lead}</p>}
      </div>
      {children}
    </header>
  );
}

export function Empty({
  icon,
  title,
  hint,
  heading: Heading = 'h2',
  children,
}: {
  icon: IconName;
  title: string;
  hint?: string;
  heading?: 'h1' | 'h2';
  children?: ReactNode;
}) {
  return (
    <div className={style.empty}>
      <Icon name={icon} size={44} strokeWidth={1.3} />
      <Heading>{title}</Heading>
      {hint && <p>{hint}</p>}
      {children}
    </div>
  );
}

export function Card({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <section className={style.card} aria-label={label}>
      {children}
    </section>
  );
}

interface Asked<T> {
  readonly data: T | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

/** Shows what was asked for; else that it loads, or why it does not. What was there stays during a failure. */
export function Loaded<T>({ query, children }: { query: Asked<T>; children: (data: T) => ReactNode }) {
  const { t } = useTranslation();
  if (query.data === undefined && !query.error) {
    return (
      <Loader role="status" aria-label={t('app.loading')} display="block" mx="auto" my={64} type="dots" />
    );
  }
  return (
    <>
      {query.error !== null && (
        <div style={{ marginBottom: 16 }}>
          <Problem error={query.error} onRetry={() => void query.refetch()} />
        </div>
      )}
      {query.data !== undefined && children(query.data)}
    </>
  );
}
