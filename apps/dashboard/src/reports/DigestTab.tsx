import { NativeSelect } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { WeekFigures } from '@heard/core';
import type { DigestView } from '@heard/insight';
import { itemsOf } from '../api/queries.js';
import { More } from '../words/More.js';
import { Empty, Loaded } from '../words/Page.js';
import { DemoPill } from '../words/Pills.js';
import { useFormat } from '../words/use-format.js';
import { MoneyFigure, useWholeMoney } from './Figures.js';
import { digestQuery, digestsQuery } from './queries.js';
import { Part, Table, type TableRow } from './Table.js';

/** What the director was told, week by week. */
export function DigestTab({ week, onWeek }: { week?: string; onWeek: (week: string) => void }) {
  const { t } = useTranslation();
  const days = useDays();
  const query = useInfiniteQuery(digestsQuery);
  const weeks = itemsOf(query.data);
  const shown = week ?? weeks[0]?.week;
  return (
    <Loaded query={query}>
      {() =>
        shown === undefined ? (
          <Empty icon="letter" title={t('reports.digestNone')} hint={t('reports.digestNoneHint')} />
        ) : (
          <>
            <NativeSelect
              label={t('reports.chooseWeek')}
              value={shown}
              onChange={({ currentTarget }) => onWeek(currentTarget.value)}
              data={[...new Set([...weeks.map((each) => each.week), shown])].map((value) => {
                return { value, label: days(value) };
              })}
              maw={320}
              mb="md"
            />
            <Digest week={shown} />
            <More query={query} />
          </>
        )
      }
    </Loaded>
  );
}

/** The days of a week for reading. */
function useDays() {
  const { language } = useFormat();
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  return (week: string) => format.formatRange(new Date(week), new Date(Date.parse(week) + 6 * 86_400_000));
}

function Digest({ week }: { week: string }) {
  const { t } = useTranslation();
  const days = useDays();
  const query = useQuery(digestQuery(week));
  return (
    <Loaded query={query}>
      {(digest) => (
        <>
          <Part title={t('reports.digestTitle', { days: days(digest.week) })} note={t('reports.digestLead')}>
            {digest.demo && <DemoPill />}
            <FiguresTable digest={digest} />
          </Part>
          <ToMend digest={digest} />
        </>
      )}
    </Loaded>
  );
}

function FiguresTable({ digest: { now, before, currency } }: { digest: DigestView }) {
  const { t } = useTranslation();
  const { number, duration } = useFormat();
  const { wholeMoney } = useWholeMoney(currency);
  const waited = ({ cases, answerMs }: { cases: number; answerMs?: number }): string => {
    if (answerMs !== undefined) return duration(answerMs);
    return cases === 0 ? t('reports.none') : t('reports.notHalf');
  };
  const row = (head: string, cell: (of: WeekFigures) => TableRow['cells'][number]): TableRow => {
    return { key: head, head, cells: [cell(now), cell(before)] };
  };
  const money = (fate: 'lost' | 'atRisk' | 'saved'): TableRow =>
    row(t(`reports.${fate}`), (of) => (
      <MoneyFigure of={of[fate]} contacts={of[fate].contacts} currency={currency} />
    ));
  return (
    <Table
      label={t('reports.tab.digest')}
      columns={[t('reports.tab.digest'), t('reports.thisWeek'), t('reports.weekBefore')]}
      rows={[
        row(t('reports.digestComplaints'), ({ cases }) => number(cases)),
        row(t('reports.digestAnswer'), waited),
        row(t('reports.digestUnanswered'), ({ unanswered }) => number(unanswered)),
        row(t('reports.digestLostContacts'), ({ lost }) => number(lost.contacts)),
        money('lost'),
        money('atRisk'),
        money('saved'),
        row(t('reports.cost'), ({ costMinor }) => wholeMoney(costMinor)),
        row(t('reports.digestBroken'), ({ promisesBroken }) => number(promisesBroken)),
        row(t('reports.digestKept'), ({ promisesKept }) => number(promisesKept)),
        row(t('reports.digestSmall'), ({ small }) => waited(small)),
        row(t('reports.digestSmallUnanswered'), ({ small }) => number(small.unanswered)),
      ]}
    />
  );
}

function ToMend({ digest: { failures, locations, causes } }: { digest: DigestView }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const groups = [
    {
      title: t('reports.byFailure'),
      all: failures.map((each) => ({ ...each, name: t(`failure.${each.key}`) })),
    },
    { title: t('reports.locations'), all: locations },
    { title: t('reports.causes'), all: causes },
  ].filter(({ all }) => all.length > 0);
  if (groups.length === 0) return null;
  return (
    <Part title={t('reports.toMend')}>
      {groups.map(({ title, all }) => (
        <Table
          key={title}
          label={title}
          columns={[title, t('reports.thisWeek'), t('reports.weekBefore')]}
          rows={all.map(({ key, name, cases, before }) => ({
            key,
            head: <bdi>{name === undefined || name === '' ? key : name}</bdi>,
            cells: [number(cases), number(before)],
          }))}
        />
      ))}
    </Part>
  );
}
