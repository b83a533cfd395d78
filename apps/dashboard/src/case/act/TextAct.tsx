import { type ButtonProps, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActDialog, ActForm } from './ActDialog.js';

interface TextActProps extends Omit<ButtonProps, 'children'> {
  readonly caseId: string;
  readonly path: string;
  readonly field: 'evidence' | 'words' | 'reason';
  readonly label: string;
  readonly title?: string;
  readonly submit: string;
  /** What the button is about, where several on the page say the same. */
  readonly about?: string;
  /** What goes along with the text. */
  readonly more?: Readonly<Record<string, unknown>>;
}

function OneText({
  caseId,
  path,
  field,
  submit,
  more,
  onDone,
}: Omit<TextActProps, 'label' | 'title' | 'about'> & { onDone: () => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  // The customer's words may be unknown; a reason or evidence may not.
  const body = field === 'words' && text.trim() === '' ? {} : { [field]: text };
  return (
    <ActForm
      caseId={caseId}
      submit={submit}
      onDone={onDone}
      act={() => ({ path, body: { ...more, ...body } })}
    >
      <Textarea
        data-autofocus
        autosize
        minRows={3}
        label={field === 'words' ? `${t('act.words')} (${t('app.optional')})` : t(`act.${field}`)}
        description={field === 'evidence' ? t('act.evidenceHint') : undefined}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </ActForm>
  );
}

/** An act that needs one text: evidence, the customer's words, or a reason. */
export function TextAct({ caseId, path, field, label, title, submit, about, more, ...button }: TextActProps) {
  return (
    <ActDialog label={label} about={about} title={title} {...button}>
      {(close) => (
        <OneText caseId={caseId} path={path} field={field} submit={submit} more={more} onDone={close} />
      )}
    </ActDialog>
  );
}
