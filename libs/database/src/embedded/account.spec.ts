import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mayReach, serverAccount } from './account.js';
import { folderFault, makeFolder } from './folder.js';

describe('the account of the database server', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'heard-account-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is our own unless we are root', () => {
    expect(serverAccount(folder, 1000)).toBeUndefined();
  });

  it('is never root, even for data that are not there yet', () => {
    expect(serverAccount(join(folder, 'none'), 0)?.uid).toBeGreaterThan(0);
  });

  it.each([
    ['open folders', 0o755, 0o755, true],
    ['a folder above that only its owner enters', 0o700, 0o755, false],
    ['a folder above that others enter but do not list', 0o711, 0o755, true],
    ['a file that only its owner reads', 0o755, 0o700, false],
  ])('reaches a file through %s: %j', (_, above, file, expected) => {
    const stranger = { uid: 54_321, gid: 54_321 };
    mkdirSync(join(folder, 'in'));
    writeFileSync(join(folder, 'in/file'), '');
    chmodSync(join(folder, 'in/file'), file);
    chmodSync(folder, above);
    expect(mayReach(join(folder, 'in/file'), stranger)).toBe(expected);
  });

  it('passes through the folders that were made for it, whatever the umask', async () => {
    const before = process.umask(0o077);
    try {
      await makeFolder(join(folder, 'a/b/c'), 0o700);
    } finally {
      process.umask(before);
    }
    const modes = ['a', 'a/b', 'a/b/c'].map((name) => statSync(join(folder, name)).mode & 0o777);
    expect(modes).toEqual([0o755, 0o755, 0o700]);
  });

  it.each([
    ['EACCES', 'invalid', 'may not be written'],
    ['EROFS', 'invalid', 'read-only'],
    ['ENOTDIR', 'invalid', 'file'],
    ['ENOSPC', 'unavailable', 'no space left'],
    ['EIO', 'invalid', 'cannot be used (EIO)'],
  ])('explains %s as %s in one sentence', (code, kind, words) => {
    const fault = folderFault(Object.assign(new Error(code), { code }), '/data');
    expect(fault.kind).toBe(kind);
    expect(fault.message).toContain(words);
    expect(fault.message).toMatch(/^[^\n]*\.$/);
  });
});
