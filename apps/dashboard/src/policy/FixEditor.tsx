import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type ApprovalLimit, type CatalogueFix, failureKinds, fixKinds, type Role } from '@heard/core';
import { keyOf } from './draft.js';
import { MoneyField, ThreeTexts } from './fields.js';
import style from './policy.module.css';

const approvers: readonly Role[] = ['manager', 'lead', 'director', 'administrator'];

function limitsWith(
  limits: readonly ApprovalLimit[],
  role: Role,
  upToMinor: number | undefined,
): readonly ApprovalLimit[] {
  const others = limits.filter((each) => each.role !== role);
  const all = upToMinor === undefined ? others : [...others, { role, upToMinor }];
  return all.toSorted((a, b) => approvers.indexOf(a.role) - approvers.indexOf(b.role));
}

function Failures({ fix, onChange }: { fix: CatalogueFix; onChange: (next: CatalogueFix) => void }) {
  const { t } = useTranslation();
  const choose = (chosen: readonly string[]) =>
    onChange({ ...fix, failures: failureKinds.filter((each) => chosen.includes(each)) });
  return (
    <div>
      <Checkbox.Group label={t('policy.field.failures')} value={[...fix.failures]} onChange={choose}>
        <div className={style.choices}>
          {failureKinds.map((each) => (
            <Checkbox key={each} value={each} label={t(`failure.${each}`)} />
          ))}
        </div>
      </Checkbox.Group>
      <Button variant="subtle" size="compact-sm" mt={6} onClick={() => choose(failureKinds)}>
        {t('policy.allFailures')}
      </Button>
    </div>
  );
}

function Approval({
  fix,
  currency,
  onChange,
}: {
  fix: CatalogueFix;
  currency: string;
  onChange: (next: CatalogueFix) => void;
}) {
  const { t } = useTranslation();
  return (
    <fieldset className={style.texts}>
      <legend>{t('policy.field.approval')}</legend>
      <p className={style.dim}>{t('policy.hint.approval')}</p>
      <div className={style.fields}>
        {approvers.map((role) => (
          <MoneyField
            key={role}
            label={t(`role.${role}`)}
            value={fix.approval.find((each) => each.role === role)?.upToMinor}
            currency={currency}
            onChange={(minor) => onChange({ ...fix, approval: limitsWith(fix.approval, role, minor) })}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** One fix of the catalogue; its key is chosen once, so that the reports can compare. */
export function FixEditor({
  fix,
  isNew,
  currency,
  onChange,
}: {
  fix: CatalogueFix;
  isNew: boolean;
  currency: string;
  onChange: (next: CatalogueFix) => void;
}) {
  const { t } = useTranslation();
  const { cost: _, ...free } = fix;
  return (
    <div className={style.editor}>
      <ThreeTexts
        label={t('policy.field.title')}
        value={fix.title}
        onChange={(title) => {
          const follows = isNew && fix.key === keyOf(fix.title.en);
          onChange({ ...fix, title, key: follows ? keyOf(title.en) : fix.key });
        }}
      />
      <div className={style.fields}>
        <NativeSelect
          label={t('policy.field.kind')}
          data={fixKinds.map((value) => ({ value, label: t(`fixKind.${value}`) }))}
          value={fix.kind}
          onChange={(event) => {
            const kind = fixKinds.find((each) => each === event.currentTarget.value);
            if (kind) onChange({ ...fix, kind });
          }}
        />
        <MoneyField
          label={t('policy.field.cost')}
          hint={t('policy.hint.cost')}
          value={fix.cost?.amountMinor}
          currency={currency}
          onChange={(amountMinor) =>
            onChange(amountMinor === undefined ? free : { ...fix, cost: { amountMinor, currency } })
          }
        />
        {isNew && (
          <TextInput
            label={t('policy.field.key')}
            description={t('policy.hint.key')}
            value={fix.key}
            onChange={(event) => onChange({ ...fix, key: event.currentTarget.value })}
          />
        )}
      </div>
      <Failures fix={fix} onChange={onChange} />
      <Approval fix={fix} currency={currency} onChange={onChange} />
    </div>
  );
}
