import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Card } from '../words/Page.js';
import style from './settings.module.css';

/** The way to brands and locations. */
export function PlacesLink() {
  const { t } = useTranslation();
  return (
    <Card label={t('places.title')}>
      <h2 className={style.heading}>{t('places.title')}</h2>
      <p className={style.dim}>{t('places.lead')}</p>
      <Button component={Link} to="/places" variant="default">
        {t('places.openPage')}
      </Button>
    </Card>
  );
}
