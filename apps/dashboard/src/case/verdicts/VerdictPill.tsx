import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Verdicts, verdictChoices } from '@heard/core';
import type { AssessmentView } from '@heard/insight';
import { Icon } from '../../icons.js';
import type { Tone } from '../../words/Pills.js';
import { Lighter } from './Lighter.js';
import type { Said } from './use-correct.js';
import style from './verdicts.module.css';

const sentimentTones: Readonly<Record<Verdicts['sentiment'], Tone>> = {
  negative: 'high',
  neutral: 'low',
  positive: 'good',
};

function toneOf(field: keyof Verdicts, { urgency, sentiment }: AssessmentView): Tone {
  if (field === 'urgency') return urgency;
  return field === 'sentiment' ? sentimentTones[sentiment] : 'normal';
}

interface Asked {
  readonly field: keyof Verdicts;
  readonly assessment: AssessmentView;
  readonly label: string;
  readonly lights: Readonly<Record<string, () => void>>;
}

/** A verdict that this reader can only look into. */
export function VerdictPill({
  field,
  assessment,
  label,
  lights,
  ...press
}: Asked & { readonly 'aria-pressed': boolean; readonly onClick: () => void }) {
  const { t } = useTranslation();
  return (
    <Lighter
      tone={toneOf(field, assessment)}
      words={t(`${field}.${assessment[field]}`)}
      aria-label={label}
      {...lights}
      {...press}
    />
  );
}

/** A verdict with everything that it could be instead: one press says what is right. */
export function VerdictMenu({
  field,
  assessment,
  label,
  lights,
  onOpen,
  onSay,
}: Asked & { readonly onOpen: (isOpen: boolean) => void; readonly onSay: (said: Said) => void }) {
  const { t } = useTranslation();
  const stands = assessment[field];
  const understood = (assessment.understood ?? assessment)[field];
  const corrected = assessment.corrected?.[field];
  const choices: readonly string[] = verdictChoices[field];
  return (
    <Menu
      position="bottom-start"
      onChange={onOpen}
      withinPortal={false}
      withInitialFocusPlaceholder={false}
      shadow="md"
      width={260}
      checkIcon={<Icon name="check" size={16} />}
    >
      <Menu.Target>
        <Lighter
          tone={toneOf(field, assessment)}
          words={t(`${field}.${stands}`)}
          aria-label={label}
          opens
          {...lights}
        />
      </Menu.Target>
      <Menu.Dropdown className={style.choices}>
        <Menu.Label>{t('verdicts.choose', { field: t(`verdicts.field.${field}`) })}</Menu.Label>
        {choices.map((choice) => (
          <Menu.RadioItem
            key={choice}
            value={choice}
            checked={choice === stands}
            closeMenuOnClick
            onClick={() => onSay({ given: { [field]: choice } })}
          >
            {t(`${field}.${choice}`)}
            {choice === understood && <span className={style.asHeard}> {t('verdicts.asHeard')}</span>}
          </Menu.RadioItem>
        ))}
        {corrected && (
          <>
            <Menu.Divider />
            <Menu.Item onClick={() => onSay({ takesBack: corrected.correctionId })}>
              {t('verdicts.takeBackOf', { name: corrected.by.name })}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
