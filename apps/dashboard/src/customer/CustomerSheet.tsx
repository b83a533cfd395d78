import { Loader, NativeSelect } from '@mantine/core';
import type { TFunction } from 'i18next';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { hasStatus } from '../api/problem.js';
import { Icon } from '../icons.js';
import { currentLanguage, type InterfaceLanguage, interfaceLanguages, languageNames } from '../i18n/index.js';
import style from './customer.module.css';

/** Texts in the language of a page for customers: theirs, not the one of whoever used this browser before. */
export function useTexts(language: InterfaceLanguage | undefined): {
  readonly t: TFunction;
  readonly language: InterfaceLanguage;
} {
  const { i18n } = useTranslation();
  const chosen = language ?? currentLanguage();
  useEffect(() => {
    document.documentElement.lang = chosen;
    return () => {
      document.documentElement.lang = currentLanguage();
    };
  }, [chosen]);
  return { t: i18n.getFixedT(chosen), language: chosen };
}

/** The frame of a page for customers: the brand, the language, and nothing of Heard's own. */
export function CustomerSheet({
  t,
  language,
  onLanguage,
  brand,
  title,
  wide = false,
  children,
}: {
  t: TFunction;
  language: InterfaceLanguage;
  onLanguage: (language: InterfaceLanguage) => void;
  brand: string | undefined;
  title: string;
  wide?: boolean;
  children: ReactNode;
}) {
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <main className={style.page}>
      {/* The address of this page is a secret. */}
      <meta name="referrer" content="no-referrer" />
      <meta name="robots" content="noindex, nofollow" />
      <div className={`${style.sheet} ${wide ? style.wide : ''}`}>
        <div className={style.head}>
          <strong>
            <bdi>{brand}</bdi>
          </strong>
          <NativeSelect
            className={style.noPrint}
            aria-label={t('app.language')}
            size="sm"
            w={164}
            value={language}
            data={interfaceLanguages.map((value) => ({ value, label: languageNames[value] }))}
            onChange={(event) => {
              const next = interfaceLanguages.find((each) => each === event.currentTarget.value);
              if (next) onLanguage(next);
            }}
          />
        </div>
        {children}
      </div>
    </main>
  );
}

/** A day as the language writes it, without the full stop of an abbreviation: a sentence ends with its own. */
export function dayText(at: string, language: InterfaceLanguage): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(new Date(at)).replace(/\.$/u, '');
}

/** What stands where a page would be: it loads, its link has ended, or it cannot be reached now. */
export function NoPage({
  t,
  error,
  gone,
  onRetry,
}: {
  t: TFunction;
  error: unknown;
  gone: { readonly title: string; readonly hint: string };
  onRetry: () => void;
}) {
  if (error === null) {
    return (
      <Loader role="status" aria-label={t('app.loading')} display="block" mx="auto" my={64} type="dots" />
    );
  }
  if (hasStatus(error, 404)) {
    return (
      <>
        <h1>{gone.title}</h1>
        <p className={style.lead}>{gone.hint}</p>
      </>
    );
  }
  return (
    <>
      <h1>{t('outcomePage.notNow')}</h1>
      <p className={style.lead}>{t('outcomePage.notNowHint')}</p>
      <button type="button" onClick={onRetry} className={style.choice}>
        <Icon name="clock" />
        {t('problem.retry')}
      </button>
    </>
  );
}
