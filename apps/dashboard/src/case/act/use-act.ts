import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '@heard/insight';
import { api } from '../../api/client.js';
import { hasStatus } from '../../api/problem.js';
import { caseQuery } from '../../api/queries.js';

export interface Act {
  readonly path: string;
  readonly body?: Readonly<Record<string, unknown>>;
}

/** An act on a case: the answer is the case as it now is; after a refusal it is read again, to show what changed. */
export function useAct(caseId: string, onDone?: () => void) {
  const { t } = useTranslation();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ path, body }: Act) =>
      api.post<CaseView>(`/cases/${encodeURIComponent(caseId)}/${path}`, body),
    onSuccess: (view) => {
      client.setQueryData(caseQuery(caseId).queryKey, view);
      void client.invalidateQueries({ queryKey: ['cases'] });
      void client.invalidateQueries({ queryKey: ['alerts'] });
      notifications.show({ message: t('act.done'), color: 'pine', autoClose: 2500 });
      onDone?.();
    },
    onError: (error) => {
      if (hasStatus(error, 409)) void client.invalidateQueries({ queryKey: ['case', caseId] });
    },
  });
}
