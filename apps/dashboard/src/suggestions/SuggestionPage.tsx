import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { AlikeView, SuggestionView } from '@heard/insight';
import { ActDialog } from '../case/act/ActDialog.js';
import { Icon } from '../icons.js';
import { OneTextForm, PersonForm, useEntryAct } from '../registers/EntryForm.js';
import { EntrySteps } from '../registers/EntrySteps.js';
import { useMay, useSession } from '../session/session.js';
import { Card, Loaded } from '../words/Page.js';
import { Problem } from '../words/Problem.js';
import { Moment } from '../words/Times.js';
import { useFormat } from '../words/use-format.js';
import backStyle from '../case/case.module.css';
import style from '../registers/registers.module.css';
import { suggestionQuery } from './queries.js';
import { SuggestionPills } from './StatePill.js';
import { Voices } from './Voices.js';

const pathOf = ({ id }: SuggestionView): string => `/suggestions/${encodeURIComponent(id)}`;

function Head({ view }: { view: SuggestionView }) {
  const { t } = useTranslation();
  const title = view.title ?? view.excerpt;
  useEffect(() => {
    document.title = `${t('suggestions.title')} · Heard`;
  }, [t]);
  return (
    <header className={style.head}>
      <SuggestionPills item={view} />
      <h1>
        <bdi>{title}</bdi>
      </h1>
      <span className={style.dim}>
        {t('suggestions.people', { count: view.people })} · {t(`category.${view.category}`)}
        {view.brand && ` · ${view.brand.name}`}
        {view.location && ` · ${view.location.name}`} · <Moment at={view.madeAt} />
      </span>
    </header>
  );
}

/** Accept, decline, do, take back: a text each. */
function Verdicts({ view }: { view: SuggestionView }) {
  const { t } = useTranslation();
  const isUndecided = view.state === 'new' || view.state === 'under_review';
  const acts = isUndecided
    ? ([
        ['accept', 'decision', 'reason', { decision: 'accepted' }],
        ['decline', 'decision', 'reason', { decision: 'declined' }],
      ] as const)
    : view.state === 'accepted'
      ? ([
          ['finish', 'done', 'what', {}],
          ['reconsider', 'reconsider', 'reason', {}],
        ] as const)
      : ([['reconsider', 'reconsider', 'reason', {}]] as const);
  return (
    <>
      {acts.map(([name, path, field, more]) => (
        <ActDialog
          key={name}
          label={t(`suggestions.${name}`)}
          variant={name === 'accept' || name === 'finish' ? 'filled' : 'default'}
        >
          {(close) => (
            <OneTextForm<SuggestionView>
              register="suggestions"
              path={`${pathOf(view)}/${path}`}
              field={field}
              more={more}
              label={t(`suggestions.${name}Field`)}
              hint={name === 'reconsider' ? undefined : t('suggestions.toldHint')}
              submit={t(`suggestions.${name}`)}
              onDone={close}
            />
          )}
        </ActDialog>
      ))}
    </>
  );
}

function Decision({ view, mayAct }: { view: SuggestionView; mayAct: boolean }) {
  const { t } = useTranslation();
  const me = useSession().user.id;
  const isLead = useMay('lead');
  const mayDecide = mayAct && (isLead || view.assignee?.id === me);
  return (
    <Card label={t('suggestions.decision')}>
      <h2 className={style.heading}>{t('suggestions.decision')}</h2>
      <p className={style.dim}>
        {view.assignee ? t('suggestions.assignedTo', { name: view.assignee.name }) : t('suggestions.nobody')}
      </p>
      {view.reason && (
        <p className={style.text}>
          <strong>{t(view.state === 'declined' ? 'suggestions.whyNot' : 'suggestions.why')}</strong>{' '}
          <bdi>{view.reason}</bdi>
        </p>
      )}
      {view.done && (
        <p className={style.text}>
          <strong>{t('suggestions.whatDone')}</strong> <bdi>{view.done}</bdi>
        </p>
      )}
      {mayAct && (
        <div className={style.acts}>
          {mayDecide && <Verdicts view={view} />}
          <ActDialog label={t('suggestions.assign')}>
            {(close) => (
              <PersonForm<SuggestionView>
                register="suggestions"
                path={`${pathOf(view)}/assign`}
                label={t('suggestions.assignField')}
                initial={view.assignee?.id ?? me}
                submit={t('suggestions.assign')}
                onDone={close}
              />
            )}
          </ActDialog>
          <ActDialog label={t('suggestions.retitle')}>
            {(close) => (
              <OneTextForm<SuggestionView>
                register="suggestions"
                method="put"
                path={`${pathOf(view)}/title`}
                field="title"
                label={t('suggestions.titleField')}
                hint={t('suggestions.titleHint')}
                initial={view.title ?? view.excerpt}
                submit={t('suggestions.confirm')}
                onDone={close}
              />
            )}
          </ActDialog>
        </div>
      )}
      {mayAct && !mayDecide && <p className={style.dim}>{t('suggestions.notYours')}</p>}
    </Card>
  );
}

function AlikeLine({ view, alike, mayAct }: { view: SuggestionView; alike: AlikeView; mayAct: boolean }) {
  const { t } = useTranslation();
  const { percent } = useFormat();
  const join = useEntryAct<SuggestionView>('suggestions');
  return (
    <li className={style.item}>
      <Link to="/suggestions/$id" params={{ id: alike.id }}>
        <bdi>{alike.title}</bdi>
      </Link>
      <p className={style.dim}>
        {t('suggestions.people', { count: alike.people })} ·{' '}
        {t('suggestions.likeness', { share: percent(alike.likeness) })}
      </p>
      {mayAct && (
        <Button
          size="compact-md"
          variant="default"
          mt={8}
          loading={join.isPending}
          aria-label={`${t('suggestions.join')}: ${alike.title}`}
          onClick={() =>
            join.mutate({
              path: `/suggestions/${encodeURIComponent(alike.id)}/group`,
              body: { into: view.id },
            })
          }
        >
          {t('suggestions.join')}
        </Button>
      )}
      <Problem error={join.error} acting />
    </li>
  );
}

function Alike({ view, mayAct }: { view: SuggestionView; mayAct: boolean }) {
  const { t } = useTranslation();
  if (view.alike.length === 0) return null;
  return (
    <Card label={t('suggestions.alike')}>
      <h2 className={style.heading}>{t('suggestions.alike')}</h2>
      <ul className={style.items}>
        {view.alike.map((alike) => (
          <AlikeLine key={alike.id} view={view} alike={alike} mayAct={mayAct} />
        ))}
      </ul>
    </Card>
  );
}

function WholeSuggestion({ view }: { view: SuggestionView }) {
  const { t } = useTranslation();
  const mayAct = useMay('manager') && view.state !== 'merged';
  const navigate = useNavigate();
  const { mergedInto } = view;
  return (
    <>
      <Head view={view} />
      {mergedInto && (
        <Button
          variant="light"
          mb="md"
          onClick={() => void navigate({ to: '/suggestions/$id', params: { id: mergedInto } })}
        >
          {t('suggestions.toWhole')}
        </Button>
      )}
      <div className={style.columns}>
        <div className={style.column}>{view.voices.length > 0 && <Voices view={view} mayAct={mayAct} />}</div>
        <div className={style.column}>
          {!mergedInto && <Decision view={view} mayAct={mayAct} />}
          <Alike view={view} mayAct={mayAct} />
        </div>
      </div>
      <div className={style.below}>
        <EntrySteps register="suggestions" steps={view.history} />
      </div>
    </>
  );
}

export function SuggestionPage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/signed-in/suggestions/$id' });
  const query = useQuery(suggestionQuery(id));
  return (
    <>
      <Link to="/suggestions" className={backStyle.back}>
        <Icon name="back" size={18} />
        {t('suggestions.back')}
      </Link>
      <Loaded query={query}>{(view) => <WholeSuggestion view={view} key={view.id} />}</Loaded>
    </>
  );
}
