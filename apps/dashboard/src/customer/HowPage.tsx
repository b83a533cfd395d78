import { Button, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import type { OutcomePageView } from '@heard/insight';
import { api } from '../api/client.js';
import { hasStatus } from '../api/problem.js';
import type { InterfaceLanguage } from '../i18n/index.js';
import { CustomerSheet, dayText, NoPage, useTexts } from './CustomerSheet.js';
import { outcomeLinkQuery, outcomePath } from './queries.js';
import style from './customer.module.css';

const verdicts = ['recovered', 'partly', 'not_recovered'] as const;
const mostWords = 2_000;

function Question({ page, token, t }: { page: OutcomePageView; token: string; t: TFunction }) {
  const client = useQueryClient();
  const [verdict, setVerdict] = useState(page.verdict);
  const [words, setWords] = useState(page.words ?? '');
  const say = useMutation({
    mutationFn: () =>
      api.post<OutcomePageView>(outcomePath(token), {
        verdict,
        ...(words.trim() === '' ? {} : { words: words.trim() }),
      }),
    onSuccess: (after) => client.setQueryData(outcomeLinkQuery(token).queryKey, after),
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (verdict) say.mutate();
      }}
    >
      <fieldset className={style.choices}>
        <legend>{t('outcomePage.choose')}</legend>
        {verdicts.map((each) => (
          <label key={each} className={style.choice}>
            <input
              type="radio"
              name="verdict"
              value={each}
              checked={verdict === each}
              onChange={() => setVerdict(each)}
            />
            {t(`outcomePage.verdict.${each}`)}
          </label>
        ))}
      </fieldset>
      <Textarea
        label={`${t('outcomePage.words')} (${t('app.optional')})`}
        description={verdict === 'recovered' ? t('outcomePage.wordsGood') : t('outcomePage.wordsBad')}
        autosize
        minRows={3}
        maxLength={mostWords}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        mb="md"
      />
      {say.error && (
        <p className={style.wrong} role="alert">
          {t(hasStatus(say.error, 404) ? 'outcomePage.gone' : 'outcomePage.notSent')}
        </p>
      )}
      <Button type="submit" size="lg" fullWidth mt="sm" disabled={!verdict} loading={say.isPending}>
        {t(page.answered ? 'outcomePage.change' : 'outcomePage.send')}
      </Button>
    </form>
  );
}

/** Where a customer says how it was: without signing in, in their language, with one tap. */
export function HowPage() {
  const { token } = useParams({ from: '/how/$token' });
  const query = useQuery(outcomeLinkQuery(token));
  const page = query.data;
  const [chosen, setChosen] = useState<InterfaceLanguage>();
  const { t, language } = useTexts(chosen ?? page?.language);
  const title = t(page?.answered ? 'outcomePage.thanksTitle' : 'outcomePage.title');
  return (
    <CustomerSheet {...{ t, language, title, brand: page?.brand, onLanguage: setChosen }}>
      {page ? (
        <>
          <h1>{title}</h1>
          {page.answered ? (
            <p className={style.thanks} role="status">
              {t(page.verdict === 'not_recovered' ? 'outcomePage.thanksBad' : 'outcomePage.thanks')}
            </p>
          ) : (
            <p className={style.lead}>{t('outcomePage.lead', { brand: page.brand })}</p>
          )}
          <Question page={page} token={token} t={t} />
          <small className={style.foot}>
            {t('outcomePage.until', { date: dayText(page.until, language) })}
          </small>
        </>
      ) : (
        <NoPage
          t={t}
          error={query.error}
          gone={{ title: t('outcomePage.gone'), hint: t('outcomePage.goneHint') }}
          onRetry={() => void query.refetch()}
        />
      )}
    </CustomerSheet>
  );
}
