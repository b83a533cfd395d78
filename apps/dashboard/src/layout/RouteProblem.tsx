import { Button } from '@mantine/core';
import { Link, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { isPassing } from '../api/problem.js';
import { Empty } from '../words/Page.js';
import { Problem } from '../words/Problem.js';
import style from '../session/session.module.css';

const retryMs = 5000;

export function NotFound() {
  const { t } = useTranslation();
  return (
    <main>
      <Empty icon="missing" heading="h1" title={t('problem.notFoundTitle')} hint={t('problem.notFound')}>
        <Button component={Link} to="/" mt="md">
          {t('problem.toCases')}
        </Button>
      </Empty>
    </main>
  );
}

/** A page that could not even begin; when the service is only away for a moment, it begins by itself. */
export function RouteProblem({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const router = useRouter();
  useEffect(() => {
    if (!isPassing(error)) return undefined;
    const timer = setTimeout(() => void router.invalidate(), retryMs);
    return () => clearTimeout(timer);
  }, [error, router]);
  return (
    <main className={style.page}>
      <div className={style.panel}>
        <h1>{t('problem.title')}</h1>
        <Problem error={error} onRetry={() => void router.invalidate()} />
      </div>
    </main>
  );
}
