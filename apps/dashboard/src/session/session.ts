import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Role } from '@heard/core';
import type { SessionView } from '@heard/insight';
import { api } from '../api/client.js';
import { sessionQuery } from '../api/queries.js';
import type { InterfaceLanguage } from '../i18n/index.js';

const order: readonly Role[] = ['administrator', 'director', 'lead', 'manager', 'viewer'];

/** Who is signed in. Only below the signed-in layout, which waits for it. */
export function useSession(): SessionView {
  const { data } = useQuery({ ...sessionQuery, enabled: false });
  if (!data) throw new Error('A page of the signed-in part was drawn without a session.');
  return data;
}

/** True when the signed-in person may do at least what `needed` may. The API decides; this only hides what it would refuse. */
export function useMay(needed: Role): boolean {
  return order.indexOf(useSession().user.role) <= order.indexOf(needed);
}

/** Remembers a person's language in their account; at once on this page, so that no navigation switches it back. */
export function useRememberLanguage() {
  const client = useQueryClient();
  const show = (interfaceLanguage: InterfaceLanguage) =>
    client.setQueryData(
      sessionQuery.queryKey,
      (now) => now && { ...now, user: { ...now.user, interfaceLanguage } },
    );
  return useMutation({
    mutationFn: (interfaceLanguage: InterfaceLanguage) =>
      api.patch<SessionView>('/session', { interfaceLanguage }),
    onMutate: show,
  });
}
