import { createHttpClient } from '@heard/http';
import { RIG_TIME } from '../contract.spec-suite.js';
import { TokensInMemory } from '../held-tokens.js';
import { TrustpilotFake } from './trustpilot.fake.js';
import { validateTrustpilot } from './trustpilot.settings.js';
import { TrustpilotSource } from './trustpilot.source.js';

/** A made-up Trustpilot with one business unit, and the source that listens to it. */
export async function openTrustpilot(pageSize?: number) {
  const clock = { at: RIG_TIME, now: () => clock.at };
  const fake = new TrustpilotFake({ clock });
  const { baseUrl } = await fake.listen();
  const http = createHttpClient({ allowPrivateAddresses: [baseUrl], totalTimeoutMs: 2_500 });
  const tokens = new TokensInMemory();
  const connect = (changed: Record<string, string | undefined> = {}): TrustpilotSource => {
    const checked = validateTrustpilot({ ...fake.settings(), ...changed });
    if (!checked.ok) throw new Error('settings refused');
    return new TrustpilotSource(checked.settings, { http, baseUrl, clock, tokens, pageSize });
  };
  const close = async (): Promise<void> => {
    http.close();
    await fake.close();
  };
  return { fake, source: connect(), connect, clock, tokens, close };
}
