import { queryOptions } from '@tanstack/react-query';
import type { CaseReportView, OutcomeQuestionView } from '@heard/insight';
import { api, queryString } from '../../api/client.js';
import type { InterfaceLanguage } from '../../i18n/index.js';

const pathOf = (caseId: string): string => `/cases/${encodeURIComponent(caseId)}`;

// Both begin with the key of the case, so that they are read again when something happens to it.
export const outcomeQuestionQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['case', caseId, 'outcome-question'],
    queryFn: ({ signal }) => api.get<OutcomeQuestionView>(`${pathOf(caseId)}/outcome-question`, signal),
  });

export const caseReportQuery = (caseId: string, language?: InterfaceLanguage) =>
  queryOptions({
    queryKey: ['case', caseId, 'report', language],
    queryFn: ({ signal }) =>
      api.get<CaseReportView>(`${pathOf(caseId)}/report${queryString({ language })}`, signal),
  });
