import { ActionIcon, Button, NativeSelect, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.js';
import { dutyQuery, type EscalationPolicy, policyQuery } from '../api/queries.js';
import { Icon } from '../icons.js';
import { Card, Loaded } from '../words/Page.js';
import { Problem } from '../words/Problem.js';
import style from './settings.module.css';

function PolicyForm({ policy }: { policy: EscalationPolicy }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const duty = useQuery(dutyQuery);
  const [minutes, setMinutes] = useState(String(policy.afterMinutes));
  const [steps, setSteps] = useState(policy.steps.map((step) => step.to));
  const choices = [
    { value: 'on_call', label: t('settings.stepOnCall') },
    { value: 'lead', label: t('settings.stepLead') },
    { value: 'director', label: t('settings.stepDirector') },
    { value: 'administrator', label: t('settings.stepAdministrator') },
    ...(duty.data?.items ?? []).map((each) => ({ value: each.staffId, label: each.name })),
  ];
  const save = useMutation({
    mutationFn: () =>
      api.put<EscalationPolicy>('/escalation-policy', {
        afterMinutes: Number(minutes),
        steps: steps.map((to) => ({ to })),
      }),
    onSuccess: (after) => {
      client.setQueryData(policyQuery.queryKey, after);
      notifications.show({ message: t('app.saved'), color: 'pine' });
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <Stack gap="sm">
        <TextInput
          type="number"
          min={1}
          max={1440}
          required
          label={t('settings.afterMinutes')}
          value={minutes}
          onChange={(event) => setMinutes(event.currentTarget.value)}
        />
        {steps.map((to, index) => (
          <div key={index} className={style.step}>
            <NativeSelect
              label={t('settings.step', { number: index + 1 })}
              data={choices}
              value={to}
              onChange={(event) => {
                const next = event.currentTarget.value;
                setSteps(steps.map((each, at) => (at === index ? next : each)));
              }}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size={40}
              disabled={steps.length === 1}
              aria-label={t('settings.removeStep', { number: index + 1 })}
              onClick={() => setSteps(steps.filter((_, at) => at !== index))}
            >
              <Icon name="remove" size={16} />
            </ActionIcon>
          </div>
        ))}
        <Button variant="default" onClick={() => setSteps([...steps, 'lead'])}>
          {t('settings.addStep')}
        </Button>
        <Problem error={save.error} acting />
        <Button type="submit" loading={save.isPending}>
          {t('app.save')}
        </Button>
      </Stack>
    </form>
  );
}

/** Who is told next when nobody takes an alert, and after how long. */
export function Escalation() {
  const { t } = useTranslation();
  const query = useQuery(policyQuery);
  return (
    <Card label={t('settings.escalation')}>
      <h2 className={style.heading}>{t('settings.escalation')}</h2>
      <p className={style.dim}>{t('settings.escalationLead')}</p>
      <Loaded query={query}>{(policy) => <PolicyForm policy={policy} />}</Loaded>
    </Card>
  );
}
