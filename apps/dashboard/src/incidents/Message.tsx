import { Button, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentView } from '@heard/insight';
import { languageNames } from '../i18n/index.js';
import { useMay } from '../session/session.js';
import { Card } from '../words/Page.js';
import { Problem } from '../words/Problem.js';
import { Moment } from '../words/Times.js';
import { useFormat } from '../words/use-format.js';
import { MessageForm } from './MessageForm.js';
import { useIncidentAct } from './use-incident-act.js';
import style from './incidents.module.css';

const languages = ['ru', 'uk', 'en'] as const;

/** What was decided, in the three languages. */
function Decided({ incident }: { incident: IncidentView }) {
  const { t } = useTranslation();
  const { language: own } = useFormat();
  const { decision } = incident;
  if (!decision) return null;
  return (
    <>
      <p className={style.dim}>
        {decision.by.name} · <Moment at={decision.at} />
      </p>
      {languages.map((language) => (
        <details key={language} className={style.text} open={language === own}>
          <summary>{languageNames[language]}</summary>
          <p lang={language}>{decision.texts[language]}</p>
        </details>
      ))}
      {decision.offer && (
        <p>
          <strong>{t(`fixKind.${decision.offer.kind}`)}</strong>: {decision.offer.what}
        </p>
      )}
      {decision.overrule !== undefined && (
        <p className={style.dim}>{t('incidents.overruled', { why: decision.overrule })}</p>
      )}
    </>
  );
}

/** Sends the message on to those who joined later, or in whose case a rule held it back. */
function SendOn({ incident }: { incident: IncidentView }) {
  const { t } = useTranslation();
  const [overrule, setOverrule] = useState('');
  const act = useIncidentAct(incident.id);
  const isHeld = incident.caseLines.some(
    ({ delivery }) => delivery?.newest === true && delivery.state === 'refused',
  );
  if (incident.untold === 0) return null;
  return (
    <Stack gap="sm" mt="md">
      <p className={style.warn}>{t('incidents.untold', { count: incident.untold })}</p>
      {isHeld && (
        <Textarea
          label={t('act.overrule')}
          autosize
          minRows={2}
          value={overrule}
          onChange={(event) => setOverrule(event.currentTarget.value)}
        />
      )}
      <Problem error={act.error} acting />
      <Button
        loading={act.isPending}
        onClick={() => act.mutate({ path: 'send-on', body: overrule.trim() === '' ? {} : { overrule } })}
      >
        {t('incidents.sendOn')}
      </Button>
    </Stack>
  );
}

/** One decision and one message for all of them. */
export function Message({ incident }: { incident: IncidentView }) {
  const { t } = useTranslation();
  const isLead = useMay('lead');
  const [writing, setWriting] = useState(false);
  const { decision, status } = incident;
  const mayWrite = isLead && status === 'confirmed';
  return (
    <Card label={t('incidents.message')}>
      <h2 className={style.heading}>{t('incidents.message')}</h2>
      {!decision && status !== 'confirmed' && <p className={style.dim}>{t('incidents.messageLater')}</p>}
      {!decision && status === 'confirmed' && !isLead && (
        <p className={style.dim}>{t('incidents.noMessage')}</p>
      )}
      <Decided incident={incident} />
      {mayWrite && decision && <SendOn incident={incident} />}
      {mayWrite && decision && !writing && (
        <Button variant="default" mt="md" onClick={() => setWriting(true)}>
          {t('incidents.writeAgain')}
        </Button>
      )}
      {mayWrite && (!decision || writing) && (
        <MessageForm incident={incident} onDone={() => setWriting(false)} />
      )}
    </Card>
  );
}
