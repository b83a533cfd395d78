import { join } from 'node:path';
import type { Config } from '@heard/config';
import { AlertsRead, CasesRead, MentionsRead, SourcesRead } from '@heard/insight';
import { catalog } from '@heard/sources';
import { ApiKeys, Audit, ChangeStaff, DutyRota, Sessions } from '@heard/staff';
import { authPart, createApi, databaseHealth, LiveNews, staffPart } from '../../api/src/index.js';
import type { RunningDemo } from './demo-world.js';
import { portFault, serveHealth } from './health-server.js';
import type { Log } from './log.js';
import type { OpenedHeard } from './open-heard.js';
import { alertsPart } from './parts/alerts-part.js';
import { casesPart, mentionsPart } from './parts/cases-part.js';
import { sourcesPart } from './parts/sources-part.js';

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
      { ...partsOf(open.heard), live, health, demo: does.demo?.part },
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

function partsOf(heard: OpenedHeard['heard']) {
  const { database, clock, people, workspaces } = heard;
  const canReply = (platform: string): boolean => catalog[platform]?.supports.reply ?? false;
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
    cases: casesPart(heard, new CasesRead(canReply)),
    mentions: mentionsPart(heard, new MentionsRead()),
    sources: sourcesPart(heard, new SourcesRead(canReply)),
    alerts: alertsPart(heard, new AlertsRead()),
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
