import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Fault } from '@heard/core';

/** What the process is told first. */
export interface OpenModel {
  readonly library: string;
  readonly folder: string;
  readonly dtype: 'q8' | 'fp32';
}

/** The probability of each label of the model, by the label's name. */
export type LabelScores = Readonly<Record<string, number>>;

type Answer =
  | { readonly type: 'ready'; readonly labels: readonly string[] }
  | { readonly type: 'scores'; readonly id: number; readonly scores: readonly LabelScores[] }
  | { readonly type: 'failed'; readonly id?: number; readonly message: string };

/** Loading a large model from a slow disk takes a while; what takes longer is tried again after a rest. */
const openTimeoutMs = 45_000;

const program = fileURLToPath(new URL('./run-model.mjs', import.meta.url));

/** The other process, from this side: one question at a time, each with a time limit. */
export class OnnxProcess {
  private waiting: { resolve(answer: Answer): void; reject(error: Error): void } | undefined;
  private queue: Promise<unknown> = Promise.resolve();
  private nextId = 0;
  private ended = false;

  private constructor(
    private readonly child: ChildProcess,
    private readonly onEnd: () => void,
  ) {
    // While nobody waits for an answer it keeps nobody from ending.
    child.unref();
    child.channel?.unref();
    child.on('message', (answer) => this.waiting?.resolve(answer as Answer));
    child.on('error', (cause) => this.end(cause));
    child.on('exit', (code, signal) => this.end(new Error(`It ended (${signal ?? code}).`)));
  }

  /** Starts the process and loads the model. */
  static async start(
    open: OpenModel,
    onEnd: () => void,
  ): Promise<{ process: OnnxProcess; labels: readonly string[] }> {
    // Nothing of this process's environment: the model needs no secret.
    const child = fork(program, [], {
      env: {},
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const started = new OnnxProcess(child, onEnd);
    try {
      const threads = Math.max(1, availableParallelism() - 1);
      const answer = await started.ask({ type: 'open', ...open, threads }, openTimeoutMs);
      if (answer.type === 'ready') return { process: started, labels: answer.labels };
      throw broken(answer.type === 'failed' ? answer.message : 'It answered something else.');
    } catch (error) {
      started.kill();
      throw error;
    }
  }

  /** Scores texts; a batch that takes too long ends the process, since native code cannot be interrupted. */
  read(texts: readonly string[], timeoutMs: number, signal?: AbortSignal): Promise<readonly LabelScores[]> {
    const turn = this.queue.then(async () => {
      signal?.throwIfAborted();
      const id = ++this.nextId;
      const answer = await this.ask({ type: 'read', id, texts }, timeoutMs, signal);
      if (answer.type === 'scores' && answer.id === id) return answer.scores;
      throw broken(answer.type === 'failed' ? answer.message : 'It answered something else.');
    });
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  kill(): void {
    this.end(new Error('It was stopped.'));
    this.child.kill('SIGKILL');
  }

  private async ask(question: object, timeoutMs: number, signal?: AbortSignal): Promise<Answer> {
    if (this.ended) throw broken('It has ended.');
    const stop = (): void => this.kill();
    const timer = setTimeout(() => {
      this.end(new Error(`No answer within ${timeoutMs} ms.`));
      this.child.kill('SIGKILL');
    }, timeoutMs);
    signal?.addEventListener('abort', stop, { once: true });
    try {
      return await new Promise<Answer>((resolve, reject) => {
        this.waiting = { resolve, reject };
        this.child.send(question, (error) => error && reject(broken(error.message)));
      });
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
      this.waiting = undefined;
    }
  }

  private end(cause: Error): void {
    if (!this.ended) this.onEnd();
    this.ended = true;
    this.waiting?.reject(broken(cause.message));
  }
}

function broken(why: string): Fault {
  return new Fault('unavailable', `The ONNX model could not be run: ${why}`, { code: 'reader_broken' });
}
