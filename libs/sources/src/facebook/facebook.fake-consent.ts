import type { SimAnswer, SimRequest } from '../sim-server.js';
import { graphError } from '../graph-sim.js';
import type { FacebookWorld } from './facebook.world.js';

/** The made-up person who manages every page. */
const person = 'EAAsimPersonLongToken';

/** Consent at the made-up Facebook: the dialog says yes at once; codes are taken once. */
export class FacebookConsentFake {
  private readonly codes = new Map<string, string>();
  private readonly short = new Set<string>();
  private lastCode = 0;

  constructor(
    private readonly world: FacebookWorld,
    private readonly origin: () => string,
  ) {}

  /** The answer to what belongs to a consent; undefined for everything else. */
  answer(request: SimRequest): SimAnswer | undefined {
    const path = request.path.replace(/^\/v\d+\.\d+\//u, '');
    if (path === 'dialog/oauth') return this.dialog(request);
    if (path === 'oauth/access_token') return this.token(request);
    if (path === 'me/accounts') return this.pages(request);
    return undefined;
  }

  private dialog({ query }: SimRequest): SimAnswer {
    const redirect = query.get('redirect_uri') ?? '';
    if (query.get('client_id') !== this.world.appId || !URL.canParse(redirect)) {
      return { status: 400, html: 'Invalid app id or redirect' };
    }
    this.lastCode += 1;
    const code = `AQ-sim-code-${this.lastCode}`;
    this.codes.set(code, redirect);
    const location = new URL(redirect);
    location.searchParams.set('code', code);
    location.searchParams.set('state', query.get('state') ?? '');
    return { status: 302, headers: { location: location.href }, html: '' };
  }

  private token({ form }: SimRequest): SimAnswer {
    if (form.get('client_id') !== this.world.appId || form.get('client_secret') !== this.world.appSecret) {
      return graphError(400, 1, 'Error validating client secret.');
    }
    if (form.get('grant_type') === 'fb_exchange_token') {
      const known = this.short.has(form.get('fb_exchange_token') ?? '');
      if (!known) return graphError(400, 190, 'Invalid OAuth access token.');
      return { status: 200, json: { access_token: person, token_type: 'bearer', expires_in: 5_184_000 } };
    }
    const code = form.get('code') ?? '';
    if (this.codes.get(code) !== form.get('redirect_uri')) {
      return graphError(400, 100, 'This authorization code has been used.');
    }
    this.codes.delete(code);
    const token = `EAAsimShort${code}`;
    this.short.add(token);
    return { status: 200, json: { access_token: token, token_type: 'bearer', expires_in: 3_600 } };
  }

  /** Two pages at a time. */
  private pages({ headers, query }: SimRequest): SimAnswer {
    if (headers.authorization !== `Bearer ${person}`)
      return graphError(400, 190, 'Invalid OAuth access token.');
    const from = Number(query.get('after') ?? 0);
    const data = this.world.pages.slice(from, from + 2).map(({ id, name, token }) => ({
      ...{ id, name, access_token: token, tasks: ['MODERATE', 'CREATE_CONTENT', 'MANAGE'] },
      instagram_business_account: { id: `178${id}`, username: `shop.${id}` },
    }));
    const more = from + 2 < this.world.pages.length;
    const next = `${this.origin()}/v26.0/me/accounts?after=${from + 2}&access_token=${person}`;
    return { status: 200, json: { data, ...(more && { paging: { next } }) } };
  }
}
