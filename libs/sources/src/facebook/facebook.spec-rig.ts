import { createHttpClient } from '@heard/http';
import { RIG_TIME } from '../contract.spec-suite.js';
import { FacebookFake } from './facebook.fake.js';
import { validateFacebook } from './facebook.settings.js';
import { FacebookSource } from './facebook.source.js';

/** A made-up Facebook with one page, and the source that listens to it. */
export async function openFacebook(pageSize = 2, more: Readonly<Record<string, string>> = {}) {
  const clock = { now: () => RIG_TIME };
  const fake = new FacebookFake({ clock, pageSize });
  const page = fake.addPage('Книгарня «Ліхтар»', '500600');
  const { baseUrl } = await fake.listen();
  const http = createHttpClient({ allowPrivateAddresses: [baseUrl], totalTimeoutMs: 2_500 });
  const checked = validateFacebook({ ...fake.settingsOf(page.id), ...more });
  if (!checked.ok) throw new Error('settings refused');
  const source = new FacebookSource(checked.settings, { http, baseUrl, clock });
  const close = async (): Promise<void> => {
    http.close();
    await fake.close();
  };
  return { fake, page, source, close };
}
