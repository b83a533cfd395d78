import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readOrCreateSecretKey } from './secret-key.js';

describe('the made-up secret key', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'heard-key-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is 32 bytes, stays the same, and is readable by its owner only', async () => {
    const first = await readOrCreateSecretKey(join(folder, 'new'));
    expect(first).toHaveLength(32);
    expect(await readOrCreateSecretKey(join(folder, 'new'))).toEqual(first);
    expect(statSync(join(folder, 'new/secret-key')).mode & 0o777).toBe(0o600);
  });

  it('is one key for processes that start at once', async () => {
    const keys = await Promise.all(Array.from({ length: 8 }, () => readOrCreateSecretKey(folder)));
    expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(1);
    expect(readdirSync(folder)).toEqual(['secret-key']);
  });

  it.each([
    ['exposed to others', 0o644, 'x'.repeat(32), 'chmod 600'],
    ['cut short', 0o600, 'x', '32 bytes'],
  ])('is refused when %s', async (_, mode, content, complaint) => {
    writeFileSync(join(folder, 'secret-key'), content);
    chmodSync(join(folder, 'secret-key'), mode);
    await expect(readOrCreateSecretKey(folder)).rejects.toThrow(complaint);
  });

  it('says plainly that its folder cannot be used', async () => {
    writeFileSync(join(folder, 'file'), '');
    await expect(readOrCreateSecretKey(join(folder, 'file'))).rejects.toThrow('can be neither read nor made');
  });
});
