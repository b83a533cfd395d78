import { createHttpClient } from '@heard/http';
import { RIG_TIME } from '../contract.spec-suite.js';
import { VkFake } from './vk.fake.js';
import { validateVk } from './vk.settings.js';
import { VkSource } from './vk.source.js';

/** A made-up VK with one community, and the source that listens to it. */
export async function openVk(
  pageSize = 2,
  reads: 'user' | 'service' = 'user',
  given: Record<string, string> = {},
) {
  const clock = { at: RIG_TIME, now: () => clock.at };
  const fake = new VkFake({ clock, pageSize });
  const { baseUrl } = await fake.listen();
  const http = createHttpClient({ allowPrivateAddresses: [baseUrl], totalTimeoutMs: 2_500 });
  const checked = validateVk({ ...fake.settings(reads), ...given });
  if (!checked.ok) throw new Error('settings refused');
  const context = { http, baseUrl, clock };
  const source = new VkSource(checked.settings, context);
  const close = async (): Promise<void> => {
    http.close();
    await fake.close();
  };
  return { fake, source, clock, context, settings: checked.settings, close };
}
