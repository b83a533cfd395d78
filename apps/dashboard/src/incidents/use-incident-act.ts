import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.js';
import { incidentPath } from './queries.js';

/** An act on an incident; everything about incidents is read again afterwards, also after a refusal. */
export function useIncidentAct<Answer = unknown>(id: string, onDone?: (answer: Answer) => void) {
  const { t } = useTranslation();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ path, body }: { path: string; body?: object }) =>
      api.post<Answer>(`${incidentPath(id)}/${path}`, body),
    onSuccess: (answer) => {
      notifications.show({ message: t('act.done'), color: 'pine', autoClose: 2500 });
      onDone?.(answer);
    },
    onSettled: () => {
      for (const key of ['incidents', 'case', 'alerts']) void client.invalidateQueries({ queryKey: [key] });
    },
  });
}
