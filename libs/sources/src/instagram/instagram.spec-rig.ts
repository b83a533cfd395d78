import { createHttpClient } from '@heard/http';
import { RIG_TIME } from '../contract.spec-suite.js';
import { InstagramFake } from './instagram.fake.js';
import { validateInstagram, type InstagramFlavour } from './instagram.settings.js';
import { InstagramSource } from './instagram.source.js';

/** A made-up Instagram with one account, and the source that listens to it. */
export async function openInstagram(
  flavour: InstagramFlavour,
  pageSize = 2,
  more: Readonly<Record<string, string>> = {},
) {
  const clock = { at: RIG_TIME, now: () => clock.at };
  const fake = new InstagramFake({ clock, pageSize });
  const account = fake.addAccount('lihtar.books', flavour, '17841400');
  const { baseUrl } = await fake.listen();
  const http = createHttpClient({ allowPrivateAddresses: [baseUrl], totalTimeoutMs: 2_500 });
  const checked = validateInstagram({ ...fake.settingsOf(account.id), ...more });
  if (!checked.ok) throw new Error('settings refused');
  const source = new InstagramSource(checked.settings, { http, baseUrl, clock });
  const close = async (): Promise<void> => {
    http.close();
    await fake.close();
  };
  return { fake, account, source, clock, close };
}
