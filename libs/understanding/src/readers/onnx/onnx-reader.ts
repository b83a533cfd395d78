import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Fault, type Sentiment } from '@heard/core';
import { type Opinion, type Post, type Reader, type ReadingFor, wordsOf } from '../reader.js';
import { findLibrary } from './find-library.js';
import { meaningsOf, probabilitiesOf } from './labels.js';
import { OnnxProcess } from './onnx-process.js';

/** A sentiment model in a folder of this machine. */
export interface OnnxSettings {
  /** Holds config.json, tokenizer.json and onnx/model.onnx or onnx/model_quantized.onnx. */
  readonly folder: string;
  /** What the model's labels mean, in their order; by their names when empty. */
  readonly labels?: readonly Sentiment[];
  readonly batchSize?: number;
  /** How long a batch may take, the loading of the model before the first one not counted. */
  readonly timeoutMs?: number;
  /** Where the packages are looked for: extras/onnx and the project itself, unless a test says otherwise. */
  readonly packages?: readonly string[];
}

const usualBatch = 32;
const usualTimeoutMs = 30_000;

/** Reads the sentiment with an ONNX model through transformers.js, in a process of its own. */
export class OnnxReader implements Reader {
  readonly name: string;
  readonly batchSize: number;
  private opened: Promise<Opened> | undefined;

  constructor(private readonly settings: OnnxSettings) {
    this.name = `onnx:${basename(settings.folder)}`;
    this.batchSize = settings.batchSize ?? usualBatch;
  }

  async read(posts: readonly Post[], { signal }: ReadingFor): Promise<readonly (Opinion | undefined)[]> {
    if (posts.length === 0) return [];
    const { process, meanings } = await this.open();
    const scores = await process.read(posts.map(wordsOf), this.settings.timeoutMs ?? usualTimeoutMs, signal);
    if (scores.length !== posts.length) {
      throw new Fault('unavailable', 'The ONNX model answered for another number of texts.', {
        code: 'reader_answer',
      });
    }
    return scores.map((each) => probabilitiesOf(each, meanings));
  }

  async close(): Promise<void> {
    const opened = await this.opened?.catch(() => undefined);
    opened?.process.kill();
  }

  /** The model is loaded once, for all who wait for it; after a failure or a death it is loaded anew. */
  private open(): Promise<Opened> {
    if (this.opened) return this.opened;
    const opened = this.start(() => {
      if (this.opened === opened) this.opened = undefined;
    });
    opened.catch(() => {
      if (this.opened === opened) this.opened = undefined;
    });
    return (this.opened = opened);
  }

  private async start(onEnd: () => void): Promise<Opened> {
    const { folder, labels, packages } = this.settings;
    const model = { library: findLibrary(packages), folder, dtype: precisionIn(folder) };
    const { process, labels: found } = await OnnxProcess.start(model, onEnd);
    try {
      return { process, meanings: meaningsOf(found, labels) };
    } catch (error) {
      process.kill();
      throw error;
    }
  }
}

interface Opened {
  readonly process: OnnxProcess;
  readonly meanings: ReadonlyMap<string, Sentiment>;
}

/** By the file that is there; the smaller one first, it is why somebody made it. */
function precisionIn(folder: string): 'q8' | 'fp32' {
  if (existsSync(join(folder, 'onnx', 'model_quantized.onnx'))) return 'q8';
  if (existsSync(join(folder, 'onnx', 'model.onnx'))) return 'fp32';
  throw new Fault(
    'invalid',
    `There is no onnx/model.onnx and no onnx/model_quantized.onnx in ${folder} (docs/readers.md).`,
    { code: 'reader_no_model' },
  );
}
