import { Checkbox, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { fixKinds, type Playbook, type Policy } from '@heard/core';
import { moved } from './draft.js';
import { ThreeTexts } from './fields.js';
import { Order } from './Order.js';
import type { PolicyWords } from './policy-words.js';
import { StepsEditor } from './StepsEditor.js';
import style from './policy.module.css';

interface Edited {
  readonly playbook: Playbook;
  readonly policy: Policy;
  readonly words: PolicyWords;
  readonly onChange: (next: Playbook) => void;
}

/** What is offered first, second, and so on; only fixes that are meant for the failure can be added. */
function LadderEditor({ playbook, policy, words, onChange }: Edited) {
  const { t } = useTranslation();
  const { ladder, failure } = playbook;
  const change = (next: readonly string[]) => onChange({ ...playbook, ladder: next });
  const nameOf = (key: string): string => {
    const fix = policy.fixes.find((each) => each.key === key);
    return fix ? words.title(fix.title) : key;
  };
  const others = policy.fixes.filter((each) => each.failures.includes(failure) && !ladder.includes(each.key));
  return (
    <fieldset className={style.texts}>
      <legend>{t('policy.field.ladder')}</legend>
      <p className={style.dim}>{t('policy.hint.ladder')}</p>
      <ol className={style.ladder}>
        {ladder.map((key, index) => (
          <li key={key}>
            <span>{nameOf(key)}</span>
            <Order
              name={nameOf(key)}
              isFirst={index === 0}
              isLast={index === ladder.length - 1}
              onMove={(by) => change(moved(ladder, index, by))}
              onRemove={() => change(ladder.filter((each) => each !== key))}
            />
          </li>
        ))}
      </ol>
      {others.length > 0 && (
        <NativeSelect
          label={t('policy.addToLadder')}
          data={[
            { value: '', label: t('act.choose') },
            ...others.map(({ key }) => ({ value: key, label: nameOf(key) })),
          ]}
          value=""
          onChange={(event) => {
            const key = event.currentTarget.value;
            if (key !== '') change([...ladder, key]);
          }}
        />
      )}
    </fieldset>
  );
}

/** What to do about one kind of failure. */
export function PlaybookEditor(edited: Edited) {
  const { t } = useTranslation();
  const { playbook, words, onChange } = edited;
  return (
    <div className={style.editor}>
      <ThreeTexts
        label={t('policy.field.title')}
        value={playbook.title}
        onChange={(title) => onChange({ ...playbook, title })}
      />
      <StepsEditor
        steps={playbook.steps}
        words={words}
        onChange={(steps) => onChange({ ...playbook, steps })}
      />
      <LadderEditor {...edited} />
      <Checkbox.Group
        label={t('policy.field.closesWith')}
        description={t('policy.hint.closesWith')}
        value={[...playbook.closesWith]}
        onChange={(chosen) =>
          onChange({ ...playbook, closesWith: fixKinds.filter((each) => chosen.includes(each)) })
        }
      >
        <div className={style.choices}>
          {fixKinds.map((each) => (
            <Checkbox key={each} value={each} label={t(`fixKind.${each}`)} />
          ))}
        </div>
      </Checkbox.Group>
    </div>
  );
}
