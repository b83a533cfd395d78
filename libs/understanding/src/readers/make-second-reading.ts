import type { Clock } from '@heard/core';
import type { Database } from '@heard/database';
import { createHttpClient } from '@heard/http';
import { ChatReader, type ChatSettings, type Purse } from './chat/chat-reader.js';
import { OnnxReader, type OnnxSettings } from './onnx/onnx-reader.js';
import { type ReaderInTurn, type ReaderLog, SecondReading } from './second-reading.js';
import { PostgresPurse } from './store/postgres-purse.js';

/** The stronger readers that an operator has; none by default. */
export interface ReaderSettings {
  readonly onnx?: OnnxSettings;
  readonly chat?: ChatSettings & {
    readonly timeoutMs: number;
    /** It is asked where the probability of a negative post lies between the two. */
    readonly unsure: readonly [number, number];
    /** Its address, where it stands in the operator's own network and they allowed it. */
    readonly allowPrivateAddresses: readonly string[];
  };
}

/** The model's first batch waits for it to be loaded. */
const slowestOnnxMs = 50_000;
const roundsOfChat = 2;

/** The configured readers in their turn: the model of the house first, what it leaves unsure to the endpoint. */
export function makeReaders({ onnx, chat }: ReaderSettings, purse: Purse, clock: Clock): ReaderInTurn[] {
  const readers: ReaderInTurn[] = [];
  if (onnx) readers.push({ reader: new OnnxReader(onnx), wants: () => true, slowestMs: slowestOnnxMs });
  if (chat) {
    const { timeoutMs, allowPrivateAddresses, unsure } = chat;
    const [low, high] = unsure;
    const http = createHttpClient({ totalTimeoutMs: timeoutMs, allowPrivateAddresses, maxBytes: 256 * 1024 });
    readers.push({
      reader: new ChatReader(chat, http, purse, clock),
      wants: ({ pNegative }) => pNegative >= low && pNegative <= high,
      slowestMs: roundsOfChat * timeoutMs,
    });
  }
  return readers;
}

/** The readers of a desk, whose money is counted in its database; none where none is configured. */
export function makeSecondReading(
  settings: ReaderSettings,
  parts: { readonly database: Database; readonly clock: Clock; readonly onFailed?: ReaderLog },
): SecondReading | undefined {
  const readers = makeReaders(settings, new PostgresPurse(parts.database), parts.clock);
  return readers.length > 0 ? new SecondReading(readers, parts.clock, parts.onFailed) : undefined;
}

/** Money for one run without a database, such as an eval: the day's limit is the run's. */
export function purseOfOneRun(): Purse {
  let spent = 0;
  return {
    reserve: (_workspaceId, _day, amountMicro, limitMicro) => {
      if (spent + amountMicro > limitMicro) return Promise.resolve(false);
      spent += amountMicro;
      return Promise.resolve(true);
    },
    settle: (_workspaceId, _day, differenceMicro) => {
      spent += differenceMicro;
      return Promise.resolve();
    },
  };
}
