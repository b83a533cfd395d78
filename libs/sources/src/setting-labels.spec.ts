import { catalog } from './catalog.js';
import { labelOf } from './setting-labels.js';

test('every field of every platform has a label in each language', () => {
  const bare = Object.values(catalog)
    .flatMap((entry) => entry.settings)
    .filter((field) => Object.values(labelOf(field)).includes(field.key));
  expect(bare).toEqual([]);
});
