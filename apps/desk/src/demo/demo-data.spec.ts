import { assess } from '@heard/understanding';
import { demoScript, demoStories } from './demo-data.js';
import { bookshopLines } from './stories/bookshop.js';

const customers = demoScript.filter((saying) => saying.author !== undefined);
const assessed = (saying: (typeof customers)[number]) =>
  assess({
    text: saying.text,
    platform: saying.platform,
    ...(saying.stars !== undefined && { rating: { value: saying.stars, scale: 5 } }),
  });

test.each(customers.map((saying) => [saying.key, saying] as const))(
  'the text of %s is understood as what its story says',
  (_key, saying) => {
    const { intent, language, sentiment } = assessed(saying);
    expect({ intent, language }).toEqual({ intent: saying.intent, language: saying.language });
    if (saying.intent === 'complaint') expect(sentiment).toBe('negative');
    if (saying.intent === 'praise') expect(sentiment).toBe('positive');
  },
);

test.each([
  ['allergy', 'critical'],
  ['courier', 'critical'],
  ['leak', 'critical'],
  ['renewal', 'high'],
  ['bookshop', 'high'],
  ['spam-ru', 'none'],
] as const)('%s is of urgency %s', (key, urgency) => {
  const saying = customers.find((each) => each.key === key);
  expect(saying && assessed(saying).urgency).toBe(urgency);
});

test('the bookshop’s customer is heard as content at the end', () => {
  expect(assess({ text: bookshopLines.acceptance }).intent).not.toBe('complaint');
  expect(assess({ text: bookshopLines.praise })).toMatchObject({ intent: 'praise', sentiment: 'positive' });
});

test('all languages, all platforms and every kind of text are there', () => {
  const kinds = (of: (saying: (typeof customers)[number]) => string) =>
    [...new Set(customers.map(of))].sort();
  expect(kinds(({ language }) => language)).toEqual(['en', 'ru', 'uk']);
  expect(kinds(({ platform }) => platform)).toEqual(['facebook', 'google', 'instagram']);
  expect(kinds(({ intent }) => intent)).toEqual(['complaint', 'other', 'praise', 'question', 'suggestion']);
  expect(demoStories.length).toBeGreaterThan(13);
});

test('the bookshop’s story begins within five seconds, and then something is said every ten to twenty', () => {
  const [first, ...others] = customers.map(({ at }) => at);
  expect(first).toBeLessThanOrEqual(5);
  let before = first ?? 0;
  for (const at of others) {
    expect(at - before).toBeLessThanOrEqual(20);
    before = at;
  }
});

test('what stands under something stands under something said before, on the same platform', () => {
  const said = new Map<string, string>();
  for (const { key, under, platform } of demoScript) {
    expect(said.has(key)).toBe(false);
    if (under !== undefined) expect(said.get(under)).toBe(platform);
    said.set(key, platform);
  }
});
