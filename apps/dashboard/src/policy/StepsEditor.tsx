import { Button, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type PlaybookStep, stepGoals } from '@heard/core';
import { Icon } from '../icons.js';
import { moved, replaced } from './draft.js';
import { SpanField, ThreeTexts } from './fields.js';
import type { PolicyWords } from './policy-words.js';
import { Order } from './Order.js';
import style from './policy.module.css';

const clocks = ['customer', 'working'] as const;

function StepFields({
  step,
  words,
  onChange,
}: {
  step: PlaybookStep;
  words: PolicyWords;
  onChange: (next: PlaybookStep) => void;
}) {
  const { t } = useTranslation();
  return (
    <>
      <div className={style.fields}>
        <NativeSelect
          label={t('policy.field.goal')}
          data={stepGoals.map((value) => ({ value, label: t(`stepGoal.${value}`) }))}
          value={step.goal}
          onChange={(event) => {
            const goal = stepGoals.find((each) => each === event.currentTarget.value);
            if (goal) onChange({ ...step, goal });
          }}
        />
        <NativeSelect
          label={t('policy.field.clock')}
          data={clocks.map((value) => ({ value, label: t(`policy.clock.${value}`) }))}
          value={step.clock}
          onChange={(event) => {
            const clock = clocks.find((each) => each === event.currentTarget.value);
            if (clock) onChange({ ...step, clock });
          }}
        />
        <SpanField
          key={step.clock}
          label={t('policy.field.withinMinutes')}
          minutes={step.withinMinutes}
          dayMinutes={step.clock === 'working' ? words.workingDay : undefined}
          onChange={(withinMinutes) => onChange({ ...step, withinMinutes })}
        />
      </div>
      <ThreeTexts
        long
        label={t('policy.field.hint')}
        hint={t('policy.hint.hint')}
        value={step.hint}
        onChange={(hint) => onChange({ ...step, hint })}
      />
    </>
  );
}

/** The steps of a playbook in the order of their times. */
export function StepsEditor({
  steps,
  words,
  onChange,
}: {
  steps: readonly PlaybookStep[];
  words: PolicyWords;
  onChange: (steps: readonly PlaybookStep[]) => void;
}) {
  const { t } = useTranslation();
  const unused = stepGoals.find((goal) => !steps.some((each) => each.goal === goal));
  const add = (goal: PlaybookStep['goal']) => {
    const taken = steps.some(({ key }) => key === goal);
    const last = steps.at(-1);
    onChange([
      ...steps,
      {
        key: taken ? `${goal}_${steps.length + 1}` : goal,
        goal,
        withinMinutes: last?.withinMinutes ?? 60,
        clock: last?.clock ?? 'customer',
        hint: { ru: '', uk: '', en: '' },
      },
    ]);
  };
  return (
    <fieldset className={style.texts}>
      <legend>{t('policy.field.steps')}</legend>
      <p className={style.dim}>{t('policy.hint.steps')}</p>
      <ol className={style.items}>
        {steps.map((step, index) => (
          <li key={step.key} className={style.item}>
            <div className={style.itemHead}>
              <h4 className={style.sub}>
                {index + 1}. {t(`stepGoal.${step.goal}`)}
              </h4>
              <Order
                name={t(`stepGoal.${step.goal}`)}
                isFirst={index === 0}
                isLast={index === steps.length - 1}
                onMove={(by) => onChange(moved(steps, index, by))}
                onRemove={() => onChange(steps.filter((_, at) => at !== index))}
              />
            </div>
            <StepFields
              step={step}
              words={words}
              onChange={(next) => onChange(replaced(steps, index, next))}
            />
          </li>
        ))}
      </ol>
      {unused !== undefined && (
        <Button
          variant="default"
          size="sm"
          leftSection={<Icon name="plus" size={16} />}
          onClick={() => add(unused)}
        >
          {t('policy.addStep')}
        </Button>
      )}
    </fieldset>
  );
}
