import { Button, Modal, NativeSelect } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '@heard/core';
import type { UserView } from '@heard/insight';
import { api } from '../api/client.js';
import { usersQuery } from '../api/queries.js';
import { Icon } from '../icons.js';
import { useMay, useSession } from '../session/session.js';
import { Loaded, PageHead } from '../words/Page.js';
import { DemoPill, Pill } from '../words/Pills.js';
import { Problem } from '../words/Problem.js';
import { SecretOnce } from '../words/SecretOnce.js';
import { useFormat } from '../words/use-format.js';
import { usePlaces } from '../places/use-places.js';
import { AddUser } from './AddUser.js';
import { EditUser } from './EditUser.js';
import style from './users.module.css';

export const roles: readonly Role[] = ['administrator', 'director', 'lead', 'manager', 'viewer'];

function Changes({ user }: { user: UserView }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const isMe = useSession().user.id === user.id;
  const [editing, { open, close }] = useDisclosure();
  const change = useMutation({
    mutationFn: (body: { role?: string; active?: boolean }) =>
      api.patch<UserView>(`/users/${encodeURIComponent(user.id)}`, body),
    onSettled: () => client.invalidateQueries({ queryKey: ['users'] }),
  });
  return (
    <>
      <NativeSelect
        aria-label={t('users.roleOf', { name: user.name })}
        value={user.role}
        disabled={isMe || change.isPending}
        data={roles.map((value) => ({ value, label: t(`role.${value}`) }))}
        onChange={(event) => change.mutate({ role: event.currentTarget.value })}
      />
      <Button variant="default" aria-label={t('users.editUser', { name: user.name })} onClick={open}>
        {t('app.edit')}
      </Button>
      <Button
        variant="default"
        disabled={isMe}
        loading={change.isPending}
        aria-label={t(user.active ? 'users.deactivateUser' : 'users.activateUser', { name: user.name })}
        onClick={() => change.mutate({ active: !user.active })}
      >
        {t(user.active ? 'users.deactivate' : 'users.activate')}
      </Button>
      <Modal
        opened={editing}
        onClose={close}
        title={t('users.editUser', { name: user.name })}
        size="lg"
        closeButtonProps={{ 'aria-label': t('app.cancel') }}
      >
        {editing && <EditUser user={user} onDone={close} />}
      </Modal>
      {change.error && (
        <div className={style.wide}>
          <Problem error={change.error} acting />
        </div>
      )}
    </>
  );
}

/** What of the cases is theirs by name: brands, locations, kinds of failure. */
function Own({ user }: { user: UserView }) {
  const { t } = useTranslation();
  const { nameOf } = usePlaces();
  const places = [...user.brandIds, ...user.locationIds].flatMap((id) => nameOf(id) ?? []);
  const skills = user.skills.map((kind) => t(`failure.${kind}`));
  if (places.length === 0 && skills.length === 0) return null;
  return <div className={style.dim}>{[...places, ...skills].join(' · ')}</div>;
}

function UserLine({ user }: { user: UserView }) {
  const { t } = useTranslation();
  const { list } = useFormat();
  const isMe = useSession().user.id === user.id;
  const mayChange = useMay('administrator');
  return (
    <li className={style.line} data-active={user.active}>
      <div className={style.who}>
        <strong>{user.name}</strong> {isMe && <span className={style.dim}>({t('users.you')})</span>}{' '}
        {user.onDutyNow && <Pill tone="good">{t('act.onDuty')}</Pill>}{' '}
        {!user.active && <Pill tone="low">{t('users.inactive')}</Pill>} {user.demo && <DemoPill />}
        <div className={style.dim}>
          {user.email} · {list(user.languages.map((language) => t(`language.${language}`)))}
        </div>
        <Own user={user} />
      </div>
      <span className={style.dim}>{t('users.openCases', { count: user.openCases })}</span>
      {mayChange ? <Changes user={user} /> : <span>{t(`role.${user.role}`)}</span>}
    </li>
  );
}

export function UsersPage() {
  const { t } = useTranslation();
  const query = useQuery(usersQuery);
  const mayAdd = useMay('administrator');
  const [opened, { open, close }] = useDisclosure();
  const [added, setAdded] = useState<{ name: string; password: string }>();
  return (
    <>
      <PageHead title={t('users.title')} lead={t('users.lead')}>
        {mayAdd && (
          <Button leftSection={<Icon name="plus" size={18} />} onClick={open}>
            {t('users.add')}
          </Button>
        )}
      </PageHead>
      {added && (
        <SecretOnce
          title={t('users.oneTime', { name: added.name })}
          hint={t('users.oneTimeHint')}
          secret={added.password}
        />
      )}
      <Modal
        opened={opened}
        onClose={close}
        title={t('users.add')}
        size="lg"
        closeButtonProps={{ 'aria-label': t('app.cancel') }}
      >
        {opened && (
          <AddUser
            onDone={(name, password) => {
              setAdded(password ? { name, password } : undefined);
              close();
            }}
          />
        )}
      </Modal>
      <Loaded query={query}>
        {(page) => (
          <ul className={style.list}>
            {page.items.map((user) => (
              <UserLine key={user.id} user={user} />
            ))}
          </ul>
        )}
      </Loaded>
    </>
  );
}
