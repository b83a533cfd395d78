import { graphError } from '../graph-sim.js';
import type { SimAnswer, SimRequest } from '../sim-server.js';
import type { FakeAccount } from './instagram.world.js';

const DAY_MS = 86_400_000;
const LIVES_MS = 60 * DAY_MS;

/** Whose token it is; undefined for nobody's. */
export function ownerOf(accounts: readonly FakeAccount[], token: string): FakeAccount | undefined {
  return accounts.find((account) => account.token === token || account.renewed?.token === token);
}

/** True while the token lives: each of a row ends by itself. */
export function isAlive(
  { token, tokenState, tokenUntil, renewed }: FakeAccount,
  shown: string,
  now: Date,
): boolean {
  const until = shown === token ? tokenUntil : renewed?.until;
  return tokenState === 'alive' && (until === undefined || new Date(until) > now);
}

/** Renews a token as the real platform does: of accounts without a page, not within a day, and none that has ended. */
export function renewToken(accounts: readonly FakeAccount[], { query }: SimRequest, now: Date): SimAnswer {
  const shown = query.get('access_token') ?? '';
  const account = ownerOf(accounts, shown);
  if (query.get('grant_type') !== 'ig_refresh_token')
    return graphError(400, 100, 'Invalid parameter grant_type');
  if (account?.flavour !== 'instagram') return graphError(400, 190, `Malformed access token ${shown}`);
  if (!isAlive(account, shown, now)) return graphError(400, 190, `Token ${shown}: Session has expired`, 463);
  const madeAt = account.renewed?.madeAt ?? account.tokenMadeAt;
  if (madeAt !== undefined && now.getTime() - Date.parse(madeAt) < DAY_MS)
    return graphError(400, 100, 'The token must be at least 24 hours old');
  const times = (account.renewed?.times ?? 0) + 1;
  const until = new Date(now.getTime() + LIVES_MS).toISOString();
  account.renewed = { token: `${account.token}r${times}`, times, madeAt: now.toISOString(), until };
  const permissions = account.permissions.join(',');
  const json = {
    access_token: account.renewed.token,
    token_type: 'bearer',
    expires_in: LIVES_MS / 1000,
    permissions,
  };
  return { status: 200, json };
}
