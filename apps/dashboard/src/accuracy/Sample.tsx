import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AccuracyView } from '@heard/insight';
import { api } from '../api/client.js';
import { CheckCard } from '../checks/CheckCard.js';
import checks from '../checks/checks.module.css';
import { Part } from '../reports/Table.js';
import { useMay } from '../session/session.js';
import { Loaded } from '../words/Page.js';
import { Problem } from '../words/Problem.js';
import { useFormat } from '../words/use-format.js';
import { accuracyQuery, sampleQuery } from './queries.js';
import style from './accuracy.module.css';

const sampleSize = 60;

function Draw({ accuracy }: { accuracy: AccuracyView }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const client = useQueryClient();
  const draw = useMutation({
    mutationFn: () => api.post<AccuracyView>('/accuracy/draws', { size: sampleSize }),
    onSuccess: (after) => {
      client.setQueryData(accuracyQuery.queryKey, after);
      return client.invalidateQueries({ queryKey: sampleQuery.queryKey });
    },
  });
  return (
    <div className={style.draw}>
      <Button
        variant="default"
        loading={draw.isPending}
        disabled={accuracy.newTexts < accuracy.neededTexts}
        onClick={() => draw.mutate()}
      >
        {t('accuracy.draw', { count: sampleSize })}
      </Button>
      <p className={style.dim}>
        {t('accuracy.newTexts', { count: accuracy.newTexts, texts: number(accuracy.newTexts) })}{' '}
        {accuracy.newTexts < accuracy.neededTexts && t('accuracy.tooFew', { count: accuracy.neededTexts })}
      </p>
      <Problem error={draw.error} acting />
    </div>
  );
}

/** The drawn posts, a few at a time; whoever stops in between has checked a sample all the same. */
function Open() {
  const { t } = useTranslation();
  const query = useQuery(sampleQuery);
  return (
    <Loaded query={query}>
      {({ items, open }) =>
        items.length === 0 ? (
          <p className={style.dim}>{t('accuracy.noneOpen')}</p>
        ) : (
          <>
            <p className={style.open}>{t('accuracy.open', { count: open })}</p>
            <ul className={checks.cards} aria-label={t('accuracy.sample')}>
              {items.map((mention) => (
                <CheckCard key={mention.id} mention={mention} mayAnswer />
              ))}
            </ul>
          </>
        )
      }
    </Loaded>
  );
}

/** Posts that were drawn at random, with the question what they are. */
export function Sample({ accuracy }: { accuracy: AccuracyView }) {
  const { t } = useTranslation();
  const isManager = useMay('manager');
  const isLead = useMay('lead');
  if (!isManager) return null;
  return (
    <Part title={t('accuracy.sample')} note={t('accuracy.sampleNote')}>
      {isLead && <Draw accuracy={accuracy} />}
      <Open />
    </Part>
  );
}
