import { Input, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InThreeLanguages } from '@heard/core';
import { interfaceLanguages, languageNames } from '../i18n/index.js';
import { minorDigits } from '../words/format.js';
import { useFormat } from '../words/use-format.js';
import { minutesOf, spanIn, type SpanUnit, spanUnits, wholeDay } from './spans.js';
import style from './policy.module.css';

interface NumberFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
  /** What stands in the field is the value times this: 100 for a share in percent. */
  readonly times?: number;
  readonly decimals?: number;
  readonly suffix?: string;
}

const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals));

/** A number; while nothing, or nothing sensible, is typed its value is NaN, which no policy takes. */
export function NumberField({
  label,
  hint,
  value,
  onChange,
  times = 1,
  decimals = 0,
  suffix,
}: NumberFieldProps) {
  const { language } = useFormat();
  const [typed, setTyped] = useState<number | string>(
    Number.isFinite(value) ? rounded(value * times, decimals) : '',
  );
  return (
    <NumberInput
      label={label}
      description={hint}
      value={typed}
      onChange={(next) => {
        setTyped(next);
        // Dividing leaves traces: 0.07 would come back from 7 % as 0.07000000000000001.
        onChange(next === '' ? NaN : rounded(Number(next) / times, times > 1 ? decimals + 4 : 0));
      }}
      hideControls
      allowNegative={false}
      allowDecimal={decimals > 0}
      decimalScale={decimals}
      decimalSeparator={language === 'en' ? '.' : ','}
      allowedDecimalSeparators={['.', ',']}
      suffix={suffix}
      className={style.number}
    />
  );
}

/** A share from 0 to 1, written in percent. */
export function ShareField(props: Pick<NumberFieldProps, 'label' | 'hint' | 'value' | 'onChange'>) {
  return <NumberField {...props} times={100} decimals={1} suffix=" %" />;
}

/** An amount in the smallest unit of its currency, written in whole ones; undefined while nothing is written. */
export function MoneyField({
  label,
  hint,
  value,
  currency,
  onChange,
}: {
  label: string;
  hint?: string;
  value: number | undefined;
  currency: string;
  onChange: (minor: number | undefined) => void;
}) {
  const { language } = useFormat();
  const digits = minorDigits(currency);
  const [typed, setTyped] = useState<number | string>(
    value === undefined || !Number.isFinite(value) ? '' : value / 10 ** digits,
  );
  return (
    <NumberInput
      label={label}
      description={hint}
      value={typed}
      onChange={(next) => {
        setTyped(next);
        onChange(next === '' ? undefined : Math.round(Number(next) * 10 ** digits));
      }}
      hideControls
      allowNegative={false}
      decimalScale={digits}
      decimalSeparator={language === 'en' ? '.' : ','}
      allowedDecimalSeparators={['.', ',']}
      thousandSeparator=" "
      suffix={` ${currency}`}
      className={style.number}
    />
  );
}

/** A span as a number with its unit; what is stored are minutes. */
export function SpanField({
  label,
  hint,
  minutes,
  dayMinutes = wholeDay,
  onChange,
}: {
  label: string;
  hint?: string;
  minutes: number;
  /** A working day is shorter than one of the customer's. */
  dayMinutes?: number;
  onChange: (minutes: number) => void;
}) {
  const { t } = useTranslation();
  const first = spanIn(minutes, dayMinutes);
  const [unit, setUnit] = useState<SpanUnit>(first.unit);
  const [count, setCount] = useState<number | string>(Number.isFinite(first.count) ? first.count : '');
  const id = useId();
  const say = (nextCount: number | string, nextUnit: SpanUnit): void => {
    setCount(nextCount);
    setUnit(nextUnit);
    onChange(nextCount === '' ? NaN : Math.round(Number(nextCount) * minutesOf(nextUnit, dayMinutes)));
  };
  return (
    <Input.Wrapper label={label} description={hint} labelProps={{ htmlFor: id }}>
      <div className={style.span}>
        <NumberInput
          id={id}
          value={count}
          onChange={(next) => say(next, unit)}
          hideControls
          allowNegative={false}
          allowDecimal={false}
        />
        <NativeSelect
          aria-label={t('policy.unitOf', { label })}
          data={spanUnits.map((value) => ({ value, label: t(`policy.unit.${value}`) }))}
          value={unit}
          onChange={(event) => say(count, event.currentTarget.value as SpanUnit)}
        />
      </div>
    </Input.Wrapper>
  );
}

/** One text in the three languages, each in a field of its own. */
export function ThreeTexts({
  label,
  hint,
  value,
  long,
  onChange,
}: {
  label: string;
  hint?: string;
  value: InThreeLanguages;
  long?: boolean;
  onChange: (texts: InThreeLanguages) => void;
}) {
  const Field = long ? Textarea : TextInput;
  return (
    <fieldset className={style.texts}>
      <legend>{label}</legend>
      {hint && <p className={style.dim}>{hint}</p>}
      {interfaceLanguages.map((language) => (
        <Field
          key={language}
          lang={language}
          label={languageNames[language]}
          value={value[language]}
          maxLength={2000}
          {...(long ? { autosize: true, minRows: 2 } : {})}
          onChange={(event: { currentTarget: { value: string } }) =>
            onChange({ ...value, [language]: event.currentTarget.value })
          }
        />
      ))}
    </fieldset>
  );
}
