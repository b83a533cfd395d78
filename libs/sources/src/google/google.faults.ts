import type { GoogleWords } from '../google-faults.js';

/** What a person has to mend at Google Business Profile. */
export const GOOGLE_WORDS: GoogleWords = {
  reconnect: 'A living refresh token: this one was revoked or has expired; connect the account again',
  permission: [
    'Permission business.manage for this location: connect with a Google account that manages it and tick the permission',
  ],
  closed:
    'API access not approved: ask for it with the request form of the Google Business Profile API; the quota is 0 until it is granted',
};
