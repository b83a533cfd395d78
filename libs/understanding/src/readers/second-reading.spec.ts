import { type Assessment, Fault } from '@heard/core';
import { FakeClock } from '@heard/testing';
import { assess } from '../assess.js';
import type { Opinion, Post, Reader } from './reader.js';
import { SecondReading } from './second-reading.js';

const by = { workspaceId: '0190a000-0000-7000-8000-000000000001' };
const begin = new Date('2031-03-03T10:00:00Z');

/** A reader that does as it is told and remembers what it was asked. */
class ToldReader implements Reader {
  readonly batchSize = 2;
  readonly asked: string[] = [];
  calls = 0;
  answer: (post: Post) => Opinion | undefined = () => ({ negative: 1, neutral: 0, positive: 0 });

  constructor(readonly name: string) {}

  read(posts: readonly Post[]): Promise<readonly (Opinion | undefined)[]> {
    this.calls += 1;
    this.asked.push(...posts.map(({ text }) => text));
    return Promise.resolve().then(() => posts.map((post) => this.answer(post)));
  }
  close(): Promise<void> {
    return Promise.resolve();
  }
}

const batchOf = (...texts: readonly string[]) =>
  texts.map((text) => ({ post: { text }, first: { ...assess({ text }), pNegative: 0.5 } }));

let clock: FakeClock;
let model: ToldReader;
let endpoint: ToldReader;
let said: string[];
let reading: SecondReading;

beforeEach(() => {
  clock = new FakeClock(begin);
  [model, endpoint] = [new ToldReader('onnx:x'), new ToldReader('chat:y')];
  said = [];
  const unsure = ({ pNegative }: Assessment): boolean => pNegative > 0.3 && pNegative < 0.7;
  reading = new SecondReading(
    [
      { reader: model, wants: () => true, slowestMs: 1_000 },
      { reader: endpoint, wants: unsure, slowestMs: 1_000 },
    ],
    clock,
    ({ reader, code }) => said.push(`${reader} ${code}`),
  );
});

test('the endpoint gets only what the model leaves unsure, in batches of its own size', async () => {
  model.answer = ({ text }) =>
    text === 'b'
      ? { negative: 0.5, neutral: 0.5, positive: 0 }
      : { negative: 0.9, neutral: 0.1, positive: 0 };
  const second = await reading.run(batchOf('a', 'b', 'c'), by);
  expect(model.calls).toBe(2);
  expect(endpoint.asked).toEqual(['b']);
  expect(second.map((each) => each?.model)).toEqual(['onnx:x', 'chat:y', 'onnx:x']);
});

test('a reader that fails leaves our own verdict at once, and the next one its turn', async () => {
  model.answer = () => {
    throw new Fault('unavailable', 'It broke.', { code: 'reader_broken' });
  };
  expect((await reading.run(batchOf('a'), by)).map((each) => each?.model)).toEqual(['chat:y']);
  endpoint.answer = model.answer;
  expect(await reading.run(batchOf('a'), by)).toEqual([undefined]);
  expect(said).toEqual(['onnx:x reader_broken', 'chat:y reader_broken']);
});

test('a bug of a reader is a failure too, and its words are not repeated', async () => {
  model.answer = () => {
    throw new TypeError('a customer’s words');
  };
  endpoint.answer = () => undefined;
  expect(await reading.run(batchOf('a'), by)).toEqual([undefined]);
  expect(said).toEqual(['onnx:x bug']);
});

test('a reader that failed three times rests for a minute, and is tried again after it', async () => {
  model.answer = () => {
    throw new Fault('unavailable', 'It broke.');
  };
  for (let turn = 0; turn < 6; turn += 1) await reading.run(batchOf('a'), by);
  expect(model.calls).toBe(3);
  expect(said).toHaveLength(1);
  clock.advanceTo(new Date(begin.getTime() + 61_000));
  model.answer = () => ({ negative: 1, neutral: 0, positive: 0 });
  expect((await reading.run(batchOf('a'), by))[0]?.model).toBe('onnx:x');
});

test('a key that is refused is not tried again for ten minutes', async () => {
  endpoint.answer = () => {
    throw new Fault('disconnected', 'The endpoint refuses the key.');
  };
  model.answer = () => undefined;
  for (let turn = 0; turn < 3; turn += 1) await reading.run(batchOf('a'), by);
  expect(endpoint.calls).toBe(1);
  clock.advanceTo(new Date(begin.getTime() + 601_000));
  await reading.run(batchOf('a'), by);
  expect(endpoint.calls).toBe(2);
});

test('the limit of one workspace lets the others go on', async () => {
  endpoint.answer = () => {
    throw new Fault('refused', 'Enough for today.', { code: 'reader_limit' });
  };
  model.answer = () => undefined;
  for (let turn = 0; turn < 5; turn += 1) await reading.run(batchOf('a'), by);
  expect(endpoint.calls).toBe(5);
  expect(said).toEqual(['chat:y reader_limit']);
});

test('when too little time is left of the work’s own, the rest keeps our verdict', async () => {
  model.answer = () => {
    clock.advanceTo(new Date(clock.now().getTime() + 45_000));
    return { negative: 0.5, neutral: 0.5, positive: 0 };
  };
  const second = await reading.run(batchOf('a', 'b', 'c', 'd', 'e'), by);
  expect(model.calls).toBe(1);
  expect(endpoint.calls).toBe(0);
  expect(second.filter(Boolean)).toHaveLength(2);
});

test('a process that stops does not take that for a failure', async () => {
  const stopping = new AbortController();
  model.answer = () => {
    stopping.abort();
    throw new Fault('unavailable', 'It was stopped.');
  };
  await expect(reading.run(batchOf('a'), { ...by, signal: stopping.signal })).rejects.toThrow(/abort/i);
  expect(said).toEqual([]);
});

test('a complaint that only a reader finds is as urgent as what the rules know of it, and says so', async () => {
  const text = 'Прокуратуре понравятся ваши квитанции';
  const [before] = batchOf(text);
  expect(before?.first).toMatchObject({ intent: 'other', signals: [] });
  const [second] = await reading.run(batchOf(text), by);
  expect(second).toMatchObject({ intent: 'complaint', model: 'onnx:x', signals: [{ code: 'legal' }] });
  expect(second?.urgencyReasons).toContain('legal');
});
