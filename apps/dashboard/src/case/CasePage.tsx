import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '@heard/insight';
import { caseQuery } from '../api/queries.js';
import { Icon } from '../icons.js';
import { useMay, useSession } from '../session/session.js';
import { Loaded } from '../words/Page.js';
import { Actions } from './Actions.js';
import { AnswerForm } from './act/AnswerForm.js';
import { CaseAlerts } from './CaseAlerts.js';
import { CaseHead } from './CaseHead.js';
import { Clocks } from './Clocks.js';
import { Fixes } from './Fixes.js';
import { History } from './History.js';
import { OutcomeCard, RefusalCard } from './Endings.js';
import { Promises } from './Promises.js';
import { Thread } from './Thread.js';
import { ToClose } from './ToClose.js';
import { Understood } from './Understood.js';
import style from './case.module.css';

/** May this person act on the case now? A manager answers only for their own; the API has the last word. */
function useMayAct(view: CaseView): boolean {
  const me = useSession().user.id;
  const isLead = useMay('lead');
  const isManager = useMay('manager');
  return view.status === 'open' && (isLead || (isManager && view.assignee.id === me));
}

function WholeCase({ view }: { view: CaseView }) {
  const mayAct = useMayAct(view);
  return (
    <>
      <CaseHead view={view} />
      <Clocks view={view} />
      <div className={style.columns}>
        <div className={style.column}>
          <Thread view={view} />
          {mayAct && <AnswerForm view={view} />}
          <History view={view} />
        </div>
        <div className={style.column}>
          <Actions view={view} mayAct={mayAct} />
          <Understood view={view} />
          <Fixes view={view} mayAct={mayAct} />
          <Promises view={view} mayAct={mayAct} />
          <RefusalCard view={view} />
          <OutcomeCard view={view} />
          {view.status === 'open' && <ToClose view={view} />}
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
