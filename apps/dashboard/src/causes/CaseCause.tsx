import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView, CauseItem, CauseView } from '@heard/insight';
import { ActDialog } from '../case/act/ActDialog.js';
import { EntryForm } from '../registers/EntryForm.js';
import { useMay } from '../session/session.js';
import { Card } from '../words/Page.js';
import style from '../registers/registers.module.css';
import { CausePills } from './CausePills.js';
import { NameCauseForm } from './NameCauseForm.js';
import { causeOfCaseQuery, knownCausesQuery } from './queries.js';

/** Causes of this kind of failure first: those are the likely ones. */
function likelyFirst(causes: readonly CauseItem[], view: CaseView): readonly CauseItem[] {
  const fits = ({ failures }: CauseItem): number => Number(failures.includes(view.failure));
  return causes.toSorted((a, b) => fits(b) - fits(a));
}

function ChooseForm({ view, onDone }: { view: CaseView; onDone: () => void }) {
  const { t } = useTranslation();
  const known = useQuery(knownCausesQuery);
  const [causeId, setCauseId] = useState('');
  const causes = likelyFirst(known.data?.items ?? [], view);
  return (
    <EntryForm<CauseView>
      register="causes"
      submit={t('causes.choose')}
      onDone={onDone}
      act={() => ({ method: 'put', path: `/cases/${encodeURIComponent(view.id)}/cause`, body: { causeId } })}
    >
      <NativeSelect
        data-autofocus
        label={t('causes.chooseField')}
        data={[
          { value: '', label: t('act.choose') },
          ...causes.map(({ id, title, state }) => ({
            value: id,
            label: `${title} · ${t(`causes.is.${state}`)}`,
          })),
        ]}
        value={causeId}
        onChange={(event) => setCauseId(event.currentTarget.value)}
      />
    </EntryForm>
  );
}

/** Why it happened: the root cause of the case, chosen from those that are known or named here. */
export function CaseCause({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const mayName = useMay('manager');
  const { data } = useQuery(causeOfCaseQuery(view.id));
  const [cause] = data?.items ?? [];
  if (!cause && !mayName) return null;
  return (
    <Card label={t('causes.ofCase')}>
      <h2 className={style.heading}>{t('causes.ofCase')}</h2>
      {cause ? (
        <>
          <Link to="/causes/$id" params={{ id: cause.id }}>
            <bdi>{cause.title}</bdi>
          </Link>
          <p className={style.dim}>{t('causes.answers', { name: cause.answerable.name })}</p>
          <CausePills item={cause} />
        </>
      ) : (
        <p className={style.dim}>{t('causes.noneInCase')}</p>
      )}
      {mayName && (
        <div className={style.acts}>
          <ActDialog label={t(cause ? 'causes.chooseOther' : 'causes.choose')}>
            {(close) => <ChooseForm view={view} onDone={close} />}
          </ActDialog>
          <ActDialog label={t('causes.nameNew')}>
            {(close) => <NameCauseForm caseId={view.id} failure={view.failure} onDone={close} />}
          </ActDialog>
        </div>
      )}
    </Card>
  );
}
