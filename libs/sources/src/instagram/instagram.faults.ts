import { Fault, isFault } from '@heard/core';
import type { InstagramFlavour } from './instagram.settings.js';

const WHERE = 'grant it in the Meta app dashboard under App Review, then connect the account again';

/** What each permission is for, by the way the account was connected, in plain words. */
export const INSTAGRAM_PERMISSIONS: Readonly<Record<InstagramFlavour, Readonly<Record<string, string>>>> = {
  facebook: {
    instagram_basic: `instagram_basic: to see the account and its media; ${WHERE}`,
    instagram_manage_comments: `instagram_manage_comments: to read comments with their authors and to answer; ${WHERE}`,
    pages_read_engagement: `pages_read_engagement: to reach the account through its Facebook Page; ${WHERE}`,
  },
  instagram: {
    instagram_business_basic: `instagram_business_basic: to see the account and its media; ${WHERE}`,
    instagram_business_manage_comments: `instagram_business_manage_comments: to read comments with their authors and to answer; ${WHERE}`,
  },
};

/** What is not heard where only the list of tags is closed; the rest goes on. */
export const NO_TAGS = `Media of others that tag the account: Instagram does not list them for this token; it takes the permission to manage comments; ${WHERE}`;

/** What is not heard where hashtags may not be searched; the rest goes on. */
export const NO_HASHTAGS = `Media under hashtags: Instagram shows them to apps with the feature Instagram Public Content Access; ${WHERE}`;

/** What a private answer takes, by the way the account was connected; who gives none does not miss it. */
export const PRIVATE_PERMISSIONS: Readonly<Record<InstagramFlavour, string>> = {
  facebook: `instagram_manage_messages: to answer a comment in private; ${WHERE}`,
  instagram: `instagram_business_manage_messages: to answer a comment in private; ${WHERE}`,
};

/** Names the permissions reading needs. */
export function whenReading(fault: Fault, flavour: InstagramFlavour): Fault {
  if (fault.code !== 'permission_missing') return fault;
  const missing = Object.values(INSTAGRAM_PERMISSIONS[flavour]);
  return new Fault(fault.kind, fault.message, { code: fault.code, missing, cause: fault });
}

/** An account that may not answer can still be read: the answer is rejected, the source is not parked. */
export function whenWriting(fault: Fault, flavour: InstagramFlavour): Fault {
  if (fault.code !== 'permission_missing') return fault;
  const missing = Object.entries(INSTAGRAM_PERMISSIONS[flavour])
    .filter(([name]) => name.endsWith('manage_comments'))
    .map(([, words]) => words);
  return new Fault('rejected', fault.message, { code: fault.code, missing, cause: fault });
}

/** True when a page link has gone stale: the step starts over instead of failing. */
export function isStaleLink(error: unknown): error is Fault {
  return isFault(error, 'bug') && error.code === 'bad_request';
}

/** True when only this list is closed to us, not the whole account. */
export function isClosedList(error: unknown): error is Fault {
  return isFault(error) && ['permission_missing', 'deprecated', 'bad_request'].includes(error.code);
}
