import { type Actor, type CollectedMention, Fault, heard, type Role } from '@heard/core';
import { newId } from '@heard/database';
import { Policies } from '@heard/policies';
import type { CaseView, MentionView } from '@heard/insight';
import {
  ApiKeys,
  Audit,
  ChangeStaff,
  DutyRota,
  People,
  Sessions,
  setUpWorkspace,
  Workspaces,
} from '@heard/staff';
import { FakeClock, type TestDatabase, testDatabase } from '@heard/testing';
import { type Api, type ApiAsked, createApi } from './create-api.js';
import type { ApiLog } from './log.js';
import { databaseHealth } from './parts/database-health.js';
import { policiesPart } from './parts/policies-part.js';
import { authPart, type StaffLibrary, staffPart } from './parts/staff-parts.js';
import type { ApiParts } from './ports/index.js';
import { LiveNews } from './store/live-news.js';
import type { CaseAsked } from '@heard/recovery';

export const adminEmail = 'head@lavka.example';
export const adminPassword = 'тиха кавʼярня 12';
export const knownCase = newId();
export const knownMention = newId();

/** An api over the real staff library and database; what the slices do is in memory. */
export interface TestApi {
  readonly api: Api;
  readonly db: TestDatabase;
  readonly workspaceId: string;
  readonly keys: ApiKeys;
  readonly staff: StaffLibrary;
  readonly acts: { caseId: string; command: CaseAsked; by: Actor }[];
  readonly pushed: { source: string; mentions: readonly CollectedMention[] }[];
  readonly corrected: object[];
  readonly logged: string[];
  /** What the next act faults with. */
  fault: Error | undefined;
  signIn(email?: string, password?: string): Promise<string>;
  keyOf(...scopes: string[]): Promise<string>;
  /** A new person of this role, signed in; gives their cookie. */
  cookieOf(role: Role): Promise<string>;
  call(path: string, init?: RequestInit): Promise<Response>;
  close(): Promise<void>;
}

export async function startTestApi(asked: Partial<ApiAsked> = {}): Promise<TestApi> {
  const db = await testDatabase([]);
  const clock = new FakeClock(new Date());
  const staff = staffLibrary(db, clock);
  const { workspaceId } = await setUpWorkspace(
    db.database,
    { administratorEmail: adminEmail, administratorPassword: adminPassword },
    clock,
  );
  const live = await LiveNews.start(db.serviceUrl);
  const [acts, pushed, logged]: [TestApi['acts'], TestApi['pushed'], string[]] = [[], [], []];
  const corrected: object[] = [];
  const state: { fault: Error | undefined } = { fault: undefined };
  const parts = inMemory(staff, live, { acts, pushed, corrected, state });
  const api = await createApi(parts, {
    host: '127.0.0.1',
    port: 0,
    publicUrl: 'http://heard.example',
    clock,
    log: logInto(logged),
    ...asked,
  });
  const call = (path: string, init?: RequestInit) => fetch(`${api.address}${path}`, init);
  const signIn = async (email = adminEmail, password = adminPassword) => {
    const answer = await call('/api/v1/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    if (!answer.ok) throw new Error(`sign-in: ${answer.status} ${await answer.text()}`);
    return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  };
  return {
    api,
    db,
    workspaceId,
    staff,
    keys: staff.keys,
    acts,
    pushed,
    corrected,
    logged,
    get fault() {
      return state.fault;
    },
    set fault(fault) {
      state.fault = fault;
    },
    signIn,
    call,
    keyOf: async (...scopes) => (await staff.keys.create(workspaceId, { name: 'test', scopes }, heard)).key,
    async cookieOf(role) {
      const [email, password] = [`${newId()}@lavka.example`, 'цілком таємне слово'];
      await staff.change.add(workspaceId, { name: role, email, role, languages: ['uk'], password }, heard);
      return signIn(email, password);
    },
    async close() {
      await api.close();
      await live.close();
      await db.close();
    },
  };
}

function staffLibrary({ database }: TestDatabase, clock: FakeClock): StaffLibrary {
  const [people, rota, workspaces, audit] = [
    new People(clock),
    new DutyRota(),
    new Workspaces(),
    new Audit(clock),
  ];
  return {
    database,
    clock,
    people,
    rota,
    workspaces,
    change: new ChangeStaff(database, people, rota, workspaces, audit),
    sessions: new Sessions(database, people, workspaces, audit, clock),
    keys: new ApiKeys(database, audit, clock),
  };
}

function logInto(lines: string[]): ApiLog {
  const write = (fields: object, message: string) => void lines.push(JSON.stringify({ ...fields, message }));
  return { info: write, warn: write, error: write };
}

interface Memory {
  readonly acts: TestApi['acts'];
  readonly pushed: TestApi['pushed'];
  readonly corrected: object[];
  readonly state: { fault: Error | undefined };
}

function inMemory(staff: StaffLibrary, live: LiveNews, { acts, pushed, corrected, state }: Memory): ApiParts {
  const nothing = async () => undefined;
  const empty = async () => ({ items: [] });
  const missing = async (): Promise<never> => {
    throw new Fault('missing', 'There is no such thing.');
  };
  return {
    auth: authPart(staff),
    staff: staffPart(staff),
    cases: {
      list: async (_workspaceId, { cursor }) =>
        cursor === undefined ? { items: [], nextCursor: 'bmV4dA' } : { items: [] },
      get: async (_workspaceId, id) =>
        id === knownCase ? ({ id, answerTo: newId() } as CaseView) : undefined,
      history: nothing,
      async act(_workspaceId, caseId, command, by) {
        if (state.fault) throw state.fault;
        if (caseId !== knownCase) return missing();
        acts.push({ caseId, command, by });
      },
    },
    promises: { list: empty, keptRate: missing },
    incidents: {
      list: empty,
      get: nothing,
      steps: nothing,
      open: missing,
      act: missing,
      check: missing,
      given: missing,
      likelyHit: nothing,
      addLikelyHit: missing,
      tellLikelyHit: missing,
    },
    customerPages: {
      question: missing,
      asked: missing,
      leaveAlone: missing,
      report: missing,
      sendReport: missing,
      revokeReport: missing,
      outcomePage: nothing,
      say: nothing,
      reportPage: nothing,
    },
    mentions: {
      list: empty,
      get: async (_workspaceId, id) => (id === knownMention ? ({ id } as MentionView) : undefined),
      corrections: async (_workspaceId, id) => (id === knownMention ? { items: [] } : undefined),
      async correct(_workspaceId, mentionId, given, by) {
        if (state.fault) throw state.fault;
        corrected.push({ mentionId, given, by });
      },
      async takeBack(_workspaceId, mentionId, correctionId, by) {
        if (state.fault) throw state.fault;
        corrected.push({ mentionId, takesBack: correctionId, by });
      },
      unreadLetters: empty,
      readLetter: missing,
      setLetterAside: missing,
      async paste(_workspaceId, { url }, by) {
        corrected.push({ pasted: url, by });
        return { mentionId: knownMention, caseId: knownCase, known: false };
      },
      async push(_workspaceId, source, mentions) {
        pushed.push({ source, mentions });
        return { accepted: mentions.length, duplicates: 0 };
      },
    },
    places: {
      brands: async () => [],
      addBrand: missing,
      changeBrand: missing,
      locations: async () => [],
      addLocation: missing,
      changeLocation: missing,
    },
    sources: {
      platforms: () => [],
      list: empty,
      get: nothing,
      connect: missing,
      change: missing,
      remove: missing,
      beginConsent: missing,
      finishConsent: missing,
      chooseAccounts: missing,
      check: missing,
    },
    webhooks: {
      deliver: async () => ({ status: 404, body: '' }),
      forget: nothing,
      takeConsentBack: async () => false,
      erasure: nothing,
    },
    alerts: {
      list: empty,
      get: nothing,
      take: missing,
      byLink: nothing,
      takeByLink: nothing,
      receivers: async () => [],
      addReceiver: missing,
      removeReceiver: missing,
    },
    suggestions: {
      list: empty,
      get: nothing,
      add: missing,
      act: missing,
      tell: missing,
      group: missing,
      split: missing,
    },
    understanding: {
      checks: async () => ({ items: [], waiting: 0 }),
      check: missing,
      unsureBand: missing,
      changeUnsureBand: missing,
      accuracy: missing,
      sample: async () => ({ items: [], open: 0 }),
      drawSample: missing,
      adaptations: missing,
      learn: missing,
      switchAdaptation: missing,
    },
    causes: { list: empty, get: nothing, name: missing, act: missing },
    policies: policiesPart({
      database: staff.database,
      clock: staff.clock,
      policies: new Policies(staff.clock),
      audit: new Audit(staff.clock),
    }),
    reports: {
      get: missing,
      filters: async () => ({ brands: [], locations: [], platforms: [], managers: [] }),
      digests: empty,
      digest: nothing,
    },
    live,
    health: databaseHealth(staff.database),
  };
}
