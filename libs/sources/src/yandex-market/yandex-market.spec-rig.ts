import { createHttpClient } from '@heard/http';
import { RIG_TIME } from '../contract.spec-suite.js';
import { recording } from '../open-api.spec-suite.js';
import { YandexMarketFake } from './yandex-market.fake.js';
import { validateYandexMarket } from './yandex-market.settings.js';
import { YandexMarketSource } from './yandex-market.source.js';

/** A cabinet of the made-up market with a source that listens to it. */
export async function openCabinet({ pageSize = 2, moderated = false, backfillDays = '30' } = {}) {
  let now = RIG_TIME;
  const clock = { now: () => now };
  const fake = new YandexMarketFake({ clock, moderated });
  const { baseUrl } = await fake.listen();
  const http = recording(createHttpClient({ allowPrivateAddresses: [baseUrl], totalTimeoutMs: 2_500 }));
  const checked = validateYandexMarket({ ...fake.settings(), backfillDays });
  if (!checked.ok) throw new Error('settings refused');
  const source = new YandexMarketSource(checked.settings, { http, baseUrl, clock, pageSize });
  const close = async (): Promise<void> => {
    http.close();
    await fake.close();
  };
  const pass = (ms: number): void => void (now = new Date(now.getTime() + ms));
  return { fake, source, http, pass, close };
}
