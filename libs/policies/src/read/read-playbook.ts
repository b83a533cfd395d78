import { failureKinds, fixKinds, type Playbook, type PlaybookStep, stepGoals } from '@heard/core';
import { type Place, type Read, wrong } from './place.js';
import { inThreeLanguages } from './texts.js';
import { eachOnce, key, list, object, whole, wordOf } from './values.js';

const ninetyDays = 90 * 24 * 60;

const fields = object<Playbook>({
  failure: wordOf(failureKinds, 'kind of failure'),
  title: inThreeLanguages(),
  steps: list(
    object<PlaybookStep>({
      key,
      goal: wordOf(stepGoals, 'goal of a step'),
      withinMinutes: whole(1, ninetyDays, 'minutes'),
      clock: wordOf(['customer', 'working'], 'clock'),
      hint: inThreeLanguages(),
    }),
    { least: 1, most: 12 },
  ),
  ladder: list(key, { least: 1, most: 20 }),
  closesWith: list(wordOf(fixKinds, 'kind of fix'), { most: fixKinds.length }),
});

/** A playbook by itself; what it takes from the catalogue is checked with the catalogue. */
export const readPlaybook: Read<Playbook> = (value, place) => {
  const playbook = fields(value, place);
  const { steps, ladder, closesWith } = playbook;
  eachOnce(
    steps.map((step) => step.key),
    (index) => `${place}.steps[${index}].key`,
  );
  eachOnce(
    steps.map((step) => step.goal),
    (index) => `${place}.steps[${index}].goal`,
  );
  eachOnce(ladder, (index) => `${place}.ladder[${index}]`);
  eachOnce(closesWith, (index) => `${place}.closesWith[${index}]`);
  checkOrder(steps, `${place}.steps`);
  return playbook;
};

/** Steps stand in the order of their times, so that a list read from above is the order of work. */
function checkOrder(steps: readonly PlaybookStep[], place: Place): void {
  steps.forEach((step, index) => {
    const before = steps.slice(0, index).findLastIndex((each) => each.clock === step.clock);
    const earlier = steps[before];
    if (!earlier || earlier.withinMinutes <= step.withinMinutes) return;
    throw wrong(
      `${place}[${index}].withinMinutes`,
      `${step.withinMinutes} is sooner than the step before it, steps[${before}] (${earlier.withinMinutes})`,
      'put the steps in the order of their times',
      { mistake: 'step_order' },
    );
  });
}
