import { Button, Checkbox, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.js';
import { type KeyView, keysQuery } from '../api/queries.js';
import { Card, Loaded } from '../words/Page.js';
import { Problem } from '../words/Problem.js';
import { SecretOnce } from '../words/SecretOnce.js';
import style from './settings.module.css';

const subjects = ['mentions', 'cases', 'sources', 'alerts', 'users'] as const;
const rights = ['read', 'write'] as const;

/** The keys by which programs come in; a key is shown once and can only be removed afterwards. */
export function Keys() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const query = useQuery(keysQuery);
  const refresh = () => client.invalidateQueries({ queryKey: ['keys'] });
  const form = useForm({ initialValues: { name: '', scopes: ['mentions:read', 'cases:read'] } });
  const add = useMutation({
    mutationFn: (values: typeof form.values) => api.post<KeyView & { key: string }>('/keys', values),
    onSuccess: () => {
      form.reset();
      return refresh();
    },
  });
  const remove = useMutation({
    mutationFn: (id: string) => api.remove(`/keys/${encodeURIComponent(id)}`),
    onSettled: refresh,
  });
  const nameOf = (subject: string, right: (typeof rights)[number]) =>
    `${t(`settings.scopeOf.${subject}`)}: ${t(right === 'read' ? 'settings.scopeRead' : 'settings.scopeWrite')}`;
  return (
    <Card label={t('settings.keys')}>
      <h2 className={style.heading}>{t('settings.keys')}</h2>
      <p className={style.dim}>{t('settings.keysLead')}</p>
      {add.data && (
        <SecretOnce title={t('settings.newKey')} hint={t('settings.secretOnce')} secret={add.data.key} />
      )}
      <Loaded query={query}>
        {({ items }) => (
          <ul className={style.list}>
            {items.length === 0 && <li className={style.dim}>{t('settings.noKeys')}</li>}
            {items.map((each) => (
              <li key={each.id}>
                <span>
                  <strong>{each.name}</strong> <span className={style.dim}>{each.scopes.join(', ')}</span>
                </span>
                <Button
                  variant="default"
                  size="sm"
                  aria-label={t('settings.removeKey', { name: each.name })}
                  onClick={() => remove.mutate(each.id)}
                >
                  {t('app.remove')}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      <form onSubmit={form.onSubmit((values) => add.mutate(values))}>
        <Stack gap="sm">
          <TextInput required label={t('settings.keyName')} {...form.getInputProps('name')} />
          <Checkbox.Group label={t('settings.scopes')} {...form.getInputProps('scopes')}>
            <div className={style.scopes}>
              {subjects.flatMap((subject) =>
                rights.map((right) => (
                  <Checkbox
                    key={subject + right}
                    value={`${subject}:${right}`}
                    label={nameOf(subject, right)}
                  />
                )),
              )}
            </div>
          </Checkbox.Group>
          <Problem error={add.error ?? remove.error} acting />
          <Button type="submit" variant="default" loading={add.isPending}>
            {t('settings.addKey')}
          </Button>
        </Stack>
      </form>
    </Card>
  );
}
