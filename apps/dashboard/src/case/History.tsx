import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import type { CaseView, HistoryEntry } from '@heard/insight';
import { Moment } from '../words/Times.js';
import { useFormat } from '../words/use-format.js';
import { factLines } from './facts.js';
import style from './case.module.css';

function actorName(entry: HistoryEntry, customer: string, words: { heard: string; program: string }): string {
  switch (entry.by.kind) {
    case 'person':
      return entry.by.name ?? '';
    case 'program':
      return entry.by.name ?? words.program;
    case 'heard':
      return words.heard;
    case 'customer':
      return customer;
  }
}

interface InWords {
  readonly t: TFunction;
  readonly language: 'ru' | 'uk' | 'en';
}

/** Which promise, fix, step of the playbook or decision an event is about: its facts hold only their ids. */
function subjectOf({ facts }: HistoryEntry, view: CaseView, { t, language }: InWords): string | undefined {
  const { promiseId, fixId, answerId, step } = facts;
  // What was made or offered in this very event says itself what it is.
  if (facts['what'] !== undefined || facts['offer'] !== undefined) return undefined;
  const goal = view.playbook.steps.find(({ key }) => key === step)?.goal;
  return (
    view.promises.find(({ id }) => id === promiseId)?.what ??
    view.fixes.find(({ id }) => id === fixId)?.what ??
    view.answers.find(({ id }) => id === answerId)?.decision?.label[language] ??
    (goal && t(`stepGoal.${goal}`))
  );
}

/** The steps of the case, newest last, as they were written; nothing here is ever edited. */
export function History({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const formats = useFormat();
  const words = { heard: t('case.heard'), program: t('case.program') };
  return (
    <section aria-labelledby="history" className={style.past}>
      <h2 id="history" className={style.heading}>
        {t('case.history')}
      </h2>
      <ol className={style.history}>
        {view.history.map((entry) => {
          const name = actorName(entry, view.customer ?? t('case.customer'), words);
          return (
            <li key={entry.seq} data-type={entry.type}>
              <p>
                <strong>{t(`event.${entry.type}`)}</strong>{' '}
                <span className={style.dim}>
                  {name && (
                    <>
                      <bdi>{t('case.historyBy', { name })}</bdi> ·{' '}
                    </>
                  )}
                  <Moment at={entry.at} />
                </span>
              </p>
              {[subjectOf(entry, view, { t, language: formats.language }) ?? [], factLines(entry, t, formats)]
                .flat()
                .map((line) => (
                  <p key={line} className={style.fact}>
                    <bdi>{line}</bdi>
                  </p>
                ))}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
