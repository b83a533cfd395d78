import { CloseButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { useMay, useSession } from '../session/session.js';
import style from './cases.module.css';

const storageKey = 'heard.demoHintSeen';

/** Tells a newcomer what all this is, where to look next, and how to end it; once it is closed, this browser keeps it so. */
export function DemoHint() {
  const { t } = useTranslation();
  const { demo } = useSession();
  const mayReadLetters = useMay('manager');
  const [seen, setSeen] = useState(() => localStorage.getItem(storageKey) !== null);
  if (!demo || seen) return null;
  const close = () => {
    localStorage.setItem(storageKey, new Date().toISOString());
    setSeen(true);
  };
  return (
    <aside className={style.demo} aria-label={t('app.demo')}>
      <p>
        {t('demo.plays')}{' '}
        {mayReadLetters && <Trans i18nKey="demo.letters" components={{ letters: <Link to="/letters" /> }} />}{' '}
        <Trans i18nKey="demo.off" components={{ command: <code /> }} />
      </p>
      <CloseButton aria-label={t('demo.close')} onClick={close} />
    </aside>
  );
}
