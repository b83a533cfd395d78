import { Fault, type FaultKind } from '@heard/core';
import { InvalidRequest, problemOf } from './problem.js';

const now = new Date('2026-11-22T12:00:00Z');

const statuses: [FaultKind, number][] = [
  ['invalid', 422],
  ['missing', 404],
  ['refused', 409],
  ['conflict', 409],
  ['throttled', 429],
  ['unavailable', 503],
  ['disconnected', 409],
  ['rejected', 422],
  ['bug', 500],
];

test.each(statuses)('a fault of the kind %s is answered with %i', (kind, status) => {
  expect(problemOf(new Fault(kind, 'x'), now).status).toBe(status);
});

test('a refusal names its rule and what makes it concrete', () => {
  const refusal = Object.assign(new Fault('refused', 'Olha has it.', { code: 'taken_by_other' }), {
    about: { takenBy: 'id-of-olha' },
  });
  expect(problemOf(refusal, now)).toMatchObject({
    status: 409,
    code: 'taken_by_other',
    detail: 'Olha has it.',
    about: { takenBy: 'id-of-olha' },
  });
});

test('a bug tells nothing of itself but an id', () => {
  const problem = problemOf(new Error('duplicate key (text)=(Третій день!)'), now);
  expect(problem.status).toBe(500);
  expect(problem.errorId).toMatch(/^[0-9a-f-]{36}$/u);
  expect(JSON.stringify(problem)).not.toContain('Третій');
});

test('what is throttled or down says when to come back', () => {
  const retryAt = new Date(now.getTime() + 90_500);
  expect(problemOf(new Fault('throttled', 'x', { retryAt }), now).retryAfter).toBe(91);
  expect(problemOf(new Fault('unavailable', 'x'), now).retryAfter).toBe(5);
});

test('every wrong field is named', () => {
  const errors = [{ field: 'cost.currency', message: 'Must match ^[A-Z]{3}$.' }];
  expect(problemOf(new InvalidRequest(errors), now)).toMatchObject({ status: 422, errors });
});
