import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { CauseView } from '@heard/insight';
import { ActDialog } from '../case/act/ActDialog.js';
import { Icon } from '../icons.js';
import { EntryForm, OneTextForm, PersonForm } from '../registers/EntryForm.js';
import { EntrySteps } from '../registers/EntrySteps.js';
import { useMay, useSession } from '../session/session.js';
import { Card, Loaded } from '../words/Page.js';
import { Pill } from '../words/Pills.js';
import { Moment } from '../words/Times.js';
import { useFormat } from '../words/use-format.js';
import backStyle from '../case/case.module.css';
import style from '../registers/registers.module.css';
import { CausePills } from './CausePills.js';
import { Change } from './Change.js';
import { causeQuery } from './queries.js';

const pathOf = ({ id }: CauseView): string => `/causes/${encodeURIComponent(id)}`;

function FixForm({ view, onDone }: { view: CauseView; onDone: () => void }) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { what: '', evidence: '' } });
  return (
    <EntryForm<CauseView>
      register="causes"
      submit={t('causes.fixed')}
      onDone={onDone}
      act={() => ({ path: `${pathOf(view)}/fixed`, body: form.values })}
    >
      <Textarea
        data-autofocus
        autosize
        minRows={3}
        label={t('causes.fixedField')}
        {...form.getInputProps('what')}
      />
      <Textarea
        autosize
        minRows={2}
        label={t('act.evidence')}
        description={t('causes.evidenceHint')}
        {...form.getInputProps('evidence')}
      />
    </EntryForm>
  );
}

function Acts({ view }: { view: CauseView }) {
  const { t } = useTranslation();
  const me = useSession().user.id;
  const isLead = useMay('lead');
  const isTheirs = isLead || view.answerable.id === me;
  return (
    <div className={style.acts}>
      {isTheirs && view.state !== 'fixed' && (
        <>
          <ActDialog label={t('causes.work')}>
            {(close) => (
              <OneTextForm<CauseView>
                register="causes"
                path={`${pathOf(view)}/work`}
                field="plan"
                label={t('causes.workField')}
                submit={t('causes.work')}
                onDone={close}
              />
            )}
          </ActDialog>
          <ActDialog label={t('causes.fixed')} variant="filled">
            {(close) => <FixForm view={view} onDone={close} />}
          </ActDialog>
        </>
      )}
      {isLead && (
        <ActDialog label={t('causes.handOn')}>
          {(close) => (
            <PersonForm<CauseView>
              register="causes"
              path={`${pathOf(view)}/assign`}
              label={t('causes.answerable')}
              initial={view.answerable.id}
              submit={t('causes.handOn')}
              onDone={close}
            />
          )}
        </ActDialog>
      )}
      <ActDialog label={t('causes.retitle')}>
        {(close) => (
          <OneTextForm<CauseView>
            register="causes"
            method="put"
            path={`${pathOf(view)}/title`}
            field="title"
            label={t('causes.titleField')}
            hint={t('causes.titleHint')}
            initial={view.title}
            submit={t('causes.retitle')}
            onDone={close}
          />
        )}
      </ActDialog>
    </div>
  );
}

function Work({ view }: { view: CauseView }) {
  const { t } = useTranslation();
  const mayAct = useMay('manager');
  return (
    <Card label={t('causes.doing')}>
      <h2 className={style.heading}>{t('causes.doing')}</h2>
      <p className={style.dim}>{t('causes.answers', { name: view.answerable.name })}</p>
      {view.plan && (
        <p className={style.text}>
          <strong>{t('causes.plan')}</strong> <bdi>{view.plan}</bdi>
        </p>
      )}
      {view.fixes.map((fix) => (
        <p key={fix.at} className={style.text}>
          <strong>{t('causes.changed')}</strong> <bdi>{fix.what}</bdi>
          <br />
          <span className={style.dim}>
            <Moment at={fix.at} /> · <bdi>{fix.evidence}</bdi>
          </span>
        </p>
      ))}
      {mayAct && <Acts view={view} />}
    </Card>
  );
}

function Cases({ view }: { view: CauseView }) {
  const { t } = useTranslation();
  return (
    <Card label={t('causes.caseList')}>
      <h2 className={style.heading}>
        {t('causes.caseList')} <span className={style.dim}>{t('causes.cases', { count: view.cases })}</span>
      </h2>
      {view.caseList.length === 0 && <p className={style.dim}>{t('causes.noCases')}</p>}
      <ul className={style.items}>
        {view.caseList.map((each) => (
          <li key={each.id} className={style.item}>
            <span className={style.byline}>
              <Link to="/cases/$id" params={{ id: each.id }}>
                {t('case.title', { number: each.number })}
              </Link>
              <bdi>{each.customer ?? t('app.unknownCustomer')}</bdi>
              <span className={style.dim}>
                <Moment at={each.postedAt} />
              </span>
              {each.recurrence && <Pill tone="critical">{t('causes.afterFix')}</Pill>}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function WholeCause({ view }: { view: CauseView }) {
  const { t } = useTranslation();
  const { list } = useFormat();
  useEffect(() => {
    document.title = `${t('causes.title')} · Heard`;
  }, [t]);
  return (
    <>
      <header className={style.head}>
        <CausePills item={view} />
        <h1>
          <bdi>{view.title}</bdi>
        </h1>
        <span className={style.dim}>
          {list(view.failures.map((kind) => t(`failure.${kind}`)))}
          {view.brand && ` · ${view.brand.name}`}
          {view.location && ` · ${view.location.name}`} · <Moment at={view.namedAt} />
        </span>
      </header>
      <div className={style.columns}>
        <div className={style.column}>
          {(view.linked || view.ofKind) && (
            <Card label={t('causes.change')}>
              <h2 className={style.heading}>{t('causes.change')}</h2>
              {view.linked && <Change change={view.linked} label={t('causes.ofLinked')} />}
              {view.ofKind && <Change change={view.ofKind} label={t('causes.ofKind')} />}
            </Card>
          )}
          <Cases view={view} />
        </div>
        <div className={style.column}>
          <Work view={view} />
        </div>
      </div>
      <div className={style.below}>
        <EntrySteps register="causes" steps={view.history} />
      </div>
    </>
  );
}

export function CausePage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/signed-in/causes/$id' });
  const query = useQuery(causeQuery(id));
  return (
    <>
      <Link to="/causes" className={backStyle.back}>
        <Icon name="back" size={18} />
        {t('causes.back')}
      </Link>
      <Loaded query={query}>{(view) => <WholeCause view={view} key={view.id} />}</Loaded>
    </>
  );
}
