import { Checkbox, NativeSelect, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '@heard/insight';
import { useFormat } from '../../words/use-format.js';
import style from '../case.module.css';
import { ActForm } from './ActDialog.js';
import { bodyOf, Findings, nothingSaid, type Said } from './Findings.js';
import type { FormProps } from './forms.js';

const elsewhere = ['phone', 'private', 'email', 'in_person'] as const;

interface Values {
  readonly channel: string;
  readonly text: string;
  readonly evidence: string;
  readonly delivered: boolean;
  readonly follows: string;
}

/** Where they asked to be answered; else a call, which is what most are. */
function usualValues(view: CaseView): Values {
  const asked = elsewhere.find((each) => each === view.asked?.channel);
  const follows = view.answers.findLast((each) => each.channel === 'public' && each.state === 'visible');
  return { channel: asked ?? 'phone', text: '', evidence: '', delivered: true, follows: follows?.id ?? '' };
}

function bodyOfForm({ follows, evidence, ...rest }: Values, said: Said): Record<string, unknown> {
  return {
    ...rest,
    ...(evidence.trim() === '' ? {} : { evidence }),
    ...(follows === '' ? {} : { follows }),
    ...bodyOf(said),
  };
}

/** An answer given elsewhere: by phone, by mail, in person; linked to the public one that it follows. */
export function RecordAnswerForm({ view, onDone }: FormProps) {
  const { t } = useTranslation();
  const { moment } = useFormat();
  const form = useForm<Values>({ initialValues: usualValues(view) });
  const [said, setSaid] = useState<Said>(nothingSaid);
  const { channel, delivered } = form.values;
  const ours = view.answers.filter((each) => each.channel === 'public');
  return (
    <ActForm
      caseId={view.id}
      submit={t('act.submitRecord')}
      onDone={onDone}
      act={() => ({ path: 'recorded-answers', body: bodyOfForm(form.values, said) })}
      after={(error) => <Findings error={error} said={said} onSay={setSaid} />}
    >
      <NativeSelect
        data-autofocus
        label={t('act.channel')}
        data={elsewhere.map((value) => ({ value, label: t(`channel.${value}`) }))}
        {...form.getInputProps('channel')}
      />
      <AskedNote view={view} chosen={channel} />
      <Textarea label={t('act.recordText')} autosize minRows={3} {...form.getInputProps('text')} />
      {ours.length > 0 && (
        <NativeSelect
          label={t('recovery.follows')}
          data={[
            { value: '', label: t('recovery.followsNone') },
            ...ours.map((each) => ({
              value: each.id,
              label: `${moment(each.queuedAt)} · ${each.text.slice(0, 60)}`,
            })),
          ]}
          {...form.getInputProps('follows')}
        />
      )}
      <Checkbox
        label={t('recovery.arrived')}
        description={t('recovery.arrivedHint')}
        {...form.getInputProps('delivered', { type: 'checkbox' })}
      />
      {delivered && (
        <Textarea
          label={t('act.evidence')}
          description={t('act.evidenceHint')}
          autosize
          minRows={2}
          {...form.getInputProps('evidence')}
        />
      )}
    </ActForm>
  );
}

/** Where the customer asked to be answered, and that an answer elsewhere does not count. */
export function AskedNote({ view, chosen }: { view: CaseView; chosen: string }) {
  const { t } = useTranslation();
  if (!view.asked) return null;
  const { channel, contact } = view.asked;
  const fits = channel === chosen || (channel === 'phone' && chosen === 'in_person');
  return (
    <p className={style.note} data-tone={fits ? undefined : 'warn'}>
      {t('recovery.askedFor')}: <strong>{t(`channel.${channel}`)}</strong>
      {contact && (
        <>
          {' · '}
          <bdi>{contact}</bdi>
        </>
      )}
      {!fits && <> {t('recovery.otherChannel')}</>}
    </p>
  );
}
