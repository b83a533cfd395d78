import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  type SearchSchemaInput,
} from '@tanstack/react-router';
import type { Urgency } from '@heard/core';
import { hasStatus } from './api/problem.js';
import { sessionQuery } from './api/queries.js';
import { CasesPage } from './cases/CasesPage.js';
import { currentLanguage, switchLanguage } from './i18n/index.js';
import { Shell } from './layout/Shell.js';
import { NotFound, RouteProblem } from './layout/RouteProblem.js';
import { queryClient, whenSignedOut } from './query-client.js';
import { SignInPage } from './session/SignInPage.js';

const urgencies: readonly Urgency[] = ['critical', 'high', 'normal', 'low'];
const statuses = ['open', 'closed', 'all'] as const;

/** Only a path of this site may be returned to after signing in. */
function innerPath(value: unknown): string | undefined {
  return typeof value === 'string' && /^\/(?![/\\])/.test(value) ? value : undefined;
}

const rootRoute = createRootRoute({ notFoundComponent: NotFound, errorComponent: RouteProblem });

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  component: SignInPage,
  validateSearch: (search: { next?: string } & SearchSchemaInput) => {
    const next = innerPath(search.next);
    return next ? { next } : {};
  },
});

const takeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/take/$token',
  component: lazyRouteComponent(() => import('./take/TakePage.js'), 'TakePage'),
});

const signedIn = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  component: Shell,
  beforeLoad: async ({ location }) => {
    try {
      const { user } = await queryClient.ensureQueryData(sessionQuery);
      if (user.interfaceLanguage !== currentLanguage()) await switchLanguage(user.interfaceLanguage);
    } catch (error) {
      if (!hasStatus(error, 401)) throw error;
      throw redirect({ to: '/sign-in', search: location.pathname === '/' ? {} : { next: location.href } });
    }
  },
});

const casesRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  component: CasesPage,
  validateSearch: (search: { status?: string; mine?: boolean; urgency?: string } & SearchSchemaInput) => {
    const status = statuses.find((each) => each === search.status);
    const urgency = urgencies.filter((each) =>
      String(search.urgency ?? '')
        .split(',')
        .includes(each),
    );
    return {
      ...(status && status !== 'open' ? { status } : {}),
      ...(search.mine ? { mine: true } : {}),
      ...(urgency.length > 0 ? { urgency: urgency.join(',') } : {}),
    };
  },
});

const caseRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/cases/$id',
  component: lazyRouteComponent(() => import('./case/CasePage.js'), 'CasePage'),
});

const alertsRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/alerts',
  component: lazyRouteComponent(() => import('./alerts/AlertsPage.js'), 'AlertsPage'),
});

const sourcesRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/sources',
  component: lazyRouteComponent(() => import('./sources/SourcesPage.js'), 'SourcesPage'),
});

const dutyRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/duty',
  component: lazyRouteComponent(() => import('./duty/DutyPage.js'), 'DutyPage'),
});

const usersRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/users',
  component: lazyRouteComponent(() => import('./users/UsersPage.js'), 'UsersPage'),
});

const lettersRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/letters',
  component: lazyRouteComponent(() => import('./letters/LettersPage.js'), 'LettersPage'),
  validateSearch: (search: { id?: string } & SearchSchemaInput) =>
    search.id ? { id: String(search.id) } : {},
});

const settingsRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings',
  component: lazyRouteComponent(() => import('./settings/SettingsPage.js'), 'SettingsPage'),
});

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    signInRoute,
    takeRoute,
    signedIn.addChildren([
      casesRoute,
      caseRoute,
      alertsRoute,
      sourcesRoute,
      dutyRoute,
      usersRoute,
      lettersRoute,
      settingsRoute,
    ]),
  ]),
  defaultPreload: 'intent',
  defaultErrorComponent: RouteProblem,
  scrollRestoration: true,
});

whenSignedOut(() => {
  const { pathname, href } = router.state.location;
  if (pathname === '/sign-in' || pathname.startsWith('/take/')) return;
  queryClient.removeQueries({ queryKey: sessionQuery.queryKey });
  void router.navigate({ to: '/sign-in', search: pathname === '/' ? {} : { next: href } });
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
