import { Fault } from '@heard/core';
import { FakeClock } from '@heard/testing';
import { assess } from '../assess.js';
import { type LabelledPost, scoreReaders } from './compare-readers.js';
import type { Opinion, Reader } from './reader.js';
import { SecondReading } from './second-reading.js';

const posts: readonly LabelledPost[] = [
  { text: 'Жахливий сервіс, замовлення не привезли!', sentiment: 'negative', intent: 'complaint' },
  { text: 'Ну що ж, знову той самий сервіс, як завжди.', sentiment: 'negative', intent: 'complaint' },
  { text: 'Дякую, все чудово!', sentiment: 'positive', intent: null },
];

const readingOf = (opinionOf: (text: string) => Opinion): SecondReading => {
  const reader: Reader = {
    name: 'told',
    batchSize: 2,
    read: (batch) => Promise.resolve().then(() => batch.map(({ text }) => opinionOf(text))),
    close: () => Promise.resolve(),
  };
  const clock = new FakeClock(new Date('2031-03-03T10:00:00Z'));
  return new SecondReading([{ reader, wants: () => true, slowestMs: 1 }], clock);
};

test('a better reader scores better on the same posts, and one that fails scores as our own', async () => {
  const own = await scoreReaders(posts, assess);
  expect(own).toMatchObject({ posts: 3, read: 0, sentiment: 0.6667, category: undefined });
  const better = readingOf((text) =>
    text.startsWith('Дякую')
      ? { negative: 0, neutral: 0, positive: 1 }
      : { negative: 1, neutral: 0, positive: 0 },
  );
  expect(await scoreReaders(posts, assess, better)).toMatchObject({ read: 3, sentiment: 1, complaintF1: 1 });
  const failing = readingOf(() => {
    throw new Fault('unavailable', 'It broke.');
  });
  const { sentiment, read } = await scoreReaders(posts, assess, failing);
  expect([sentiment, read]).toEqual([own.sentiment, 0]);
});
