import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Playbook } from '@heard/core';
import { useFormat } from '../words/use-format.js';
import { replaced } from './draft.js';
import type { Editing } from './editing.js';
import { PlaybookEditor } from './PlaybookEditor.js';
import { Section } from './Section.js';
import style from './policy.module.css';

function InWords({ playbook, editing }: { playbook: Playbook; editing: Editing }) {
  const { t } = useTranslation();
  const { language, list } = useFormat();
  const { policy, words } = editing;
  const fixes = playbook.ladder.map((key) => policy.fixes.find((each) => each.key === key));
  return (
    <>
      <h4 className={style.small}>{t('policy.field.steps')}</h4>
      <ol className={style.steps}>
        {playbook.steps.map((step) => (
          <li key={step.key}>
            <strong>{t(`stepGoal.${step.goal}`)}</strong>{' '}
            <span className={style.dim}>
              {t('policy.within', { span: words.span(step.withinMinutes, step.clock) })}
            </span>
            <p className={style.dim}>{step.hint[language]}</p>
          </li>
        ))}
      </ol>
      <h4 className={style.small}>{t('policy.field.ladder')}</h4>
      <ol className={style.steps}>
        {fixes.map((fix, index) => (
          <li key={playbook.ladder[index]}>{fix ? words.title(fix.title) : playbook.ladder[index]}</li>
        ))}
      </ol>
      <p className={style.dim}>
        {playbook.closesWith.length === 0
          ? t('policy.closesWithAny')
          : t('policy.closesWithOne', {
              kinds: list(playbook.closesWith.map((each) => t(`fixKind.${each}`))),
            })}
      </p>
    </>
  );
}

function OnePlaybook({ playbook, index, editing }: { playbook: Playbook; index: number; editing: Editing }) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const [isEdited, setEdited] = useState(false);
  const { policy, words, mayEdit, change } = editing;
  const failure = t(`failure.${playbook.failure}`);
  return (
    <li className={style.item}>
      <details>
        <summary>
          <h3 className={style.sub}>{failure}</h3>
          {playbook.title[language] !== failure && (
            <span className={style.dim}>{words.title(playbook.title)}</span>
          )}
        </summary>
        {mayEdit && (
          <Button
            variant={isEdited ? 'light' : 'default'}
            size="sm"
            my={8}
            aria-expanded={isEdited}
            aria-label={`${t(isEdited ? 'app.done' : 'app.edit')}: ${failure}`}
            onClick={() => setEdited(!isEdited)}
          >
            {t(isEdited ? 'app.done' : 'app.edit')}
          </Button>
        )}
        {isEdited && mayEdit ? (
          <PlaybookEditor
            playbook={playbook}
            policy={policy}
            words={words}
            onChange={(next) => change({ playbooks: replaced(policy.playbooks, index, next) })}
          />
        ) : (
          <InWords playbook={playbook} editing={editing} />
        )}
      </details>
    </li>
  );
}

/** One playbook for each kind of failure. */
export function PlaybooksSection(editing: Editing) {
  const { t } = useTranslation();
  const { policy, mayEdit, changed } = editing;
  return (
    <Section
      id="playbooks"
      title={t('policy.section.playbooks')}
      lead={t('policy.playbooksLead')}
      changed={changed.includes('playbooks')}
      mayEdit={mayEdit}
    >
      <ul className={style.items}>
        {policy.playbooks.map((playbook, index) => (
          <OnePlaybook key={playbook.failure} playbook={playbook} index={index} editing={editing} />
        ))}
      </ul>
    </Section>
  );
}
