import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CatalogueFix, failureKinds, type Policy } from '@heard/core';
import { Icon } from '../icons.js';
import { useFormat } from '../words/use-format.js';
import { replaced, withoutFix } from './draft.js';
import type { Editing } from './editing.js';
import { FixEditor } from './FixEditor.js';
import { Section } from './Section.js';
import style from './policy.module.css';

const newFix: CatalogueFix = {
  key: 'new_fix',
  kind: 'compensation',
  title: { ru: '', uk: '', en: '' },
  failures: [],
  approval: [{ role: 'manager', upToMinor: 0 }],
};

/** A key that the catalogue does not have yet. */
function freshKey({ fixes }: Policy): string {
  const taken = (key: string) => fixes.some((each) => each.key === key);
  let key = newFix.key;
  for (let number = 2; taken(key); number += 1) key = `${newFix.key}_${number}`;
  return key;
}

function InWords({ fix, editing }: { fix: CatalogueFix; editing: Editing }) {
  const { t } = useTranslation();
  const { list } = useFormat();
  const { words } = editing;
  const failures =
    fix.failures.length === failureKinds.length
      ? t('policy.forAll')
      : list(fix.failures.map((each) => t(`failure.${each}`)));
  return (
    <div className={style.dim}>
      <p>
        {t(`fixKind.${fix.kind}`)}
        {fix.cost && ` · ${t('policy.usually', { amount: words.amount(fix.cost.amountMinor) })}`}
      </p>
      <p>{t('policy.meantFor', { failures })}</p>
      <p>{t('policy.approvedBy', { limits: words.approval(fix) })}</p>
    </div>
  );
}

function Remove({ fix, editing, onRemoved }: { fix: CatalogueFix; editing: Editing; onRemoved: () => void }) {
  const { t } = useTranslation();
  const { list } = useFormat();
  const [isSure, setSure] = useState(false);
  const { policy, change, words } = editing;
  const ladders = policy.playbooks.filter(({ ladder }) => ladder.includes(fix.key));
  const name = words.title(fix.title);
  if (!isSure) {
    return (
      <Button
        variant="subtle"
        color="red"
        size="sm"
        aria-label={t('policy.removeFix', { name })}
        onClick={() => setSure(true)}
      >
        {t('app.remove')}
      </Button>
    );
  }
  return (
    <div role="alert" className={style.sure}>
      <p>
        {ladders.length === 0
          ? t('policy.removeSure', { name })
          : t('policy.removeFromLadders', {
              name,
              playbooks: list(ladders.map(({ failure }) => t(`failure.${failure}`))),
            })}
      </p>
      <Button
        color="red"
        size="sm"
        onClick={() => {
          change(withoutFix(policy, fix.key));
          onRemoved();
        }}
      >
        {t('app.remove')}
      </Button>{' '}
      <Button variant="default" size="sm" onClick={() => setSure(false)}>
        {t('app.cancel')}
      </Button>
    </div>
  );
}

function OneFix({
  fix,
  index,
  editing,
  isOpen,
  onOpen,
}: {
  fix: CatalogueFix;
  index: number;
  editing: Editing;
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
}) {
  const { t } = useTranslation();
  const { policy, before, words, mayEdit, change } = editing;
  const isNew = !before.fixes.some(({ key }) => key === fix.key);
  const name = words.title(fix.title);
  return (
    <li className={style.item}>
      <div className={style.itemHead}>
        <h3 className={style.sub}>{name}</h3>
        {mayEdit && (
          <Button
            variant={isOpen ? 'light' : 'default'}
            size="sm"
            aria-expanded={isOpen}
            aria-label={`${t(isOpen ? 'app.done' : 'app.edit')}: ${name}`}
            onClick={() => onOpen(!isOpen)}
          >
            {t(isOpen ? 'app.done' : 'app.edit')}
          </Button>
        )}
      </div>
      {isOpen && mayEdit ? (
        <>
          <FixEditor
            fix={fix}
            isNew={isNew}
            currency={words.currency}
            onChange={(next) => change({ fixes: replaced(policy.fixes, index, next) })}
          />
          <Remove fix={fix} editing={editing} onRemoved={() => onOpen(false)} />
        </>
      ) : (
        <InWords fix={fix} editing={editing} />
      )}
    </li>
  );
}

/** The catalogue of what is offered. */
export function FixesSection(editing: Editing) {
  const { t } = useTranslation();
  const { policy, mayEdit, changed, change } = editing;
  const [opened, setOpened] = useState<number>();
  return (
    <Section
      id="fixes"
      title={t('policy.section.fixes')}
      lead={t('policy.fixesLead')}
      changed={changed.includes('fixes')}
      mayEdit={mayEdit}
    >
      <ul className={style.items}>
        {policy.fixes.map((fix, index) => (
          <OneFix
            key={index}
            fix={fix}
            index={index}
            editing={editing}
            isOpen={opened === index}
            onOpen={(isOpen) => setOpened(isOpen ? index : undefined)}
          />
        ))}
      </ul>
      {mayEdit && (
        <Button
          variant="default"
          leftSection={<Icon name="plus" size={16} />}
          onClick={() => {
            change({ fixes: [...policy.fixes, { ...newFix, key: freshKey(policy) }] });
            setOpened(policy.fixes.length);
          }}
        >
          {t('policy.addFix')}
        </Button>
      )}
    </Section>
  );
}
