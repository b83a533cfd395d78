import {
  ActionIcon,
  AppShell,
  Burger,
  Button,
  Menu,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.js';
import { startLive } from '../api/live.js';
import { Icon, Mark } from '../icons.js';
import { LanguageSwitch } from '../session/LanguageSwitch.js';
import { useRememberLanguage, useSession } from '../session/session.js';
import { Navigation } from './Navigation.js';
import style from './layout.module.css';

function SchemeSwitch() {
  const { t } = useTranslation();
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={44}
      aria-label={t('app.scheme')}
      onClick={() => setColorScheme(scheme === 'dark' ? 'light' : 'dark')}
    >
      <Icon name="sun" />
    </ActionIcon>
  );
}

function AccountMenu() {
  const { t } = useTranslation();
  const { user, workspace } = useSession();
  const client = useQueryClient();
  const navigate = useNavigate();
  const signOut = useMutation({
    mutationFn: () => api.remove('/session'),
    onSuccess: async () => {
      await navigate({ to: '/sign-in' });
      client.clear();
    },
    onError: () => notifications.show({ message: t('problem.offlineAct'), color: 'red.8' }),
  });
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          px={10}
          h={44}
          aria-label={`${t('app.account')}: ${user.name}`}
          leftSection={<Icon name="person" />}
          className={style.account}
        >
          <span className={style.accountName}>{user.name}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {user.name} · {t(`role.${user.role}`)}
          <br />
          {workspace.name}
        </Menu.Label>
        <Menu.Item component={Link} to="/settings">
          {t('app.settings')}
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="out" size={16} />} onClick={() => signOut.mutate()}>
          {t('app.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** The frame of the signed-in part: who and where one is, the ways to everything, and the live news. */
export function Shell() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [opened, { toggle, close }] = useDisclosure();
  const path = useRouterState({ select: (state) => state.location.pathname });
  useEffect(() => startLive(client), [client]);
  useEffect(close, [path, close]);
  const remember = useRememberLanguage();
  return (
    <AppShell
      header={{ height: 60 }}
      navbar={{ width: 264, breakpoint: 'md', collapsed: { mobile: !opened } }}
      padding={{ base: 'sm', sm: 'lg' }}
    >
      <a className="h-skip" href="#content">
        {t('app.skip')}
      </a>
      <AppShell.Header className={style.header}>
        <Burger
          opened={opened}
          onClick={toggle}
          hiddenFrom="md"
          size="sm"
          aria-label={t('app.menu')}
          className={style.burger}
        />
        <Link to="/" className={style.brand} aria-label="Heard">
          <Mark />
          <span>Heard</span>
        </Link>
        <div className={style.tools}>
          <LanguageSwitch onSwitch={remember.mutate} />
          <SchemeSwitch />
          <AccountMenu />
        </div>
      </AppShell.Header>
      <AppShell.Navbar className={style.navbar} aria-label={t('app.navigation')}>
        <Navigation />
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1} className={style.main}>
        <div className={style.content}>
          <Outlet />
        </div>
      </AppShell.Main>
    </AppShell>
  );
}
