import { Fault, type FaultKind } from '@heard/core';
import { whoseIs } from './whose-error.js';

const fault = (kind: FaultKind, code?: string): Fault => new Fault(kind, 'what happened', { code });

test.each([
  ['there is no such thing', fault('missing'), 'event'],
  ['the platform will not show it', fault('rejected', 'deprecated'), 'event'],
  ['it is malformed', fault('invalid'), 'event'],
  ['the platform finds the question malformed', fault('bug', 'bad_request'), 'event'],
  ['the answer has another shape', fault('unavailable', 'unexpected_shape'), 'event'],
  ['the answer is too large', fault('unavailable', 'body_too_large'), 'event'],
  ['only this one is closed to us', fault('disconnected', 'permission_missing'), 'event'],
  ['the token has ended', fault('disconnected', 'token_invalid'), 'source'],
  ['the account is blocked', fault('rejected', 'policy_block'), 'source'],
  ['the project has no access', fault('disconnected', 'access_not_approved'), 'source'],
  ['the platform wants fewer calls', fault('throttled'), 'source'],
  ['nobody answers', fault('unavailable', 'network'), 'either'],
  ['a page to log in comes', fault('unavailable', 'not_json'), 'either'],
  ['a host is not known here', fault('bug', 'no_such_host'), 'ours'],
  ['our parser stumbles', new TypeError('Cannot read properties of undefined'), 'ours'],
])('%s', (_what, error, whose) => {
  expect(whoseIs(error)).toBe(whose);
});
