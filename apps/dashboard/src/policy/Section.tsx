import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../words/Page.js';
import { Pill } from '../words/Pills.js';
import style from './policy.module.css';

/** A part of the policy: read in words by everybody, edited in place by those who may. */
export function Section({
  id,
  title,
  lead,
  changed,
  mayEdit,
  children,
  editor,
}: {
  id: string;
  title: string;
  lead?: string;
  changed: boolean;
  mayEdit: boolean;
  children: ReactNode;
  /** Absent where its things are edited one by one. */
  editor?: ReactNode;
}) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <div id={`policy-${id}`} className={style.section}>
      <Card label={title}>
        <div className={style.sectionHead}>
          <h2 className={style.heading}>{title}</h2>
          {changed && <Pill tone="high">{t('policy.changed')}</Pill>}
          {mayEdit && editor !== undefined && (
            <Button
              variant={isOpen ? 'light' : 'default'}
              size="sm"
              ml="auto"
              aria-expanded={isOpen}
              aria-label={`${t(isOpen ? 'app.done' : 'app.edit')}: ${title}`}
              onClick={() => setOpen(!isOpen)}
            >
              {t(isOpen ? 'app.done' : 'app.edit')}
            </Button>
          )}
        </div>
        {lead && <p className={style.dim}>{lead}</p>}
        {isOpen && mayEdit && editor !== undefined ? <div className={style.editor}>{editor}</div> : children}
      </Card>
    </div>
  );
}

/** Names with their values, one line each. */
export function Facts({ facts }: { facts: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className={style.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
