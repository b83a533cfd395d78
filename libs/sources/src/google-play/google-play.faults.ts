import { Fault } from '@heard/core';
import type { GoogleWords } from '../google-faults.js';

const WHERE = 'Play Console → Users and permissions';

/** What a person has to mend in Google Play. */
export const GOOGLE_PLAY_WORDS: GoogleWords = {
  reconnect:
    'A living key of the service account: this one was deleted, or belongs to another account; make one in Google Cloud → IAM → Service accounts → Keys',
  permission: [
    `View app information, for the service account: granted in ${WHERE}; it may take up to 48 hours to work`,
    `Reply to reviews, for the service account: granted in ${WHERE}`,
  ],
  closed:
    'Google Play Android Developer API: turn it on in Google Cloud → APIs and services, in the project of the key',
};

/** What a person has to mend where the reports cannot be read. */
export const REPORTS =
  'The monthly reports: their bucket cannot be read. Give the service account “View app information and download bulk reports” in Play Console → Users and permissions, and compare the name with Play Console → Download reports → Reviews → Copy Cloud Storage URI';

/** Google refuses answers to single reviews, also of accounts that may answer: the answer is rejected, nothing is parked. */
export function whenAnswering(fault: Fault): Fault {
  if (fault.code !== 'permission_missing' && fault.code !== 'bad_request') return fault;
  const code = fault.code === 'bad_request' ? 'not_taken' : 'permission_missing';
  const missing = code === 'permission_missing' ? { missing: GOOGLE_PLAY_WORDS.permission.slice(1) } : {};
  return new Fault('rejected', fault.message, { code, ...missing, cause: fault });
}

/** The app is not there for this account: a person has to look. */
export function whenListing(fault: Fault): Fault {
  if (fault.kind !== 'missing') return fault;
  const missing = ['The app: there is none with this package name among the apps of this developer account'];
  return new Fault('disconnected', fault.message, { code: 'app_missing', missing, cause: fault });
}
