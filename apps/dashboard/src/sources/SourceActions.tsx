import { Button, Group, Modal, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { modals } from '@mantine/modals';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SourceView } from '@heard/insight';
import { api } from '../api/client.js';
import { useMay } from '../session/session.js';
import { Problem } from '../words/Problem.js';
import { EditForm } from './ConnectForm.js';
import style from './sources.module.css';

type Check =
  | { readonly ok: true; readonly optional?: readonly string[] }
  | { readonly ok: false; readonly missing: readonly string[] };

function Listed({ items }: { items: readonly string[] }) {
  return (
    <ul>
      {items.map((each) => (
        <li key={each}>{each}</li>
      ))}
    </ul>
  );
}

function CheckResult({ result }: { result: Check }) {
  const { t } = useTranslation();
  if (result.ok) {
    return (
      <>
        <p className={style.good}>{t('sources.checkOk')}</p>
        {result.optional && (
          <div className={style.dim}>
            <p>{t('sources.checkOptional')}</p>
            <Listed items={result.optional} />
          </div>
        )}
      </>
    );
  }
  return (
    <div className={style.trouble}>
      <p>{t('sources.checkMissing')}</p>
      <Listed items={result.missing} />
    </div>
  );
}

function pathOf(source: SourceView): string {
  return `/sources/${encodeURIComponent(source.id)}`;
}

/** What one can do with a source: a lead tests it, an administrator also pauses, changes and removes it. */
export function SourceActions({ source }: { source: SourceView }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const mayCheck = useMay('lead');
  const mayChange = useMay('administrator');
  const check = useMutation({
    mutationFn: () => api.post<Check>(`${pathOf(source)}/check`),
    onSettled: () => client.invalidateQueries({ queryKey: ['sources'] }),
  });
  if (!mayCheck) return null;
  return (
    <>
      <div role="status">{check.data && <CheckResult result={check.data} />}</div>
      <Problem error={check.error} acting />
      <Group gap="xs" mt="sm">
        <Button size="xs" variant="light" loading={check.isPending} onClick={() => check.mutate()}>
          {t('sources.check')}
        </Button>
        {mayChange && <Changes source={source} />}
      </Group>
    </>
  );
}

function Changes({ source }: { source: SourceView }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [editing, { open, close }] = useDisclosure();
  const path = pathOf(source);
  const refresh = () => client.invalidateQueries({ queryKey: ['sources'] });
  const change = useMutation({ mutationFn: (act: () => Promise<unknown>) => act(), onSettled: refresh });
  const isPaused = source.state === 'paused';
  const askRemove = () =>
    modals.openConfirmModal({
      title: t('sources.removeTitle'),
      children: <Text>{t('sources.removeText', { name: source.name })}</Text>,
      labels: { confirm: t('app.remove'), cancel: t('app.cancel') },
      confirmProps: { color: 'red.8' },
      closeButtonProps: { 'aria-label': t('app.close') },
      onConfirm: () => change.mutate(() => api.remove(path)),
    });
  return (
    <>
      <Button size="xs" variant="default" onClick={open}>
        {t('app.edit')}
      </Button>
      <Button
        size="xs"
        variant="default"
        loading={change.isPending}
        onClick={() => change.mutate(() => api.patch(path, { paused: !isPaused }))}
      >
        {t(isPaused ? 'sources.resume' : 'sources.pause')}
      </Button>
      <Button size="xs" variant="default" onClick={askRemove}>
        {t('app.remove')}
      </Button>
      <Problem error={change.error} acting />
      <Modal
        opened={editing}
        onClose={close}
        title={t('sources.options', { name: source.name })}
        size="lg"
        closeButtonProps={{ 'aria-label': t('app.cancel') }}
      >
        {editing && <EditForm source={source} onDone={close} />}
      </Modal>
    </>
  );
}
