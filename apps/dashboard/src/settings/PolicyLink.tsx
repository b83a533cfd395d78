import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Card } from '../words/Page.js';
import style from './settings.module.css';

/** The way to what managers set about recovery. */
export function PolicyLink() {
  const { t } = useTranslation();
  return (
    <Card label={t('policy.title')}>
      <h2 className={style.heading}>{t('policy.title')}</h2>
      <p className={style.dim}>{t('policy.lead')}</p>
      <Button component={Link} to="/policy" variant="default">
        {t('policy.open')}
      </Button>
    </Card>
  );
}
