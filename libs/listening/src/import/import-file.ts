import { basename } from 'node:path';
import type { Clock, CollectedMention } from '@heard/core';
import type { Database, Transaction } from '@heard/database';
import type { SourceRow } from '../store/source-rows.js';
import type { BatchReport } from '../take-batch.js';
import type { ColumnMap } from './fields.js';
import { inspectFile } from './read-file.js';
import { readRows } from './read-rows.js';
import { type ImportCounts, insertImport } from './store/imports.js';

/** Takes mentions the way as those that are posted to us. */
export interface TakesPushed {
  run(
    workspaceId: string,
    sourceName: string,
    mentions: readonly CollectedMention[],
  ): Promise<Omit<BatchReport, 'freshPostedAt'>>;
}

/** Finds or makes the source that a file's mentions belong to. */
export interface FindsPushSource {
  pushSource(tx: Transaction, name: string): Promise<Pick<SourceRow, 'id'>>;
}

/** Which file, and how to read it. */
export interface FileToImport {
  readonly path: string;
  /** The file's name without its endings when absent: ids of different files may be the same. */
  readonly sourceName?: string;
  readonly map?: ColumnMap;
  /** Told of each row that is not taken. */
  readonly onRejected: (row: { readonly line: number; readonly reason: string }) => void | Promise<void>;
  /** Told now and then how far it has come. */
  readonly onProgress?: (counts: ImportReport) => void;
}

/** What came of an import; `changed` are known mentions with another text or rating. */
export interface ImportReport extends ImportCounts {
  readonly changed: number;
}

const batchSize = 500;

/** Imports a file of mentions: streams it, takes it in batches, and remembers that it was read to its end. */
export class ImportFile {
  constructor(
    private readonly database: Database,
    private readonly sources: FindsPushSource,
    private readonly take: TakesPushed,
    private readonly clock: Clock,
  ) {}

  async run(workspaceId: string, file: FileToImport): Promise<ImportReport> {
    const inspected = await inspectFile(file.path);
    const sourceName = file.sourceName ?? nameOf(file.path);
    const total = { accepted: 0, changed: 0, duplicates: 0, rejected: 0 };
    const send = async (batch: readonly CollectedMention[]): Promise<void> => {
      const report = await this.take.run(workspaceId, sourceName, batch);
      total.accepted += report.accepted;
      total.changed += report.changed;
      total.duplicates += report.duplicates;
      file.onProgress?.({ ...total });
    };
    let batch: CollectedMention[] = [];
    for await (const row of readRows(file.path, inspected, file.map)) {
      if ('rejected' in row) {
        total.rejected += 1;
        await file.onRejected({ line: row.line, reason: row.rejected });
        continue;
      }
      batch.push(row.mention);
      if (batch.length < batchSize) continue;
      await send(batch);
      batch = [];
    }
    if (batch.length > 0) await send(batch);
    await this.remember(workspaceId, sourceName, {
      ...total,
      fileHash: inspected.fileHash,
      name: basename(file.path),
    });
    return total;
  }

  private async remember(
    workspaceId: string,
    sourceName: string,
    done: ImportCounts & { readonly fileHash: Buffer; readonly name: string },
  ): Promise<void> {
    await this.database.inWorkspace(workspaceId, async (tx) => {
      const { id } = await this.sources.pushSource(tx, sourceName);
      await insertImport(tx, { ...done, sourceId: id }, this.clock.now());
    });
  }
}

function nameOf(path: string): string {
  return basename(path).replace(/(\.(csv|tsv|txt|jsonl|ndjson|json))?(\.gz)?$/i, '') || 'import';
}
