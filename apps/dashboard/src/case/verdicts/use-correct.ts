import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Verdicts } from '@heard/core';
import type { CaseView, MentionView } from '@heard/insight';
import { api } from '../../api/client.js';
import { caseQuery } from '../../api/queries.js';

/** What is said of a text: what is right, or that an earlier word is taken back. */
export type Said = { readonly given: Partial<Verdicts> } | { readonly takesBack: string };

/** Corrects what was understood of a text of the case; the case is read again, for it follows. */
export function useCorrect(caseId: string, mentionId: string) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const path = `/mentions/${encodeURIComponent(mentionId)}/corrections`;
  const { queryKey } = caseQuery(caseId);
  return useMutation({
    mutationFn: (said: Said) =>
      'given' in said
        ? api.post<MentionView>(path, said.given)
        : api.post<MentionView>(`${path}/${encodeURIComponent(said.takesBack)}/take-back`),
    onSuccess: ({ id, assessment }) => {
      client.setQueryData<CaseView>(queryKey, (view) => view && withAssessment(view, id, assessment));
      notifications.show({ message: t('act.done'), color: 'pine', autoClose: 2500 });
    },
    // After a refusal too: what the reader sees is not what stands.
    onSettled: async () => {
      void client.invalidateQueries({ queryKey: ['cases'] });
      void client.invalidateQueries({ queryKey: ['alerts'] });
      await client.invalidateQueries({ queryKey });
    },
  });
}

function withAssessment(view: CaseView, id: string, assessment: MentionView['assessment']): CaseView {
  const thread = view.thread.map((each) => (each.id === id && assessment ? { ...each, assessment } : each));
  return { ...view, thread };
}
