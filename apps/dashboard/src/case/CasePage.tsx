import { useEffect, useRef } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '@heard/insight';
import { api } from '../api/client.js';
import { caseQuery } from '../api/queries.js';
import { Icon } from '../icons.js';
import { CaseCause } from '../causes/CaseCause.js';
import { useMay, useSession } from '../session/session.js';
import { CaseSuggestions } from '../suggestions/CaseSuggestions.js';
import { CaseIncident } from '../incidents/CaseIncident.js';
import { Loaded } from '../words/Page.js';
import { Actions } from './Actions.js';
import { AnswerForm, type AnswerInput } from './act/AnswerForm.js';
import { Decisions } from './act/Decisions.js';
import { Asked } from './Asked.js';
import { CaseAlerts } from './CaseAlerts.js';
import { CaseHead } from './CaseHead.js';
import { Clocks } from './Clocks.js';
import { Fixes } from './Fixes.js';
import { Flags } from './Flags.js';
import { HandOffs } from './HandOffs.js';
import { History } from './History.js';
import { Next } from './Next.js';
import { OutcomeCard, RefusalCard } from './Endings.js';
import { Parts } from './Parts.js';
import { QuestionCard } from './customer/QuestionCard.js';
import { ReportCard } from './customer/ReportCard.js';
import { Promises } from './Promises.js';
import { Standing } from './Standing.js';
import { Steps } from './Steps.js';
import { SuggestedFixes } from './SuggestedFixes.js';
import { Thread } from './Thread.js';
import { ToClose } from './ToClose.js';
import { Understood } from './Understood.js';
import style from './case.module.css';

/** May this person act on the case now? A manager answers only for their own; the API has the last word. */
function useMayAct(view: CaseView): boolean {
  return useIsTheirs(view) && view.status === 'open';
}

/** May this person act for the case at all, open or closed? */
function useIsTheirs(view: CaseView): boolean {
  const me = useSession().user.id;
  const isLead = useMay('lead');
  const isManager = useMay('manager');
  return isLead || (isManager && view.assignee.id === me);
}

/** Tells Heard once that somebody who can help has this case before them; a failure is nobody's worry. */
function useSeen(view: CaseView): void {
  const couldHelp = useMay('manager');
  const { id } = view;
  const isNews = couldHelp && view.status === 'open' && view.seenAt === undefined;
  useEffect(() => {
    if (isNews) api.post(`/cases/${encodeURIComponent(id)}/seen`).catch(() => undefined);
  }, [id, isNews]);
}

function WholeCase({ view }: { view: CaseView }) {
  const mayAct = useMayAct(view);
  const answer = useRef<AnswerInput>(null);
  const isTheirs = useIsTheirs(view);
  useSeen(view);
  const insert = (words: string): void => answer.current?.insert(words);
  return (
    <>
      <CaseHead view={view} />
      <CaseIncident caseId={view.id} />
      <div className={style.attention}>
        <Next view={view} />
        <Flags view={view} />
      </div>
      <Clocks view={view} />
      <div className={style.columns}>
        <div className={style.column}>
          <Thread view={view} mayAct={mayAct} mayCorrect={isTheirs} />
          {mayAct && <Decisions view={view} />}
          {mayAct && <AnswerForm view={view} input={answer} />}
          <Asked view={view} />
          <div className={style.later}>
            <Standing view={view} />
            <HandOffs view={view} />
            <CaseCause view={view} />
            <CaseSuggestions view={view} onDraft={mayAct && view.canAnswerInPublic ? insert : undefined} />
            <OutcomeCard view={view} />
            <QuestionCard view={view} mayAsk={isTheirs} />
            <ReportCard view={view} mayAct={isTheirs} />
          </div>
          <History view={view} />
        </div>
        <div className={style.column}>
          <Actions view={view} mayAct={mayAct} />
          <Steps view={view} />
          <Promises view={view} mayAct={mayAct} onDraft={view.canAnswerInPublic ? insert : undefined} />
          {view.status === 'open' && <SuggestedFixes view={view} mayAct={mayAct} />}
          <Fixes view={view} mayAct={mayAct} />
          <Parts view={view} mayAct={mayAct} />
          <RefusalCard view={view} />
          {view.status === 'open' && <ToClose view={view} />}
          <Understood view={view} />
          <CaseAlerts view={view} />
        </div>
      </div>
    </>
  );
}

export function CasePage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/signed-in/cases/$id' });
  const query = useQuery(caseQuery(id));
  return (
    <>
      <Link to="/" className={style.back}>
        <Icon name="back" size={18} />
        {t('case.back')}
      </Link>
      <Loaded query={query}>{(view) => <WholeCase view={view} key={view.id} />}</Loaded>
    </>
  );
}
