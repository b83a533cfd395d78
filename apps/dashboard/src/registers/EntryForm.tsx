import { Button, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.js';
import { hasStatus } from '../api/problem.js';
import { dutyQuery } from '../api/queries.js';
import { Problem } from '../words/Problem.js';

/** What is asked of an entry of a register. */
export interface EntryAct {
  readonly method?: 'post' | 'put';
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** An act on an entry; the lists and pages that show it are read again. */
export function useEntryAct<T>(register: 'suggestions' | 'causes', onDone?: (view: T) => void) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const refresh = (): void => {
    for (const key of [register, 'case', 'cases']) void client.invalidateQueries({ queryKey: [key] });
  };
  return useMutation({
    mutationFn: ({ method = 'post', path, body }: EntryAct) => api[method]<T>(path, body),
    onSuccess: (view) => {
      refresh();
      notifications.show({ message: t('act.done'), color: 'pine', autoClose: 2500 });
      onDone?.(view);
    },
    onError: (error) => {
      if (hasStatus(error, 409)) refresh();
    },
  });
}

/** Fields, why it was refused, and the one button that does it. */
export function EntryForm<T>({
  register,
  submit,
  act,
  onDone,
  after,
  children,
}: {
  register: 'suggestions' | 'causes';
  submit: string;
  act: () => EntryAct;
  onDone: (view: T) => void;
  /** What a refusal asks for. */
  after?: (error: unknown) => ReactNode;
  children: ReactNode;
}) {
  const mutation = useEntryAct<T>(register, onDone);
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
        <Button type="submit" loading={mutation.isPending}>
          {submit}
        </Button>
      </Stack>
    </form>
  );
}

/** A form of one text. */
export function OneTextForm<T>({
  register,
  path,
  method,
  field,
  label,
  hint,
  initial = '',
  submit,
  more,
  onDone,
}: {
  register: 'suggestions' | 'causes';
  path: string;
  method?: 'put';
  field: string;
  label: string;
  hint?: string;
  initial?: string;
  submit: string;
  more?: Readonly<Record<string, unknown>>;
  onDone: (view: T) => void;
}) {
  const [text, setText] = useState(initial);
  return (
    <EntryForm<T>
      register={register}
      submit={submit}
      onDone={onDone}
      act={() => ({ path, body: { ...more, [field]: text }, ...(method && { method }) })}
    >
      {field === 'title' ? (
        <TextInput
          data-autofocus
          label={label}
          description={hint}
          maxLength={300}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      ) : (
        <Textarea
          data-autofocus
          autosize
          minRows={3}
          label={label}
          description={hint}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
    </EntryForm>
  );
}

/** Chooses somebody of the staff who may be given something. */
export function PersonField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (id: string) => void;
}) {
  const { t } = useTranslation();
  const duty = useQuery(dutyQuery);
  const people = (duty.data?.items ?? []).filter((each) => each.role !== 'viewer');
  return (
    <NativeSelect
      label={label}
      data={[
        { value: '', label: t('act.choose') },
        ...people.map((each) => ({ value: each.staffId, label: `${each.name} · ${t(`role.${each.role}`)}` })),
      ]}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** Gives an entry to a person. */
export function PersonForm<T>({
  register,
  path,
  label,
  initial = '',
  submit,
  onDone,
}: {
  register: 'suggestions' | 'causes';
  path: string;
  label: string;
  initial?: string;
  submit: string;
  onDone: (view: T) => void;
}) {
  const [to, setTo] = useState(initial);
  return (
    <EntryForm<T> register={register} submit={submit} onDone={onDone} act={() => ({ path, body: { to } })}>
      <PersonField label={label} value={to} onChange={setTo} />
    </EntryForm>
  );
}
