import { Button, type ButtonProps, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActDialog } from '../case/act/ActDialog.js';
import { Problem } from '../words/Problem.js';
import { useIncidentAct } from './use-incident-act.js';

/** An act without words: one button. */
export function PlainAct({
  id,
  path,
  label,
  body,
  ...button
}: { id: string; path: string; label: string; body?: object } & Omit<ButtonProps, 'children' | 'id'>) {
  const act = useIncidentAct(id);
  return (
    <>
      <Button loading={act.isPending} onClick={() => act.mutate({ path, ...(body && { body }) })} {...button}>
        {label}
      </Button>
      <Problem error={act.error} acting />
    </>
  );
}

/** An act with a reason, or what was done. */
export function WordsAct({
  id,
  path,
  field,
  label,
  ask,
  about,
  ...button
}: {
  id: string;
  path: string;
  field: 'reason' | 'words';
  label: string;
  ask: string;
  /** Of which of many, for those who do not see where the button stands. */
  about?: string;
} & Omit<ButtonProps, 'children' | 'id'>) {
  return (
    <ActDialog label={label} about={about} {...button}>
      {(close) => <WordsForm id={id} path={path} field={field} label={label} ask={ask} onDone={close} />}
    </ActDialog>
  );
}

function WordsForm({
  id,
  path,
  field,
  label,
  ask,
  onDone,
}: {
  id: string;
  path: string;
  field: 'reason' | 'words';
  label: string;
  ask: string;
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const act = useIncidentAct(id, onDone);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate({ path, body: { [field]: words } });
      }}
    >
      <Stack gap="md">
        <Textarea
          data-autofocus
          label={ask}
          autosize
          minRows={3}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <Problem error={act.error} acting />
        <Button type="submit" loading={act.isPending}>
          {label === '' ? t('app.save') : label}
        </Button>
      </Stack>
    </form>
  );
}
