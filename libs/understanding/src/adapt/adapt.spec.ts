import type { Sentiment } from '@heard/core';
import { assess } from '../assess.js';
import { weights } from '../model/weights.js';
import { randomFrom } from '../random.js';
import { ReadyAdaptation } from './adaptation.js';
import { type Example, exampleOf } from './example.js';
import { type Leaning, leanFor } from './lean.js';
import { measure } from './measure.js';
import { estimatePrior } from './prior.js';
import { deciderOf, proposeAdaptations, type Proposal, type StreamPost } from './propose.js';
import { recalibrate } from './recalibrate.js';

const model = weights();
const unjudged = { label: 1, weight: 1, isDrawn: false } as const;
const noBreath = (): Promise<void> => Promise.resolve();
const sentiments: readonly Sentiment[] = ['negative', 'neutral', 'positive'];

/** What customers of a made-up parcel service write: its own words for what went wrong and what went well. */
const bad = [
  'посилку закинули в шлюз',
  'знову шлюз',
  'шлюз третю добу',
  'усе пішло в шлюз',
  'мій пакунок у шлюзі',
];
const good = ['приїхало зеленим коридором', 'зелений коридор', 'пройшло коридором', 'коридор за годину'];
const plain = ['де ваше відділення', 'який графік у неділю', 'адреса на мапі', 'відділення навпроти вокзалу'];
const around = [
  'Дніпро',
  'Львів',
  'сьогодні',
  'вчора ввечері',
  'замовлення',
  'мама каже',
  'сусід',
  'вранці',
  'оце',
];

function pageOf(
  count: number,
  seed: number,
  share = { bad: 0.6, good: 0.2 },
): { text: string; label: 0 | 1 | 2 }[] {
  const random = randomFrom(seed);
  const one = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  return Array.from({ length: count }, () => {
    const at = random();
    const label = at < share.bad ? 0 : at < share.bad + share.good ? 2 : 1;
    const text = `${one(around)}: ${one([bad, plain, good][label] as string[])}, ${one(around)} ${one(around)}`;
    return { text, label } as const;
  });
}

function examplesOf(count: number, seed: number, isDrawn = true): Example[] {
  return pageOf(count, seed).map(({ text, label }) =>
    exampleOf({ text }, model, { label, weight: 1, isDrawn }),
  );
}

async function proposed(
  labels: readonly Example[],
  kind: Proposal['kind'],
  stream: readonly StreamPost[] = [],
): Promise<Proposal> {
  const all = await proposeAdaptations(labels, stream, model, noBreath);
  const found = all.find((each) => each.kind === kind);
  if (!found) throw new Error(`no ${kind} was proposed`);
  return found;
}

function rightOn(page: ReturnType<typeof pageOf>, adaptation?: ReadyAdaptation): number {
  const right = page.filter(
    ({ text, label }) => assess({ text }, adaptation).sentiment === sentiments[label],
  );
  return right.length / page.length;
}

describe('what a page teaches', () => {
  test('words of its own are understood on posts that nobody labelled, and the figures said so before', async () => {
    const { adaptation, heldBack } = await proposed(examplesOf(200, 1), 'residual');
    const fresh = pageOf(300, 2);
    const before = rightOn(fresh);
    const after = rightOn(fresh, new ReadyAdaptation(adaptation, 'a1'));
    expect(before).toBeLessThan(0.7);
    expect(after).toBeGreaterThan(0.9);
    expect(heldBack?.helps).toBe(true);
    expect(heldBack?.right.before).toBeCloseTo(before, 0);
    expect(Math.abs((heldBack?.right.after ?? 0) - after)).toBeLessThan(0.06);
  });

  test('fifty labels teach words, thirty a recalibration, and fewer nothing', async () => {
    const kinds = async (count: number): Promise<string[]> =>
      (await proposeAdaptations(examplesOf(count, 3), [], model, noBreath)).map(({ kind }) => kind);
    expect(await kinds(29)).toEqual([]);
    expect(await kinds(30)).toEqual(['recalibration']);
    expect(await kinds(50)).toEqual(['recalibration', 'residual']);
  });

  test('corrections that somebody came upon are no ground without a random sample beside them', async () => {
    const found = examplesOf(200, 4, false);
    expect(await proposeAdaptations(found, [], model, noBreath)).toEqual([]);
    const both = [...found, ...examplesOf(40, 5)];
    const { heldBack } = await proposed(both, 'residual');
    expect(heldBack?.drawn).toBe(40);
    expect(heldBack?.found.labels).toBe(200);
  });

  test('labels that say what the model says are not offered as a help', async () => {
    const agreed = examplesOf(120, 6).map((each) => ({
      ...each,
      label: deciderOf({})(each) as Example['label'],
    }));
    for (const { heldBack } of await proposeAdaptations(agreed, [], model, noBreath)) {
      expect(heldBack?.helps).toBe(false);
    }
  });

  test('labels thrown by a die are not offered as a help', async () => {
    const random = randomFrom(7);
    const thrown = examplesOf(150, 7).map((each) => ({
      ...each,
      label: Math.floor(random() * 3) as 0 | 1 | 2,
    }));
    const { heldBack } = await proposed(thrown, 'residual');
    expect(heldBack?.right.after).toBeLessThan(0.5);
  });
});

describe('bounds of an adaptation', () => {
  test('it holds a few kilobytes of numbers and no text', async () => {
    const { adaptation } = await proposed(examplesOf(250, 8), 'residual');
    expect(adaptation.residual?.buckets.length).toBeLessThanOrEqual(800);
    const stored = JSON.stringify(adaptation);
    expect(stored.length).toBeLessThan(20_000);
    expect(stored).not.toMatch(/\p{Script=Cyrillic}/u);
    const { weights: numbers = [], step = 0 } = adaptation.residual ?? {};
    expect(Math.hypot(...numbers) * step).toBeLessThanOrEqual(12.2);
  });

  test('the verdict on a text of somebody else is what it was', async () => {
    const { adaptation } = await proposed(examplesOf(200, 9), 'residual');
    const text = 'Thank you so much, wonderful service, the best courier I ever met!';
    expect(assess({ text }, new ReadyAdaptation(adaptation, 'a1')).sentiment).toBe(
      assess({ text }).sentiment,
    );
  });

  test('no labels make a workspace overlook grave harm', async () => {
    const blind = examplesOf(200, 10).map((each) => ({ ...each, label: 2 as const }));
    const { adaptation } = await proposed(blind, 'residual');
    const text = 'Отруїлися вашою їжею, дитина в лікарні!';
    expect(assess({ text }, new ReadyAdaptation(adaptation, 'a1')).sentiment).toBe('negative');
  });

  test('it says nothing to another model, and stands behind the name of its own', async () => {
    const { adaptation } = await proposed(examplesOf(200, 11), 'residual');
    const [{ text } = { text: '' }] = pageOf(1, 12);
    const other = new ReadyAdaptation({ ...adaptation, model: 'heard-linear-0' }, 'a2');
    expect(assess({ text }, other).sentiment).toBe(assess({ text }).sentiment);
    expect(assess({ text }, new ReadyAdaptation(adaptation, 'a3')).model).toBe(`${model.name}+a3`);
  });

  test('what is measured is what assesses: the stored layers decide the same in both places', async () => {
    const { adaptation } = await proposed(examplesOf(200, 13), 'residual');
    const ready = new ReadyAdaptation(adaptation, 'a1');
    const decide = deciderOf(adaptation);
    for (const { text, label } of pageOf(200, 14)) {
      const example = exampleOf({ text }, model, { label, weight: 1, isDrawn: true });
      expect({ text, said: assess({ text }, ready).sentiment }).toEqual({
        text,
        said: sentiments[decide(example)],
      });
    }
  });

  test('with a stream beside the labels it leans, and what is measured is still what assesses', async () => {
    const { adaptation } = await proposed(examplesOf(120, 17), 'residual', examplesOf(300, 18));
    expect(adaptation.lean).toBeDefined();
    const ready = new ReadyAdaptation(adaptation, 'a1');
    const decide = deciderOf(adaptation);
    for (const { text } of pageOf(200, 19)) {
      const example = exampleOf({ text }, model, { label: 1, weight: 1, isDrawn: true });
      expect({ text, said: assess({ text }, ready).sentiment }).toEqual({
        text,
        said: sentiments[decide(example)],
      });
    }
  });

  test('a lean moves verdicts and no probability, but where grave harm is told', () => {
    const texts = pageOf(100, 20).map(({ text }) => text);
    const calm = texts.filter((text) => !exampleOf({ text }, model, unjudged).isGrave);
    expect(calm.length).toBeGreaterThan(50);
    const said = (lean?: number) => {
      const layers = { model: model.name, ...(lean !== undefined && { lean }) };
      const ready = new ReadyAdaptation(layers, 'a1');
      const all = calm.map((text) => assess({ text }, ready));
      return {
        negative: all.filter(({ sentiment }) => sentiment === 'negative').length,
        chances: all.map(({ pNegative }) => pNegative.toFixed(6)),
      };
    };
    const [less, as, more] = [said(-1.5), said(), said(1.5)];
    expect(less.negative).toBeLessThan(as.negative);
    expect(more.negative).toBeGreaterThan(as.negative);
    expect(less.chances).toEqual(as.chances);
    expect(more.chances).toEqual(as.chances);
  });

  test('a recalibration by one-sided labels stays within its bounds', () => {
    const judged = Array.from({ length: 500 }, () => ({ logits: [-9, 5, 4] as const, label: 0, weight: 5 }));
    const { slope, shift } = recalibrate(judged);
    expect(slope).toBeGreaterThanOrEqual(0.6);
    for (const each of shift) expect(Math.abs(each)).toBeLessThanOrEqual(2.5);
  });
});

describe('how usual complaints are, from unlabelled posts alone', () => {
  /** Calibrated probabilities of a page: complaints lean to the right, the rest to the left. */
  function streamOf(share: number, usual: number, count = 600): number[] {
    const random = randomFrom(Math.round(share * 100));
    return Array.from({ length: count }, () => {
      const evidence = (random() < share ? 1.5 : -1.5) + 3 * (random() - 0.5);
      return 1 / (1 + Math.exp(-(evidence + Math.log(usual / (1 - usual)))));
    });
  }

  /** A Ukrainian text of which no more is known than how likely it is negative. */
  const posted = (chance: number): StreamPost => ({
    language: 'uk',
    logits: [Math.log(chance / (1 - chance)), 0, -50],
    bias: [0, 0, 0],
    buckets: new Int32Array(),
    values: new Float32Array(),
  });

  test.each([
    [0.66, 0.15],
    [0.4, 0.15],
    [0.1, 0.35],
  ])('a page where %p complain is told from what is usual, %p', (share, usual) => {
    const estimate = estimatePrior(streamOf(share, usual), usual);
    expect(Math.abs((estimate?.here ?? 0) - share)).toBeLessThan(0.12);
    expect(Math.sign(Math.round(10 * (estimate?.shift ?? 0)))).toBe(
      Math.sign(Math.round(10 * (share - usual))),
    );
  });

  test('a source with a stream of its own is read by its own share, and the others by that of all', async () => {
    const stream = (share: number, count: number, sourceId: string) =>
      streamOf(share, 0.14, count).map((chance) => ({ ...posted(chance), sourceId }));
    const posts = [...stream(0.7, 400, 'angry'), ...stream(0.05, 400, 'calm'), ...stream(0.3, 100, 'small')];
    const [prior] = await proposeAdaptations([], posts, model, noBreath);
    const { prior: all, sources } = prior?.adaptation ?? {};
    expect(Object.keys(sources ?? {}).toSorted()).toEqual(['angry', 'calm']);
    expect(sources?.['angry']?.uk).toBeGreaterThan(all?.uk ?? 9);
    expect(sources?.['calm']?.uk).toBeLessThan(all?.uk ?? -9);
    const ready = new ReadyAdaptation(prior?.adaptation ?? { model: '' }, 'a1');
    const text = 'Чекаю посилку';
    const chance = (source?: string) =>
      assess({ text }, source === undefined ? ready : ready.forSource(source)).pNegative;
    expect(chance('angry')).toBeGreaterThan(chance());
    expect(chance('calm')).toBeLessThan(chance());
    expect(chance('small')).toBe(chance());
  });

  test('it needs 200 posts, and never moves further than it may', () => {
    expect(estimatePrior(streamOf(0.6, 0.15, 199), 0.15)).toBeUndefined();
    expect(
      estimatePrior(
        Array.from({ length: 300 }, () => 0.999),
        0.1,
      )?.shift,
    ).toBe(1.5);
    expect(
      estimatePrior(
        Array.from({ length: 300 }, () => 0.0001),
        0.3,
      )?.here,
    ).toBe(0.02);
  });
});

describe('where the line between negative and the rest lies', () => {
  const none = [0, 0, 0] as const;
  const streamOf = (leads: readonly number[]): Leaning[] =>
    leads.map((lead) => ({ logits: [lead, 0, -50], bias: none }));
  const many = (count: number, lead: number): number[] => Array.from({ length: count }, () => lead);

  test('it is the line with the highest expected F1: where doubtful texts are many, they are called negative', () => {
    const lean = leanFor(streamOf([...many(100, 2), ...many(100, -0.3), ...many(100, -4)]));
    expect(lean).toBeCloseTo(0.3, 3);
  });

  test('where negative is hardly told from the rest, the line stays within its bound', () => {
    expect(leanFor(streamOf([...many(2, 3), ...many(298, -5)]))).toBeCloseTo(-1.5, 3);
    expect(leanFor(streamOf(many(300, -2.5)))).toBe(1.5);
  });

  test('it stays where it was while the stream has fewer than 200 texts', () => {
    expect(leanFor(streamOf(many(199, -1)))).toBe(0);
  });
});

test('the same labels give the same figures, byte for byte', async () => {
  const twice = await Promise.all(
    [1, 2].map(() => proposeAdaptations(examplesOf(80, 15), [], model, noBreath)),
  );
  expect(JSON.stringify(twice[0])).toBe(JSON.stringify(twice[1]));
});

test('a drawn label counts as often as the mentions it stands for', () => {
  const [one, other] = examplesOf(2, 16) as [Example, Example];
  const labels = [
    { ...one, label: 0 as const, weight: 3 },
    { ...other, label: 1 as const, weight: 1 },
  ];
  expect(measure(labels, () => 0).right.after).toBe(0.75);
});
