import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnsureBandView, UnsureOptionView } from '@heard/insight';
import { api } from '../api/client.js';
import { unsureBandQuery } from '../checks/queries.js';
import { useMay } from '../session/session.js';
import { Card, Loaded } from '../words/Page.js';
import { Problem } from '../words/Problem.js';
import { Moment } from '../words/Times.js';
import { useFormat } from '../words/use-format.js';
import style from './settings.module.css';

function Option({
  option,
  chosen,
  mayChoose,
  onChoose,
}: {
  option: UnsureOptionView;
  chosen: boolean;
  mayChoose: boolean;
  onChoose: () => void;
}) {
  const { t } = useTranslation();
  const { number, share } = useFormat();
  const name = option.width === 0 ? t('settings.unsure.nobody') : number(option.width);
  return (
    <tr data-chosen={chosen}>
      <th scope="row">
        <label className={style.choice}>
          <input
            type="radio"
            name="unsure-width"
            checked={chosen}
            disabled={!mayChoose}
            onChange={onChoose}
          />
          {name}
        </label>
      </th>
      <td>{share(option.asked)}</td>
      <td>{share(option.wrong)}</td>
      <td>{share(option.missed)}</td>
    </tr>
  );
}

function Form({ band }: { band: UnsureBandView }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const client = useQueryClient();
  const mayChoose = useMay('lead');
  const [width, setWidth] = useState(band.width);
  const save = useMutation({
    mutationFn: () => api.put<UnsureBandView>('/unsure-band', { width }),
    onSuccess: (after) => {
      client.setQueryData(unsureBandQuery.queryKey, after);
      void client.invalidateQueries({ queryKey: ['checks'] });
      notifications.show({ message: t('app.saved'), color: 'pine' });
    },
  });
  const columns = ['width', 'asked', 'wrong', 'missed'] as const;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <div className={style.scroll} role="region" aria-label={t('settings.unsure.choices')} tabIndex={0}>
        <table className={style.table}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {t(`settings.unsure.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {band.options.map((option) => (
              <Option
                key={option.width}
                option={option}
                chosen={option.width === width}
                mayChoose={mayChoose}
                onChoose={() => setWidth(option.width)}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p className={style.dim}>
        {t(`settings.unsure.askedFrom.${band.askedFrom}`, {
          count: band.askedOf,
          texts: number(band.askedOf),
        })}{' '}
        {t(`settings.unsure.errorFrom.${band.errorFrom}`, {
          count: band.errorOf,
          texts: number(band.errorOf),
        })}
      </p>
      {band.changed && (
        <p className={style.dim}>
          {t('settings.unsure.changed', { name: band.changed.by ?? 'Heard' })} <Moment at={band.changed.at} />
        </p>
      )}
      <Problem error={save.error} acting />
      {mayChoose && (
        <Button type="submit" loading={save.isPending} disabled={width === band.width}>
          {t('app.save')}
        </Button>
      )}
    </form>
  );
}

/** How close is too close to call, with what each choice costs and brings. */
export function Unsure() {
  const { t } = useTranslation();
  const query = useQuery(unsureBandQuery);
  return (
    <Card label={t('settings.unsure.title')}>
      <h2 className={style.heading}>{t('settings.unsure.title')}</h2>
      <p className={style.dim}>{t('settings.unsure.lead')}</p>
      <Loaded query={query}>{(band) => <Form key={band.width} band={band} />}</Loaded>
    </Card>
  );
}
