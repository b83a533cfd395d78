import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { ImportFile, type ImportReport, parseColumnMap, readyMapping } from '@heard/listening';
import type { RunCommand } from './command.js';
import { readOptions, usageFault } from './options.js';
import { withHeard } from './with-heard.js';
import { write } from './write.js';

/** So many rejected rows are named one by one; the others are counted. */
const mostNamed = 20;
const progressEvery = 10_000;

/** Imports a file; the report, rejected rows by line and reason, goes to standard error. */
export const importMentions: RunCommand = async (words, terminal) => {
  const { options, files } = readOptions(words, ['source', 'map', 'mapping', 'rejected'], 1);
  const path = files[0];
  if (path === undefined) throw usageFault('Name the file: npm run heard -- import FILE.');
  const ready = options.mapping === undefined ? undefined : readyMapping(options.mapping);
  const said = options.map === undefined ? undefined : parseColumnMap(options.map);
  const rejected = new RejectedRows(
    terminal.stderr,
    options.rejected === undefined ? undefined : await openFor(options.rejected),
  );
  const report = await withHeard(terminal, ({ database, connect, takePushed, clock }, workspaceId) =>
    new ImportFile(database, connect, takePushed, clock).run(workspaceId, {
      path,
      sourceName: options.source?.trim() || ready?.sourceName,
      map: { ...ready?.map, ...said },
      onRejected: (row) => rejected.add(row),
      onProgress: progress(terminal.stderr),
    }),
  );
  await rejected.end();
  await write(terminal.stderr, `${path}: ${wordsOf(report)}.\n`);
};

/** Names the first rejected rows, and writes all of them to a file when one was asked for. */
class RejectedRows {
  private count = 0;

  constructor(
    private readonly stderr: Writable,
    private readonly file: Writable | undefined,
  ) {}

  async add({ line, reason }: { readonly line: number; readonly reason: string }): Promise<void> {
    this.count += 1;
    if (this.count <= mostNamed) await write(this.stderr, `line ${line}: ${reason}\n`);
    if (this.count === 1 && this.file) await write(this.file, 'line,reason\n');
    if (this.file) await write(this.file, `${line},"${reason.replaceAll('"', '""')}"\n`);
  }

  async end(): Promise<void> {
    if (this.count > mostNamed)
      await write(this.stderr, `and ${this.count - mostNamed} more rejected rows\n`);
    this.file?.end();
    if (this.file) await once(this.file, 'close');
  }
}

async function openFor(path: string): Promise<Writable> {
  const file = createWriteStream(path);
  try {
    await once(file, 'open');
  } catch (error) {
    throw usageFault(`The file ${path} of --rejected cannot be written.`, error);
  }
  return file;
}

function progress(stderr: Writable): (report: ImportReport) => void {
  let told = 0;
  return ({ accepted, changed, duplicates }) => {
    const read = accepted + changed + duplicates;
    if (read - told < progressEvery) return;
    told = read;
    stderr.write(`${read} mentions so far\n`);
  };
}

function wordsOf({ accepted, changed, duplicates, rejected }: ImportReport): string {
  return `accepted ${accepted}, changed ${changed}, duplicates ${duplicates}, rejected ${rejected}`;
}
