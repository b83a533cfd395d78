import { Button, CopyButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { SuggestionView, VoiceView } from '@heard/insight';
import { ActDialog } from '../case/act/ActDialog.js';
import { EntryForm, OneTextForm } from '../registers/EntryForm.js';
import { sourceName } from '../words/platforms.js';
import { Card } from '../words/Page.js';
import { Pill, type Tone } from '../words/Pills.js';
import { Moment } from '../words/Times.js';
import style from '../registers/registers.module.css';
import { TellForm } from './TellForm.js';

const tones: Readonly<Record<VoiceView['state'], Tone>> = {
  waits: 'high',
  sent: 'normal',
  told: 'good',
  failed: 'critical',
  unreachable: 'low',
};

function Byline({ voice, decided }: { voice: VoiceView; decided: boolean }) {
  const { t } = useTranslation();
  return (
    <div className={style.byline}>
      <strong>
        <bdi>{voice.who ?? t('app.unknownCustomer')}</bdi>
      </strong>
      <span className={style.dim}>
        {voice.source && `${sourceName(voice.source)} · `}
        <Moment at={voice.saidAt} />
      </span>
      {voice.unheard && <Pill tone="critical">{t('suggestions.notHeardOut')}</Pill>}
      {decided && <Pill tone={tones[voice.state]}>{t(`suggestions.voice.${voice.state}`)}</Pill>}
    </div>
  );
}

function Acts({ view, voice }: { view: SuggestionView; voice: VoiceView }) {
  const { t } = useTranslation();
  const path = `/suggestions/${encodeURIComponent(view.id)}`;
  const ofVoice = `${path}/voices/${encodeURIComponent(voice.id)}`;
  const name = voice.who ?? t('app.unknownCustomer');
  const mayTell = voice.draft !== undefined && (voice.state === 'waits' || voice.state === 'failed');
  return (
    <div className={style.acts}>
      {voice.unheard && (
        <ActDialog label={t('suggestions.hear')} about={name} size="compact-md">
          {(close) => (
            <OneTextForm<SuggestionView>
              register="suggestions"
              path={`${ofVoice}/heard`}
              field="words"
              label={t('suggestions.hearField')}
              submit={t('suggestions.keep')}
              onDone={close}
            />
          )}
        </ActDialog>
      )}
      {mayTell && (
        <>
          <ActDialog label={t('suggestions.tell')} about={name} size="compact-md" variant="filled">
            {(close) => <TellForm suggestionId={view.id} voice={voice} onDone={close} />}
          </ActDialog>
          <ActDialog label={t('suggestions.cannotTell')} about={name} size="compact-md" variant="subtle">
            {(close) => (
              <OneTextForm<SuggestionView>
                register="suggestions"
                path={`${ofVoice}/unreachable`}
                field="reason"
                label={t('suggestions.cannotTellField')}
                submit={t('suggestions.confirm')}
                onDone={close}
              />
            )}
          </ActDialog>
        </>
      )}
      {view.voices.length > 1 && view.state !== 'merged' && (
        <ActDialog label={t('suggestions.split')} about={name} size="compact-md" variant="subtle">
          {(close) => (
            <EntryForm<SuggestionView>
              register="suggestions"
              submit={t('suggestions.split')}
              onDone={close}
              act={() => ({ path: `${path}/split`, body: { voices: [voice.id] } })}
            >
              <p>{t('suggestions.splitHint')}</p>
            </EntryForm>
          )}
        </ActDialog>
      )}
    </div>
  );
}

/** How to ask somebody who was cut off; for a person to say or send. */
function AskDraft({ text }: { text: string }) {
  const { t } = useTranslation();
  return (
    <details className={style.more}>
      <summary>{t('suggestions.howToAsk')}</summary>
      <p className={style.text}>
        <bdi>{text}</bdi>
      </p>
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <Button size="compact-md" variant="default" mt={8} onClick={copy}>
            {t(copied ? 'app.copied' : 'app.copy')}
          </Button>
        )}
      </CopyButton>
    </details>
  );
}

/** Everybody who suggested it: in their words, and whether they know what became of it. */
export function Voices({ view, mayAct }: { view: SuggestionView; mayAct: boolean }) {
  const { t } = useTranslation();
  const decided = view.state === 'accepted' || view.state === 'declined' || view.state === 'done';
  return (
    <Card label={t('suggestions.who')}>
      <h2 className={style.heading}>
        {t('suggestions.who')}{' '}
        {view.untold > 0 && (
          <span className={style.dim}>{t('suggestions.notTold', { count: view.untold })}</span>
        )}
      </h2>
      <ul className={style.items}>
        {view.voices.map((voice) => (
          <li key={voice.id} className={style.item}>
            <Byline voice={voice} decided={decided} />
            <blockquote
              className={style.quote}
              lang={voice.language === 'other' ? undefined : voice.language}
            >
              <bdi>{voice.words}</bdi>
            </blockquote>
            <span className={style.dim}>
              {voice.caseId && (
                <Link to="/cases/$id" params={{ id: voice.caseId }}>
                  {t('case.title', { number: voice.caseNumber ?? 0 })}
                </Link>
              )}
              {voice.caseId && voice.url && ' · '}
              {voice.url && (
                <a href={voice.url} target="_blank" rel="noopener noreferrer nofollow">
                  {t('suggestions.onPlatform')}
                </a>
              )}
            </span>
            {voice.telling && (
              <p className={style.text}>
                <span className={style.dim}>
                  {t(`channel.${voice.telling.channel}`)} · <Moment at={voice.telling.at} />
                </span>
                <br />
                <bdi>{voice.telling.text}</bdi>
              </p>
            )}
            {voice.unreachable && (
              <p className={style.dim}>{t('suggestions.unreachable', { reason: voice.unreachable })}</p>
            )}
            {mayAct && voice.askDraft && <AskDraft text={voice.askDraft} />}
            {mayAct && <Acts view={view} voice={voice} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}
