import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PolicySectionName } from '@heard/insight';
import { ApiProblem } from '../api/problem.js';
import { Problem } from '../words/Problem.js';
import { useFormat } from '../words/use-format.js';
import { carriedOver, changedIn, type Draft } from './draft.js';
import { mistakeInWords, placeInWords } from './place.js';
import { policyNowQuery } from './queries.js';
import style from './policy.module.css';

const inLimits: readonly PolicySectionName[] = [
  'handOffs',
  'rounds',
  'substance',
  'incidents',
  'suggestFrom',
  'report',
];

/** Why the policy was not taken: the place in words, what is wrong there, and a way to it. */
function Refused({ error, draft }: { error: unknown; draft: Draft }) {
  const { t } = useTranslation();
  const { language, weekday } = useFormat();
  if (!(error instanceof ApiProblem) || error.code !== 'invalid_policy')
    return <Problem error={error} acting />;
  const place = error.errors[0]?.field ?? '';
  const named = { policy: draft.policy, language, weekday: (iso: number) => weekday(iso, 'long'), t };
  const [section = ''] = place.split(/[.[]/);
  const id = inLimits.some((each) => each === section) ? 'limits' : section;
  return (
    <div className={style.refused} role="alert">
      <strong>{t('policy.refused')}</strong> <a href={`#policy-${id}`}>{placeInWords(place, named)}</a>:{' '}
      {mistakeInWords(place, error.about, named) ?? error.detail}
    </div>
  );
}

/** Somebody saved a newer version meanwhile: what was typed is carried over to it, when its writer says so. */
function Newer({ draft, onCarry }: { draft: Draft; onCarry: (draft: Draft) => void }) {
  const { t } = useTranslation();
  const { list } = useFormat();
  const { data: newest } = useQuery(policyNowQuery);
  if (!newest || newest.version === draft.base.version) return null;
  const carried = carriedOver(draft, newest);
  const named = (sections: readonly PolicySectionName[]) =>
    list(sections.map((each) => t(`policy.section.${each}`)));
  return (
    <div className={style.refused} role="alert">
      <strong>{t('policy.newer', { version: newest.version, name: nameOf(newest.by) })}</strong>{' '}
      {t('policy.newerChanged', { sections: named(changedIn(draft.base.policy, newest.policy)) })}{' '}
      {carried.both.length > 0 && t('policy.bothChanged', { sections: named(carried.both) })}{' '}
      <Button size="sm" variant="default" onClick={() => onCarry(carried.draft)}>
        {t('policy.carryOver')}
      </Button>
    </div>
  );
}

function nameOf(by: { readonly name?: string }): string {
  return by.name ?? 'Heard';
}

/** What is not saved yet, in words, with the two ways out of it. */
export function SaveBar({
  draft,
  changed,
  error,
  isSaving,
  onSave,
  onDiscard,
  onCarry,
}: {
  draft: Draft;
  changed: readonly PolicySectionName[];
  error: unknown;
  isSaving: boolean;
  onSave: () => void;
  onDiscard: () => void;
  onCarry: (draft: Draft) => void;
}) {
  const { t } = useTranslation();
  const { list } = useFormat();
  const isConflict = error instanceof ApiProblem && error.code === 'policy_changed';
  return (
    <section className={style.saveBar} aria-label={t('policy.unsavedLabel')}>
      {isConflict ? (
        <Newer draft={draft} onCarry={onCarry} />
      ) : (
        error !== null && <Refused error={error} draft={draft} />
      )}
      <div className={style.saveLine}>
        <p>{t('policy.unsaved', { sections: list(changed.map((each) => t(`policy.section.${each}`))) })}</p>
        <Button variant="default" onClick={onDiscard} disabled={isSaving}>
          {t('policy.discard')}
        </Button>
        <Button onClick={onSave} loading={isSaving}>
          {t('app.save')}
        </Button>
      </div>
    </section>
  );
}
