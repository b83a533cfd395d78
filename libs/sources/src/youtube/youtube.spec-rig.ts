import { createHttpClient } from '@heard/http';
import { RIG_TIME } from '../contract.spec-suite.js';
import { YoutubeFake } from './youtube.fake.js';
import { validateYoutube } from './youtube.settings.js';
import { YoutubeSource } from './youtube.source.js';

/** A made-up YouTube with one channel, and the source that listens to it. */
export async function openYoutube(way: 'key' | 'consent' = 'consent', pageSize = 100) {
  const clock = { at: RIG_TIME, now: () => clock.at };
  const fake = new YoutubeFake({ clock, pageSize });
  const { baseUrl } = await fake.listen();
  const http = createHttpClient({ allowPrivateAddresses: [baseUrl], totalTimeoutMs: 2_500 });
  const checked = validateYoutube(fake.settings(way));
  if (!checked.ok) throw new Error('settings refused');
  const context = { http, baseUrl, oauthUrl: baseUrl, clock, pageSize };
  const source = new YoutubeSource(checked.settings, context);
  const close = async (): Promise<void> => {
    http.close();
    await fake.close();
  };
  return { fake, source, clock, context, settings: checked.settings, close };
}
