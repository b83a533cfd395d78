import { Button, Group, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.js';
import { useMay } from '../session/session.js';
import { DemoPill, Pill } from '../words/Pills.js';
import { Problem } from '../words/Problem.js';
import type { BrandView } from './queries.js';
import style from './places.module.css';

/** One brand or location, and for those who may: another name, retired, brought back. */
export function PlaceLine({
  place,
  path,
  facts,
  form,
}: {
  place: BrandView;
  path: 'brands' | 'locations';
  facts?: readonly string[];
  form: (close: () => void) => ReactNode;
}) {
  const { t } = useTranslation();
  const mayChange = useMay('director');
  return (
    <li className={style.line} data-retired={place.retired}>
      <div className={style.what}>
        <strong>{place.name}</strong> {place.retired && <Pill tone="low">{t('places.retired')}</Pill>}{' '}
        {place.demo && <DemoPill />}
        {facts && facts.length > 0 && <div className={style.dim}>{facts.join(' · ')}</div>}
      </div>
      {mayChange && <Changes place={place} path={path} form={form} />}
    </li>
  );
}

function Changes({
  place,
  path,
  form,
}: {
  place: BrandView;
  path: 'brands' | 'locations';
  form: (close: () => void) => ReactNode;
}) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [editing, { open, close }] = useDisclosure();
  const retire = useMutation({
    mutationFn: () => api.patch(`/${path}/${encodeURIComponent(place.id)}`, { retired: !place.retired }),
    onSettled: () => client.invalidateQueries({ queryKey: [path] }),
  });
  const { name } = place;
  return (
    <>
      <Group gap="xs">
        <Button size="xs" variant="default" aria-label={t('places.editNamed', { name })} onClick={open}>
          {t('app.edit')}
        </Button>
        <Button
          size="xs"
          variant="default"
          loading={retire.isPending}
          aria-label={t(place.retired ? 'places.reviveNamed' : 'places.retireNamed', { name })}
          onClick={() => retire.mutate()}
        >
          {t(place.retired ? 'places.revive' : 'places.retire')}
        </Button>
      </Group>
      {retire.error && (
        <div className={style.wide}>
          <Problem error={retire.error} acting />
        </div>
      )}
      <Modal
        opened={editing}
        onClose={close}
        title={t('places.editNamed', { name })}
        size="lg"
        closeButtonProps={{ 'aria-label': t('app.cancel') }}
      >
        {editing && form(close)}
      </Modal>
    </>
  );
}
