import { Button, type ButtonProps, Modal, Stack } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../words/Problem.js';
import { type Act, useAct } from './use-act.js';

/** A button that opens a form; the form is drawn anew each time, so that nothing of the last try is left in it. */
export function ActDialog({
  label,
  title,
  about,
  children,
  ...button
}: { label: string; title?: string; about?: string; children: (close: () => void) => ReactNode } & Omit<
  ButtonProps,
  'children'
>) {
  const { t } = useTranslation();
  const [opened, { open, close }] = useDisclosure();
  const isPhone = useMediaQuery('(max-width: 36em)') ?? false;
  return (
    <>
      <Button variant="default" onClick={open} aria-label={about && `${label}: ${about}`} {...button}>
        {label}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title={title ?? label}
        fullScreen={isPhone}
        size="lg"
        closeButtonProps={{ 'aria-label': t('app.cancel') }}
      >
        {opened && children(close)}
      </Modal>
    </>
  );
}

/** The body of such a form: fields, why it was refused, and the one button that does it. */
export function ActForm({
  caseId,
  submit,
  act,
  onDone,
  after,
  disabled,
  children,
}: {
  caseId: string;
  submit: string;
  act: () => Act;
  onDone: () => void;
  /** What a refusal asks for. */
  after?: (error: unknown) => ReactNode;
  /** Something is not chosen yet. */
  disabled?: boolean;
  children: ReactNode;
}) {
  const mutation = useAct(caseId, onDone);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        mutation.mutate(act());
      }}
    >
      <Stack gap="md">
        {children}
        <Problem error={mutation.error} acting />
        {after?.(mutation.error)}
        <Button type="submit" loading={mutation.isPending} disabled={disabled}>
          {submit}
        </Button>
      </Stack>
    </form>
  );
}
