import { SimGoogleConsent } from '../sim-google-consent.js';
import type { SimAnswer, SimRequest } from '../sim-server.js';
import type { GoogleWorld } from './google.world.js';

/** Consent at the made-up Google, and the accounts and locations that it opens. */
export class GoogleConsentFake {
  private readonly consent: SimGoogleConsent;

  constructor(
    private readonly world: GoogleWorld,
    private readonly accessToken: () => string,
  ) {
    this.consent = new SimGoogleConsent(world, accessToken);
  }

  /** The answer to what belongs to a consent; undefined for everything else. */
  answer(request: SimRequest): SimAnswer | undefined {
    const answer = this.consent.answer(request);
    if (answer || !/^\/v1\/accounts(\/[^/]+\/locations)?$/u.test(request.path)) return answer;
    if (request.headers.authorization !== `Bearer ${this.accessToken()}`) {
      return { status: 401, json: { error: { code: 401, message: 'Invalid', status: 'UNAUTHENTICATED' } } };
    }
    return request.path === '/v1/accounts' ? this.accounts(request) : this.locations(request);
  }

  /** The account comes on the second part of its list. */
  private accounts({ query }: SimRequest): SimAnswer {
    if (query.get('pageToken') === null) return { status: 200, json: { nextPageToken: 'two' } };
    return {
      status: 200,
      json: { accounts: [{ name: `accounts/${this.world.accountId}`, accountName: 'Shop' }] },
    };
  }

  private locations({ query }: SimRequest): SimAnswer {
    if (query.get('readMask') === null) {
      return {
        status: 400,
        json: { error: { code: 400, message: 'read_mask', status: 'INVALID_ARGUMENT' } },
      };
    }
    const { locationId, title } = this.world;
    return { status: 200, json: { locations: [{ name: `locations/${locationId}`, title }] } };
  }
}
