import { createHash } from 'node:crypto';
import type { SimAnswer, SimRequest } from './sim-server.js';

/** What consent takes of a made-up world of Google's. */
export interface ConsentingWorld {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly refreshToken: string;
  /** Access tokens given out so far. */
  tokens: number;
}

interface Asked {
  readonly redirect: string;
  readonly challenge: string;
}

/** Consent at a made-up Google: yes at once; a code is taken once, with its verifier (PKCE). */
export class SimGoogleConsent {
  private readonly codes = new Map<string, Asked>();
  private lastCode = 0;

  constructor(
    private readonly world: ConsentingWorld,
    private readonly accessToken: () => string,
  ) {}

  /** The answer to what belongs to a consent; undefined for everything else. */
  answer(request: SimRequest): SimAnswer | undefined {
    if (request.path === '/o/oauth2/v2/auth') return this.dialog(request);
    const isCode = request.form.get('grant_type') === 'authorization_code';
    return request.path === '/token' && isCode ? this.exchange(request) : undefined;
  }

  private dialog({ query }: SimRequest): SimAnswer {
    const redirect = query.get('redirect_uri') ?? '';
    if (query.get('client_id') !== this.world.clientId || query.get('code_challenge_method') !== 'S256') {
      return { status: 400, html: 'Error 400: invalid_request' };
    }
    this.lastCode += 1;
    const code = `4/sim-code-${this.lastCode}`;
    this.codes.set(code, { redirect, challenge: query.get('code_challenge') ?? '' });
    const location = new URL(redirect);
    location.searchParams.set('code', code);
    location.searchParams.set('state', query.get('state') ?? '');
    return { status: 302, headers: { location: location.href }, html: '' };
  }

  private exchange({ form }: SimRequest): SimAnswer {
    const code = form.get('code') ?? '';
    const asked = this.codes.get(code);
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const fits = asked?.redirect === form.get('redirect_uri') && asked?.challenge === challenge;
    if (!fits || form.get('client_secret') !== this.world.clientSecret) {
      return {
        status: 400,
        json: { error: 'invalid_grant', error_description: `Malformed auth code ${code}` },
      };
    }
    this.codes.delete(code);
    this.world.tokens += 1;
    const { refreshToken: refresh_token } = this.world;
    const json = { access_token: this.accessToken(), expires_in: 3_599, token_type: 'Bearer', refresh_token };
    return { status: 200, json };
  }
}
