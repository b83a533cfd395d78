import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  type SearchSchemaInput,
} from '@tanstack/react-router';
import { hasStatus } from './api/problem.js';
import { sessionQuery } from './api/queries.js';
import { CasesPage } from './cases/CasesPage.js';
import { type CasesSearch, readCasesSearch } from './cases/search.js';
import { currentLanguage, switchLanguage } from './i18n/index.js';
import { Shell } from './layout/Shell.js';
import { NotFound, RouteProblem } from './layout/RouteProblem.js';
import { queryClient, whenSignedOut } from './query-client.js';
import { readReportSearch, type ReportSearch } from './reports/tabs.js';
import { SignInPage } from './session/SignInPage.js';

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

const howRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/how/$token',
  component: lazyRouteComponent(() => import('./customer/HowPage.js'), 'HowPage'),
});

const reportRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/report/$token',
  component: lazyRouteComponent(() => import('./customer/ReportPage.js'), 'ReportPage'),
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

interface ConsentSearch {
  readonly state?: string;
  readonly code?: string;
}

const casesRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  component: CasesPage,
  validateSearch: (search: CasesSearch & SearchSchemaInput) => readCasesSearch(search),
});

const caseRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/cases/$id',
  component: lazyRouteComponent(() => import('./case/CasePage.js'), 'CasePage'),
});

const promisesRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/promises',
  component: lazyRouteComponent(() => import('./promises/PromisesPage.js'), 'PromisesPage'),
  validateSearch: (search: { mine?: boolean } & SearchSchemaInput) => (search.mine ? { mine: true } : {}),
});

const reportsRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/reports',
  component: lazyRouteComponent(() => import('./reports/ReportsPage.js'), 'ReportsPage'),
  validateSearch: (search: ReportSearch & SearchSchemaInput): ReportSearch => readReportSearch(search),
});

const incidentsRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/incidents',
  component: lazyRouteComponent(() => import('./incidents/IncidentsPage.js'), 'IncidentsPage'),
});

const incidentRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/incidents/$id',
  component: lazyRouteComponent(() => import('./incidents/IncidentPage.js'), 'IncidentPage'),
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

const consentRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/sources/consent',
  component: lazyRouteComponent(() => import('./sources/ConsentPage.js'), 'ConsentPage'),
  validateSearch: (search: ConsentSearch & SearchSchemaInput): ConsentSearch => ({
    ...(search.state === undefined ? {} : { state: String(search.state) }),
    ...(search.code === undefined ? {} : { code: String(search.code) }),
  }),
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

const accuracyRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/accuracy',
  component: lazyRouteComponent(() => import('./accuracy/AccuracyPage.js'), 'AccuracyPage'),
});

const checksRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/checks',
  component: lazyRouteComponent(() => import('./checks/ChecksPage.js'), 'ChecksPage'),
});

const settingsRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings',
  component: lazyRouteComponent(() => import('./settings/SettingsPage.js'), 'SettingsPage'),
});

const placesRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/places',
  component: lazyRouteComponent(() => import('./places/PlacesPage.js'), 'PlacesPage'),
});

const policyRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/policy',
  component: lazyRouteComponent(() => import('./policy/PolicyPage.js'), 'PolicyPage'),
  validateSearch: (search: { version?: number } & SearchSchemaInput) => {
    const version = Number(search.version);
    return Number.isInteger(version) && version > 0 ? { version } : {};
  },
});

const suggestionStates = ['new', 'under_review', 'accepted', 'done', 'declined', 'all'] as const;

const suggestionsRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/suggestions',
  component: lazyRouteComponent(() => import('./suggestions/SuggestionsPage.js'), 'SuggestionsPage'),
  validateSearch: (search: { state?: string; mine?: boolean } & SearchSchemaInput) => {
    const state = suggestionStates.find((each) => each === search.state);
    return { ...(state ? { state } : {}), ...(search.mine ? { mine: true } : {}) };
  },
});

const suggestionRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/suggestions/$id',
  component: lazyRouteComponent(() => import('./suggestions/SuggestionPage.js'), 'SuggestionPage'),
});

const causeStates = ['open', 'fixing', 'fixed', 'recurred'] as const;

const causesRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/causes',
  component: lazyRouteComponent(() => import('./causes/CausesPage.js'), 'CausesPage'),
  validateSearch: (search: { state?: string } & SearchSchemaInput) => {
    const state = causeStates.find((each) => each === search.state);
    return state ? { state } : {};
  },
});

const causeRoute = createRoute({
  getParentRoute: () => signedIn,
  path: '/causes/$id',
  component: lazyRouteComponent(() => import('./causes/CausePage.js'), 'CausePage'),
});

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    signInRoute,
    takeRoute,
    howRoute,
    reportRoute,
    signedIn.addChildren([
      casesRoute,
      caseRoute,
      promisesRoute,
      suggestionsRoute,
      suggestionRoute,
      causesRoute,
      causeRoute,
      reportsRoute,
      incidentsRoute,
      incidentRoute,
      alertsRoute,
      sourcesRoute,
      consentRoute,
      dutyRoute,
      usersRoute,
      lettersRoute,
      checksRoute,
      accuracyRoute,
      settingsRoute,
      placesRoute,
      policyRoute,
    ]),
  ]),
  defaultPreload: 'intent',
  defaultErrorComponent: RouteProblem,
  scrollRestoration: true,
});

whenSignedOut(() => {
  const { pathname, href } = router.state.location;
  if (pathname === '/sign-in' || /^\/(?:take|how|report)\//.test(pathname)) return;
  queryClient.removeQueries({ queryKey: sessionQuery.queryKey });
  void router.navigate({ to: '/sign-in', search: pathname === '/' ? {} : { next: href } });
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
