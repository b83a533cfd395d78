import { assess } from '../index.js';
import { edgeCases, scoreEdgeCases } from './score-edge-cases.js';

const fewestCases = 45;
const kinds = 24;
const leastRight = 0.85;

describe.each(Object.entries(edgeCases))('the hard texts in %s', (_language, cases) => {
  it('are many, of every kind, and each a text and a name of its own', () => {
    expect(cases.length).toBeGreaterThanOrEqual(fewestCases);
    expect(new Set(cases.map(({ kind }) => kind)).size).toBe(kinds);
    expect(new Set(cases.map(({ text }) => text)).size).toBe(cases.length);
    expect(new Set(cases.map(({ name, kind }) => `${kind}: ${name}`)).size).toBe(cases.length);
  });
});

it.each(scoreEdgeCases(assess))('are read rightly in $lang: $right of $cases', ({ share, wrong, cases }) => {
  expect(share).toBeGreaterThanOrEqual(leastRight);
  expect(share).toBeCloseTo(1 - wrong.length / cases, 3);
});
