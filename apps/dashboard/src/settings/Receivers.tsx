import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.js';
import { type ReceiverView, receiversQuery } from '../api/queries.js';
import { Card, Loaded } from '../words/Page.js';
import { Problem } from '../words/Problem.js';
import { SecretOnce } from '../words/SecretOnce.js';
import style from './settings.module.css';

/** Where signed alerts go besides the mail. */
export function Receivers() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const query = useQuery(receiversQuery);
  const refresh = () => client.invalidateQueries({ queryKey: ['receivers'] });
  const form = useForm({ initialValues: { name: '', url: '' } });
  const add = useMutation({
    mutationFn: (values: typeof form.values) =>
      api.post<ReceiverView & { secret: string }>('/receivers', values),
    onSuccess: () => {
      form.reset();
      return refresh();
    },
  });
  const remove = useMutation({
    mutationFn: (id: string) => api.remove(`/receivers/${encodeURIComponent(id)}`),
    onSettled: refresh,
  });
  return (
    <Card label={t('settings.receivers')}>
      <h2 className={style.heading}>{t('settings.receivers')}</h2>
      <p className={style.dim}>{t('settings.receiversLead')}</p>
      {add.data && (
        <SecretOnce
          title={t('settings.newSecret')}
          hint={t('settings.secretOnce')}
          secret={add.data.secret}
        />
      )}
      <Loaded query={query}>
        {({ items }) => (
          <ul className={style.list}>
            {items.length === 0 && <li className={style.dim}>{t('settings.noReceivers')}</li>}
            {items.map((each) => (
              <li key={each.id}>
                <span>
                  <strong>{each.name}</strong> <span className={style.dim}>{each.url}</span>
                </span>
                <Button
                  variant="default"
                  size="sm"
                  aria-label={t('settings.removeReceiver', { name: each.name })}
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
          <TextInput required label={t('settings.receiverName')} {...form.getInputProps('name')} />
          <TextInput required type="url" label={t('settings.receiverUrl')} {...form.getInputProps('url')} />
          <Problem error={add.error ?? remove.error} acting />
          <Button type="submit" variant="default" loading={add.isPending}>
            {t('settings.addReceiver')}
          </Button>
        </Stack>
      </form>
    </Card>
  );
}
