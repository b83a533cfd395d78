import { newId } from './ids.js';

test('ids are UUIDs of version 7, each greater than those before it', () => {
  const ids = Array.from({ length: 5_000 }, () => newId());
  expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u);
  expect(ids).toEqual(ids.toSorted());
  expect(new Set(ids).size).toBe(ids.length);
});

test('ids keep growing when the clock goes back', () => {
  const { now } = Date;
  Date.now = () => Date.parse('2030-01-01T00:00:00Z');
  const before = newId();
  Date.now = () => Date.parse('2029-12-31T23:59:00Z');
  const after = newId();
  Date.now = now;
  expect(after > before).toBe(true);
});
