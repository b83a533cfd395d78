import { type Clock, Fault, isFault } from '@heard/core';
import type { HttpClient } from '@heard/http';
import { type Opinion, type Post, type Reader, type ReadingFor, wordsOf } from '../reader.js';
import { instructions } from './instructions.js';
import { mask } from './mask.js';
import { answerSchema, readAnswer } from './schema.js';

/** An endpoint that speaks the chat protocol of OpenAI. */
export interface ChatSettings {
  /** Up to and without `/chat/completions`. */
  readonly baseUrl: string;
  readonly model: string;
  readonly apiKey?: string;
  /** Micro-units of money for a million tokens; 1 000 000 is one unit of the operator's bill. */
  readonly inputPriceMicro: number;
  readonly outputPriceMicro: number;
  /** The most that a workspace may cost in one day (UTC), in micro-units. */
  readonly dailyLimitMicro: number;
  /** The name that the endpoint has for the limit of an answer's length. */
  readonly limitField?: 'max_tokens' | 'max_completion_tokens';
}

/** What was spent today, kept where every process sees it. */
export interface Purse {
  /** Sets the amount aside unless the day's limit would be passed; false when it would. */
  reserve(workspaceId: string, day: string, amountMicro: number, limitMicro: number): Promise<boolean>;
  /** Corrects what was set aside to what it did cost. */
  settle(workspaceId: string, day: string, differenceMicro: number): Promise<void>;
}

/** An answer has six short fields. */
const longestAnswer = 200;
/** What the protocol adds around the messages, and what a schema may count for, generously. */
const overheadTokens = 600;
const atOnce = 8;
const million = 1_000_000;

/** Asks an OpenAI-compatible endpoint, one post a call, so that a post can at most spoil its own verdict. */
export class ChatReader implements Reader {
  readonly name: string;
  readonly batchSize = 16;

  constructor(
    private readonly settings: ChatSettings,
    private readonly http: HttpClient,
    private readonly purse: Purse,
    private readonly clock: Clock,
  ) {
    this.name = `chat:${settings.model}`;
  }

  async read(posts: readonly Post[], by: ReadingFor): Promise<readonly (Opinion | undefined)[]> {
    const opinions: (Opinion | undefined)[] = posts.map(() => undefined);
    const faults: unknown[] = [];
    let next = 0;
    const work = async (): Promise<void> => {
      while (next < posts.length && !faults.some(endsAll)) {
        const index = next++;
        const post = posts[index];
        if (!post) return;
        try {
          opinions[index] = await this.readOne(post, by);
        } catch (error) {
          by.signal?.throwIfAborted();
          if (!isFault(error)) throw error;
          faults.push(error);
        }
      }
    };
    await Promise.all(Array.from({ length: Math.min(atOnce, posts.length) }, work));
    if (faults.length > 0 && opinions.every((each) => each === undefined)) throw faults[0];
    return opinions;
  }

  close(): Promise<void> {
    this.http.close();
    return Promise.resolve();
  }

  private async readOne(post: Post, { workspaceId, signal }: ReadingFor): Promise<Opinion> {
    const message = JSON.stringify({
      post: mask(wordsOf(post), post.authorName),
      ...(post.rating && { stars: `${post.rating.value} of ${post.rating.scale}` }),
    });
    const day = this.clock.now().toISOString().slice(0, 10);
    const most = this.costOf(
      tokensAtMost(instructions) + tokensAtMost(message) + overheadTokens,
      longestAnswer,
    );
    const { dailyLimitMicro } = this.settings;
    if (!(await this.purse.reserve(workspaceId, day, most, dailyLimitMicro))) {
      throw new Fault('refused', 'The day’s limit of what the endpoint may cost is reached.', {
        code: 'reader_limit',
      });
    }
    const asked = await this.ask(message, signal);
    // A call that was answered with an error costs nothing; one whose answer never came may have been charged.
    if (asked.cost !== undefined) await this.purse.settle(workspaceId, day, asked.cost - most);
    if ('fault' in asked) throw asked.fault;
    return readAnswer(asked.content);
  }

  private async ask(message: string, signal?: AbortSignal): Promise<Asked> {
    const { baseUrl, apiKey } = this.settings;
    try {
      const response = await this.http.request({
        method: 'POST',
        url: `${baseUrl}/chat/completions`,
        headers: apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` },
        json: this.request(message),
        signal,
      });
      if (response.status !== 200) return { fault: faultOf(response.status), cost: 0 };
      return this.answerIn(response.json());
    } catch (error) {
      signal?.throwIfAborted();
      if (isFault(error)) return { fault: error };
      throw error;
    }
  }

  private request(message: string): object {
    return {
      model: this.settings.model,
      temperature: 0,
      [this.settings.limitField ?? 'max_tokens']: longestAnswer,
      messages: [
        { role: 'system', content: instructions },
        { role: 'user', content: message },
      ],
      response_format: {
        type: 'json_schema',
        json_schema: { name: 'verdict', strict: true, schema: answerSchema },
      },
    };
  }

  private answerIn(body: unknown): Asked {
    const { choices, usage } = (body ?? {}) as {
      readonly choices?: readonly {
        readonly finish_reason?: unknown;
        readonly message?: { readonly content?: unknown };
      }[];
      readonly usage?: { readonly prompt_tokens?: unknown; readonly completion_tokens?: unknown };
    };
    const cost =
      isCount(usage?.prompt_tokens) && isCount(usage?.completion_tokens)
        ? this.costOf(usage.prompt_tokens, usage.completion_tokens)
        : undefined;
    const choice = Array.isArray(choices) ? choices[0] : undefined;
    const content: unknown = choice?.message?.content;
    if (typeof content === 'string' && choice?.finish_reason !== 'length') return { content, cost };
    const why = 'The endpoint gave no answer, or only the beginning of one.';
    return { fault: new Fault('unavailable', why, { code: 'reader_answer' }), cost };
  }

  private costOf(inputTokens: number, outputTokens: number): number {
    const { inputPriceMicro, outputPriceMicro } = this.settings;
    return Math.ceil((inputTokens * inputPriceMicro + outputTokens * outputPriceMicro) / million);
  }
}

type Asked = ({ readonly content: string } | { readonly fault: Fault }) & {
  /** What it did cost, where that is known. */
  readonly cost?: number;
};

/** No tokenizer of these models makes more tokens than there are bytes. */
function tokensAtMost(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

/** After these the other posts of the batch would meet the same. */
function endsAll(error: unknown): boolean {
  return (
    isFault(error, 'refused', 'disconnected', 'throttled') || (isFault(error) && error.code === 'timeout')
  );
}

function faultOf(status: number): Fault {
  if (status === 401 || status === 403) {
    return new Fault('disconnected', 'The endpoint refuses the key.', { code: 'reader_key' });
  }
  if (status === 429)
    return new Fault('throttled', 'The endpoint asks to wait.', { code: 'reader_throttled' });
  return new Fault('unavailable', `The endpoint answered with status ${status}.`, { code: 'reader_status' });
}
