import { createHttpClient } from '@heard/http';
import { RIG_TIME } from '../contract.spec-suite.js';
import { recording } from '../open-api.spec-suite.js';
import { WildberriesFake, type WildberriesFakeOptions } from './wildberries.fake.js';
import { validateWildberries } from './wildberries.settings.js';
import { WildberriesSource } from './wildberries.source.js';
import { emptyWorld, fakeToken, type FakeTokenFacts } from './wildberries.world.js';

/** How the rig is opened. */
export interface Opened extends Partial<Omit<WildberriesFakeOptions, 'clock'>> {
  readonly pageSize?: number;
  readonly token?: FakeTokenFacts;
  readonly reads?: string;
  readonly contour?: string;
}

/** A seller on the made-up marketplace, and the source that listens to them. */
export async function open({
  pageSize = 2,
  token,
  reads = 'all',
  contour = 'live',
  ...options
}: Opened = {}) {
  let now = RIG_TIME;
  const clock = { now: () => now };
  const world = { ...emptyWorld(), token: fakeToken(token) };
  const fake = new WildberriesFake({ world, ...options, clock });
  const { baseUrl } = await fake.listen();
  const http = recording(createHttpClient({ allowPrivateAddresses: [baseUrl], totalTimeoutMs: 2_500 }));
  const checked = validateWildberries({ ...fake.settings(), reads, contour });
  if (!checked.ok) throw new Error('settings refused');
  const hosts = { baseUrl, chatUrl: baseUrl, claimUrl: baseUrl };
  const source = new WildberriesSource(checked.settings, { http, ...hosts, clock, pageSize });
  const close = async (): Promise<void> => {
    http.close();
    await fake.close();
  };
  const pass = (ms: number): void => void (now = new Date(now.getTime() + ms));
  return { fake, source, http, pass, close };
}
