import { Fault, isFault } from '@heard/core';

const WHERE = 'grant it in the Meta app dashboard under App Review, then make a new page token';

/** What each permission is for, in plain words, with where it is granted. */
export const FACEBOOK_PERMISSIONS: Readonly<Record<string, string>> = {
  pages_read_engagement: `pages_read_engagement: to read the page's posts and their comments; ${WHERE}`,
  pages_read_user_content: `pages_read_user_content: to read what visitors post and who wrote it; ${WHERE}`,
  pages_manage_engagement: `pages_manage_engagement: to answer comments as the page; ${WHERE}`,
};

/** What is not heard where only the list of tags is closed; the rest goes on. */
export const NO_TAGS = `Posts of others that tag the page: Facebook does not list them for this token; it takes pages_read_user_content with advanced access, or the feature Page Public Content Access; ${WHERE}`;

/** What a private answer takes; who gives none does not miss it. */
export const PRIVATE_PERMISSION = `pages_messaging: to answer a comment in private, as the page; ${WHERE}`;

/** Names the permission that was lacking, for the act that was tried. */
export function whenReading(fault: Fault): Fault {
  return namePermissions(fault, fault.kind, ['pages_read_engagement', 'pages_read_user_content']);
}

/** A page that may not answer can still be read: the answer is rejected, the source is not parked. */
export function whenWriting(fault: Fault): Fault {
  return namePermissions(fault, 'rejected', ['pages_manage_engagement']);
}

function namePermissions(fault: Fault, kind: Fault['kind'], permissions: readonly string[]): Fault {
  if (fault.code !== 'permission_missing') return fault;
  const missing = permissions.map((name) => FACEBOOK_PERMISSIONS[name] ?? name);
  return new Fault(kind, fault.message, { code: fault.code, missing, cause: fault });
}

/** True when a page link has gone stale: the step starts over instead of failing. */
export function isStaleLink(error: unknown): error is Fault {
  return isFault(error, 'bug') && error.code === 'bad_request';
}

/** True when only this list is closed to us, not the whole page. */
export function isClosedList(error: unknown): error is Fault {
  if (!isFault(error)) return false;
  return error.code === 'permission_missing' || error.code === 'deprecated' || isStaleLink(error);
}
