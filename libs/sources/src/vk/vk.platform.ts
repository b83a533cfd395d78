import { fewASecond } from '../call-limits.js';
import { definePlatform, hostUrl } from '../platform-entry.js';
import { vkPush } from './vk.push.js';
import { vkFields, validateVk } from './vk.settings.js';
import { VkSource } from './vk.source.js';

/** A community on VK. */
export const vk = definePlatform({
  platform: 'vk',
  title: 'VK',
  settings: vkFields,
  hosts: { vk: 'https://api.vk.com' },
  canReply: true,
  // How long a comment may be, VK does not publish.
  answers: { unit: 'utf16', links: true, replaces: false, moderated: false },
  push: vkPush,
  // Of a user's token; a service token has 5 a second and more, the community's own 20. Quotas of a day VK does not publish.
  limits: { account: { by: ['accessToken'], windows: fewASecond(3) } },
  validate: validateVk,
  open: (settings, context) => new VkSource(settings, { ...context, baseUrl: hostUrl(context, 'vk') }),
});
