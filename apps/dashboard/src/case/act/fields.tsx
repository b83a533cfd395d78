import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../session/session.js';
import { instantOfWall, localDate, minorDigits, wallOfInstant } from '../../words/format.js';
import { useFormat } from '../../words/use-format.js';

const hourMs = 60 * 60_000;
const lastCurrency = 'heard.currency';
const currencies = ['UAH', 'EUR', 'USD', 'RUB', 'PLN', 'GBP', 'KZT', 'CZK', 'CHF'];

/** A date with its time on the wall of the workspace; the value is what that wall shows, empty while unknown. */
export function WhenField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (wall: string) => void;
}) {
  const { t } = useTranslation();
  const { timeZone } = useFormat();
  const day = (fromNowMs: number) => localDate(new Date(Date.now() + fromNowMs), timeZone);
  const quick: readonly (readonly [string, () => string])[] = [
    [t('act.soonHour'), () => wallOfInstant(new Date(Date.now() + hourMs), timeZone)],
    [t('act.soonEvening'), () => `${day(0)}T18:00`],
    [t('act.soonTomorrow'), () => `${day(24 * hourMs)}T12:00`],
  ];
  return (
    <div>
      <TextInput
        type="datetime-local"
        label={label}
        description={t('app.timeZone', { zone: timeZone })}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <Group gap={6} mt={6}>
        {quick.map(([text, wall]) => (
          <Button key={text} variant="light" size="compact-sm" onClick={() => onChange(wall())}>
            {text}
          </Button>
        ))}
      </Group>
    </div>
  );
}

/** The moment that a `WhenField` says, as the API wants it; undefined while it says none. */
export function instantText(wall: string, timeZone: string): string | undefined {
  return instantOfWall(wall, timeZone)?.toISOString();
}

/** Money as typed, `120,50`, in the smallest unit of its currency; undefined for what is no amount. */
export function minorOf(typed: string, currency: string): number | undefined {
  const amount = Number(typed.replace(/\s/g, '').replace(',', '.'));
  if (typed.trim() === '' || !Number.isFinite(amount) || amount < 0) return undefined;
  return Math.round(amount * 10 ** minorDigits(currency));
}

export function AmountField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (typed: string) => void;
}) {
  const { t } = useTranslation();
  return (
    <TextInput
      label={`${label} (${t('app.optional')})`}
      inputMode="decimal"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

export function CurrencyField({ value, onChange }: { value: string; onChange: (currency: string) => void }) {
  const { t } = useTranslation();
  const ours = useSession().workspace.currency;
  return (
    <NativeSelect
      label={t('act.currency')}
      data={[...new Set([ours, ...currencies])]}
      value={value}
      onChange={(event) => {
        localStorage.setItem(lastCurrency, event.currentTarget.value);
        onChange(event.currentTarget.value);
      }}
    />
  );
}

/** The currency chosen last in this browser; else that of the workspace. */
export function useUsualCurrency(): string {
  const ours = useSession().workspace.currency;
  const last = localStorage.getItem(lastCurrency);
  return last !== null && currencies.includes(last) ? last : ours;
}
