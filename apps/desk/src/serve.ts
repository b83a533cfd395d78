import { join } from 'node:path';
import type { Config } from '@heard/config';
import {
  AlertsRead,
  CasesRead,
  CausesRead,
  ChecksRead,
  Digests,
  IncidentsRead,
  LettersRead,
  MentionsRead,
  PromisesRead,
  Reports,
  SourcesRead,
  SuggestionsRead,
} from '@heard/insight';
import { catalog, pushAddress } from '@heard/sources';
import { ApiKeys, Audit, ChangeStaff, DutyRota, Sessions } from '@heard/staff';
import { wordsOfVerdicts as explain } from '@heard/understanding';
import {
  authPart,
  createApi,
  databaseHealth,
  LiveNews,
  policiesPart,
  staffPart,
} from '../../api/src/index.js';
import type { WebhooksPart } from '../../api/src/ports/index.js';
import type { RunningDemo } from './demo-world.js';
import { portFault, serveHealth } from './health-server.js';
import type { Log } from './log.js';
import type { OpenedHeard } from './open-heard.js';
import { alertsPart } from './parts/alerts-part.js';
import { casesPart, mentionsPart } from './parts/cases-part.js';
import { promisesPart } from './parts/promises-part.js';
import { placesPart } from './parts/places-part.js';
import { customerPagesPart } from './parts/customer-pages-part.js';
import { causesPart, suggestionsPart } from './parts/registers-parts.js';
import { reportsPart } from './parts/reports-part.js';
import { incidentsPart } from './parts/incidents-part.js';
import { sourcesPart } from './parts/sources-part.js';
import { understandingPart } from './parts/understanding-part.js';

/** What serves HTTP in this process. */
export interface Served {
  readonly address: string;
  close(): Promise<void>;
}

/** Serves the api and the dashboard, or only this process's health where it does not play the api. */
export async function serve(
  config: Config,
  open: OpenedHeard,
  log: Log,
  does: { readonly api: boolean; readonly demo?: RunningDemo },
): Promise<Served> {
  const { host, port } = config;
  const health = databaseHealth(open.heard.database);
  if (!does.api) return serveHealth(host, port, () => health.ready());
  const lines = linesTo(log);
  const live = await LiveNews.start(open.serviceUrl, lines);
  try {
    const api = await createApi(
      { ...partsOf(open.heard, config.publicUrl), live, health, demo: does.demo?.part },
      {
        host,
        port,
        publicUrl: config.publicUrl,
        trustProxies: config.trustedProxies,
        dashboardDir: join(process.cwd(), 'dist', 'dashboard'),
        log: lines,
      },
    );
    const close = async (): Promise<void> => {
      await api.close();
      await live.close();
    };
    return { address: api.address, close };
  } catch (error) {
    await live.close();
    throw portFault(error, host, port);
  }
}

function webhooksPart({ deliver, erasures }: OpenedHeard['heard'], publicUrl: string): WebhooksPart {
  return {
    deliver: (platform, sourceId, call) => deliver.run(platform, sourceId, call),
    async forget(sourceId, signedRequest) {
      const asked = await erasures.forget(sourceId, signedRequest);
      return asked && { ...asked, url: `${publicUrl}/deletion/${asked.code}` };
    },
    takeConsentBack: (sourceId, signedRequest) => erasures.takeConsentBack(sourceId, signedRequest),
    erasure: (code) => erasures.find(code),
  };
}

function partsOf(heard: OpenedHeard['heard'], publicUrl: string) {
  const { database, clock, people, policies, workspaces } = heard;
  const canReply = (platform: string): boolean => catalog[platform]?.supports.reply ?? false;
  const limitsOf = (platform: string) => catalog[platform]?.answers;
  const decisionsOf = (platform: string) => catalog[platform]?.decisions;
  const webhookUrl = (platform: string, sourceId: string): string | undefined =>
    catalog[platform]?.push && pushAddress(publicUrl, platform, sourceId);
  const audit = new Audit(clock);
  const rota = new DutyRota();
  const staff = {
    database,
    clock,
    people,
    rota,
    workspaces,
    change: new ChangeStaff(database, people, rota, workspaces, audit),
    sessions: new Sessions(database, people, workspaces, audit, clock),
    keys: new ApiKeys(database, audit, clock),
  };
  return {
    auth: authPart(staff),
    staff: staffPart(staff),
    cases: casesPart(
      heard,
      new CasesRead({ canReply, limitsOf, decisionsOf, policies: heard.policies, wall: heard.team, explain }),
    ),
    promises: promisesPart(heard, new PromisesRead()),
    customerPages: customerPagesPart(heard),
    mentions: mentionsPart(heard, new MentionsRead(), new LettersRead()),
    places: placesPart(heard),
    sources: sourcesPart(heard, new SourcesRead(canReply, webhookUrl)),
    webhooks: webhooksPart(heard, publicUrl),
    reports: reportsPart(heard, new Reports(heard.policies), new Digests(heard.policies)),
    alerts: alertsPart(heard, new AlertsRead()),
    suggestions: suggestionsPart(heard, new SuggestionsRead(canReply)),
    causes: causesPart(heard, new CausesRead()),
    incidents: incidentsPart(heard, new IncidentsRead()),
    understanding: understandingPart(heard, new ChecksRead()),
    policies: policiesPart({ database, clock, policies, audit }),
  };
}

/** The api's lines in the process's log. */
function linesTo(log: Log) {
  return {
    info: (facts: object, message: string) => log.info(message, { ...facts }),
    warn: (facts: object, message: string) => log.warn(message, { ...facts }),
    error: (facts: object, message: string) => log.error(message, { ...facts }),
  };
}
