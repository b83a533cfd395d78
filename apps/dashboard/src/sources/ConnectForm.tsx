import { Button, Checkbox, Divider, NativeSelect, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SourceView } from '@heard/insight';
import { api } from '../api/client.js';
import { type PlatformSetting, type PlatformView, platformsQuery } from '../api/queries.js';
import { type AboutValue, PlaceFields } from '../places/PlaceFields.js';
import { Loaded } from '../words/Page.js';
import { Problem } from '../words/Problem.js';
import { useFormat } from '../words/use-format.js';

type Values = Readonly<Record<string, string>>;

function matches(pattern: string | undefined, value: string): boolean {
  return pattern === undefined || value === '' || new RegExp(`^(?:${pattern})$`, 'u').test(value);
}

function SettingField({
  setting,
  value,
  isStored = false,
  onChange,
  onRemove,
}: {
  setting: PlatformSetting;
  value: string;
  isStored?: boolean;
  onChange: (value: string) => void;
  onRemove?: (isRemoved: boolean) => void;
}) {
  const { t } = useTranslation();
  const { language } = useFormat();
  if (setting.choices) {
    return (
      <NativeSelect
        label={setting.label[language]}
        data={setting.choices.map((choice) => ({ value: choice.value, label: choice.label[language] }))}
        value={value || setting.defaultValue}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  }
  const Field = setting.secret ? PasswordInput : TextInput;
  const field = (
    <Field
      label={setting.label[language]}
      description={isStored && setting.secret ? t('sources.secretKept') : undefined}
      placeholder={setting.defaultValue}
      required={setting.required && !(isStored && setting.secret)}
      autoComplete={setting.secret ? 'new-password' : 'off'}
      value={value}
      error={matches(setting.pattern, value) ? undefined : t('sources.pattern')}
      onChange={(event) => onChange(event.currentTarget.value)}
      {...(setting.secret ? { visibilityToggleButtonProps: { 'aria-label': t('signIn.showPassword') } } : {})}
    />
  );
  if (!isStored || !setting.secret || setting.required) return field;
  return (
    <Stack gap="xs">
      {field}
      <Checkbox
        label={t('sources.secretRemove')}
        onChange={(event) => onRemove?.(event.currentTarget.checked)}
      />
    </Stack>
  );
}

/** What is sent: what was filled in, and as a blank what is to be forgotten. */
function changedSettings(settings: Values, removed: readonly string[], source?: SourceView): Values {
  const isSent = ([key, value]: readonly [string, string]): boolean =>
    value !== '' || source?.settings[key] !== undefined;
  const sent = Object.entries(settings).filter(isSent);
  return { ...Object.fromEntries(sent), ...Object.fromEntries(removed.map((key) => [key, ''])) };
}

function SourceForm({
  platform,
  source,
  submit,
  onDone,
}: {
  platform: PlatformView;
  source?: SourceView;
  submit: string;
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [name, setName] = useState(source?.name ?? '');
  const [settings, setSettings] = useState<Values>(source?.settings ?? {});
  const [about, setAbout] = useState<AboutValue>({
    brandId: source?.brandId ?? '',
    locationId: source?.locationId ?? '',
  });
  const [removed, setRemoved] = useState<readonly string[]>([]);
  const filled = changedSettings(settings, removed, source);
  const save = useMutation({
    mutationFn: () =>
      source
        ? api.patch<SourceView>(`/sources/${encodeURIComponent(source.id)}`, {
            name,
            settings: filled,
            brandId: about.brandId || 'none',
            locationId: about.locationId || 'none',
          })
        : api.post<SourceView>('/sources', {
            platform: platform.platform,
            name,
            settings: filled,
            ...(about.brandId && { brandId: about.brandId }),
            ...(about.locationId && { locationId: about.locationId }),
          }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['sources'] });
      onDone();
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <Stack gap="md">
        <TextInput
          label={t('sources.name')}
          description={t('sources.nameHint')}
          required
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {platform.settings.map((setting) => (
          <SettingField
            key={setting.key}
            setting={setting}
            value={settings[setting.key] ?? ''}
            isStored={source?.secretsSet.includes(setting.key) ?? false}
            onChange={(value) => setSettings({ ...settings, [setting.key]: value })}
            onRemove={(isRemoved) =>
              setRemoved([
                ...removed.filter((key) => key !== setting.key),
                ...(isRemoved ? [setting.key] : []),
              ])
            }
          />
        ))}
        <PlaceFields demo={source?.demo ?? false} value={about} onChange={setAbout} />
        <Problem error={save.error} acting />
        <Button type="submit" loading={save.isPending}>
          {submit}
        </Button>
      </Stack>
    </form>
  );
}

/** The platform asks the person itself; nothing has to be looked up or pasted. */
function ByConsent({ platform: { platform, title, settings } }: { platform: PlatformView }) {
  const { t } = useTranslation();
  const [outboundProxy, setOutboundProxy] = useState('');
  const begin = useMutation({
    mutationFn: () =>
      api.post<{ url: string }>('/consents', { platform, ...(outboundProxy && { outboundProxy }) }),
    onSuccess: ({ url }) => window.location.assign(url),
  });
  const proxy = settings.find(({ key }) => key === 'outboundProxy');
  return (
    <Stack gap="xs">
      {proxy && <SettingField setting={proxy} value={outboundProxy} onChange={setOutboundProxy} />}
      <Button onClick={() => begin.mutate()} loading={begin.isPending || begin.isSuccess}>
        {t('sources.consent', { platform: title })}
      </Button>
      <Problem error={begin.error} acting />
      <Divider label={t('sources.consentOr')} />
    </Stack>
  );
}

/** The form is drawn from what the platform says it needs; a new platform needs no change here. */
export function ConnectForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const query = useQuery(platformsQuery);
  const [chosen, setChosen] = useState<string>();
  return (
    <Loaded query={query}>
      {({ items }) => {
        const platform = items.find((each) => each.platform === chosen) ?? items[0];
        return (
          <Stack gap="md">
            <NativeSelect
              data-autofocus
              label={t('sources.platform')}
              data={items.map((each) => ({ value: each.platform, label: each.title }))}
              value={platform?.platform}
              onChange={(event) => setChosen(event.currentTarget.value)}
            />
            {platform?.byConsent && <ByConsent platform={platform} />}
            {platform && (
              <SourceForm
                key={platform.platform}
                platform={platform}
                submit={t('sources.submit')}
                onDone={onDone}
              />
            )}
          </Stack>
        );
      }}
    </Loaded>
  );
}

export function EditForm({ source, onDone }: { source: SourceView; onDone: () => void }) {
  const { t } = useTranslation();
  const query = useQuery(platformsQuery);
  return (
    <Loaded query={query}>
      {({ items }) => {
        const known = items.find((each) => each.platform === source.platform);
        const platform = known ?? {
          platform: source.platform,
          title: source.platform,
          canReply: false,
          byConsent: false,
          settings: [],
        };
        return <SourceForm platform={platform} source={source} submit={t('app.save')} onDone={onDone} />;
      }}
    </Loaded>
  );
}
