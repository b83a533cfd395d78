import * as http from 'node:http';
import * as https from 'node:https';
import { HttpProxyAgent, HttpsProxyAgent } from 'hpagent';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';
import { lookUpPublic, pastRanges } from './public-address.js';

/** The pair of connection pools a request may use. */
export interface Agents {
  readonly httpAgent: http.Agent;
  readonly httpsAgent: https.Agent;
}

const POOL = { keepAlive: true, maxSockets: 32, maxFreeSockets: 8 } as const;

/** A proxy that has said nothing for so long is not waited for. */
const PROXY_TIMEOUT_MS = 10_000;
/** More proxies than these are not kept open at a time. */
const MOST_PROXIES = 100;

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
  private readonly proxied = new Map<string, Agents>();
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

  /** Tunnels through a proxy (`CONNECT`), whose own address is looked at when it is connected to. */
  through(proxy: string): Agents {
    const known = this.proxied.get(proxy);
    if (known) return known;
    for (const [other, agents] of this.proxied) {
      if (this.proxied.size < MOST_PROXIES) break;
      this.proxied.delete(other);
      close(agents);
    }
    // They go to `http.request` as they are, though the types name only some.
    const proxyRequestOptions: object = this.isOpen(new URL(proxy).origin) ? {} : { lookup: lookUpPublic };
    const options = { ...POOL, timeout: PROXY_TIMEOUT_MS, proxy, proxyRequestOptions };
    const agents = { httpAgent: new HttpProxyAgent(options), httpsAgent: new HttpsProxyAgent(options) };
    this.proxied.set(proxy, agents);
    return agents;
  }

  destroy(): void {
    for (const agents of [this.guarded, this.open, ...this.proxied.values()]) close(agents);
  }
}

function close({ httpAgent, httpsAgent }: Agents): void {
  httpAgent.destroy();
  httpsAgent.destroy();
}
