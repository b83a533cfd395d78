import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { incidentsOfCaseQuery } from './queries.js';
import { StatusPill, useIncidentTitle } from './Shared.js';
import style from './incidents.module.css';

/** Says on the page of a case that others complain of the same. */
export function CaseIncident({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const title = useIncidentTitle();
  const { data } = useQuery(incidentsOfCaseQuery(caseId));
  const incidents = data?.items.filter(({ status }) => status !== 'dismissed') ?? [];
  return (
    <>
      {incidents.map((incident) => (
        <aside key={incident.id} className={style.noteOfCase} aria-label={t('incidents.ofCase')}>
          <StatusPill incident={incident} />
          <span>
            {t('incidents.othersToo', { count: incident.cases - 1 })}{' '}
            <Link to="/incidents/$id" params={{ id: incident.id }}>
              {title(incident)}
            </Link>
          </span>
        </aside>
      ))}
    </>
  );
}
