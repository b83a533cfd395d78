import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { hasCode } from './has-code.js';

/** What was found at the start: the state, nothing, or something that could not be read and was set aside. */
export interface Loaded {
  readonly state?: unknown;
  /** Where the damaged one is now. */
  readonly setAside?: string;
}

/** Keeps one JSON document in a file: whole or not at all, also when the process is killed while it writes. */
export class StateFile {
  private writing: Promise<void> = Promise.resolve();

  constructor(private readonly path: string) {}

  /** Reads the document; a damaged one is renamed, so that a person can look at it. */
  async load(isSound: (state: unknown) => boolean): Promise<Loaded> {
    const text = await readFile(this.path, 'utf8').catch((error: unknown) => {
      if (hasCode(error, 'ENOENT')) return undefined;
      throw error;
    });
    if (text === undefined) return {};
    const state = parsed(text);
    if (state !== undefined && isSound(state)) return { state };
    const setAside = damagedOf(this.path);
    await rename(this.path, setAside);
    return { setAside };
  }

  /** Writes the document; writes follow each other in the order of the calls. */
  write(text: string): Promise<void> {
    const written = this.writing.then(() => this.replace(text));
    // The caller hears of a failure; the next write must still run.
    this.writing = written.catch(() => undefined);
    return written;
  }

  /** Deletes the document, and what was set aside. */
  async remove(): Promise<void> {
    await this.writing;
    await removeState(this.path);
  }

  private async replace(text: string): Promise<void> {
    await mkdir(dirname(this.path), { recursive: true });
    const file = await open(draftOf(this.path), 'w', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draftOf(this.path), this.path);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // JSON.parse throws for one reason only: this is no JSON.
    return undefined;
  }
}

/** Deletes the state file of a simulator that does not run, and everything beside it. */
export async function removeState(path: string): Promise<void> {
  for (const each of [path, damagedOf(path), draftOf(path)]) await rm(each, { force: true });
}

const damagedOf = (path: string): string => `${path}.damaged`;
const draftOf = (path: string): string => `${path}.writing`;
