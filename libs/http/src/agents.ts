import * as http from 'node:http';
import * as https from 'node:https';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';

/** The pair of connection pools a request may use. */
export interface Agents {
  readonly httpAgent: http.Agent;
  readonly httpsAgent: https.Agent;
}

const POOL = { keepAlive: true, maxSockets: 32, maxFreeSockets: 8 } as const;

/** Ranges of the past that lead inside where a network still knows them: IPv4 within IPv6, and site-local. */
export const pastRanges: readonly string[] = ['::/96', 'fec0::/10'];

const GUARDED = { ...POOL, denyIPAddressList: [...pastRanges] };

/** Chooses by origin: the guard looks at the address a name resolved to, at the moment of connecting. */
export class AgentPools {
  private readonly guarded: Agents = {
    httpAgent: new RequestFilteringHttpAgent(GUARDED),
    httpsAgent: new RequestFilteringHttpsAgent(GUARDED),
  };
  private readonly open: Agents = {
    httpAgent: new http.Agent(POOL),
    httpsAgent: new https.Agent(POOL),
  };
  private readonly openOrigins: ReadonlySet<string>;

  constructor(allowPrivateAddresses: readonly string[]) {
    this.openOrigins = new Set(allowPrivateAddresses.map((origin) => new URL(origin).origin));
  }

  isOpen(origin: string): boolean {
    return this.openOrigins.has(origin);
  }

  for(url: URL): Agents {
    return this.isOpen(url.origin) ? this.open : this.guarded;
  }

  destroy(): void {
    for (const { httpAgent, httpsAgent } of [this.guarded, this.open]) {
      httpAgent.destroy();
      httpsAgent.destroy();
    }
  }
}
