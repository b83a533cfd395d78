/** Tells the time; passed in wherever time matters, so that tests can tell another. */
export interface Clock {
  now(): Date;
}
