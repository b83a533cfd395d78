import { SecretBox } from '@heard/database';
import { type TestDatabase, testDatabase } from '@heard/testing';
import { SealedTokens } from './sealed-tokens.js';

const NOW = new Date('2026-11-22T10:00:00Z');
const HOUR_MS = 3_600_000;
const clock = { now: () => NOW };
const inAnHour = new Date(NOW.getTime() + HOUR_MS);

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase([]);
});
afterEach(() => db.owner('delete from held_tokens'));
afterAll(() => db.close());

const tokensOf = (secretKey: string): SealedTokens =>
  new SealedTokens(db.database, new SecretBox(secretKey), clock);

describe('access tokens that platforms gave', () => {
  it('are found by every process, and the newest counts', async () => {
    await tokensOf('key').keep('trustpilot:1', { token: 'first', until: inAnHour });
    await tokensOf('key').keep('trustpilot:1', { token: 'second', until: inAnHour });
    expect(await tokensOf('key').find('trustpilot:1')).toEqual({ token: 'second', until: inAnHour });
    expect(await tokensOf('key').find('trustpilot:2')).toBeUndefined();
  });

  it('are not in the database as they are', async () => {
    await tokensOf('key').keep('trustpilot:1', { token: 'canary-token', until: inAnHour });
    const [row] = await db.owner<{ sealed: Buffer }>('select sealed from held_tokens');
    expect(row?.sealed.toString('latin1')).not.toContain('canary');
  });

  it('are as good as lost with the key that sealed them', async () => {
    await tokensOf('key').keep('trustpilot:1', { token: 'first', until: inAnHour });
    expect(await tokensOf('another key').find('trustpilot:1')).toBeUndefined();
  });

  it('are let go when they have ended', async () => {
    await tokensOf('key').keep('trustpilot:1', { token: 'old', until: new Date(NOW.getTime() - 1) });
    await tokensOf('key').keep('trustpilot:2', { token: 'new', until: inAnHour });
    expect(await db.owner('select name from held_tokens')).toEqual([{ name: 'trustpilot:2' }]);
  });
});
