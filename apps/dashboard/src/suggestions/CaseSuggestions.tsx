import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '@heard/insight';
import { useMay } from '../session/session.js';
import { Card } from '../words/Page.js';
import style from '../registers/registers.module.css';
import { AddSuggestion } from './AddSuggestion.js';
import { suggestionQuery, suggestionsOfCaseQuery } from './queries.js';
import { SuggestionPills } from './StatePill.js';

/** Somebody was cut off: the question for them is one click away from the answer. */
function AskThem({ id, onDraft }: { id: string; onDraft?: (words: string) => void }) {
  const { t } = useTranslation();
  const { data } = useQuery(suggestionQuery(id));
  const draft = data?.voices.find(({ askDraft }) => askDraft !== undefined)?.askDraft;
  return (
    <>
      <p className={style.text}>{t('suggestions.askThem')}</p>
      {draft !== undefined && onDraft && (
        <Button size="compact-md" variant="light" my={8} onClick={() => onDraft(draft)}>
          {t('suggestions.ask')}
        </Button>
      )}
    </>
  );
}

/** What the customer of this case suggests; what they said by phone is kept here too. */
export function CaseSuggestions({ view, onDraft }: { view: CaseView; onDraft?: (words: string) => void }) {
  const { t } = useTranslation();
  const mayAdd = useMay('manager');
  const { data } = useQuery(suggestionsOfCaseQuery(view.id));
  const items = data?.items ?? [];
  if (items.length === 0 && !mayAdd) return null;
  const cutOff = items.find(({ flags }) => flags.includes('not_heard_out'));
  return (
    <Card label={t('suggestions.ofCase')}>
      <h2 className={style.heading}>{t('suggestions.ofCase')}</h2>
      {cutOff && <AskThem id={cutOff.id} onDraft={onDraft} />}
      {items.length === 0 && <p className={style.dim}>{t('suggestions.noneInCase')}</p>}
      <ul className={style.items}>
        {items.map((item) => (
          <li key={item.id} className={style.item}>
            <Link to="/suggestions/$id" params={{ id: item.id }}>
              <bdi>{item.title ?? item.excerpt}</bdi>
            </Link>
            <SuggestionPills item={item} />
          </li>
        ))}
      </ul>
      {mayAdd && (
        <div className={style.acts}>
          <AddSuggestion caseId={view.id} />
        </div>
      )}
    </Card>
  );
}
