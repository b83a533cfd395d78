import { definePlatform, hostUrl } from '../platform-entry.js';
import { trustpilotPush } from './trustpilot.push.js';
import { trustpilotFields, validateTrustpilot } from './trustpilot.settings.js';
import { TrustpilotSource } from './trustpilot.source.js';

/** The service reviews of one business unit of Trustpilot. */
export const trustpilot = definePlatform({
  platform: 'trustpilot',
  title: 'Trustpilot',
  settings: trustpilotFields,
  hosts: { trustpilot: 'https://api.trustpilot.com' },
  canReply: true,
  // How long an answer may be, Trustpilot does not publish.
  answers: { unit: 'utf16', links: true, replaces: true, moderated: false },
  // Trustpilot publishes no number; calls are counted, and its refusals are obeyed.
  limits: { account: { by: ['apiKey'], windows: [] } },
  push: trustpilotPush,
  validate: validateTrustpilot,
  open: (settings, context) =>
    new TrustpilotSource(settings, { ...context, baseUrl: hostUrl(context, 'trustpilot') }),
});
