import { useTranslation } from 'react-i18next';
import type { AnswerView, CaseView, MentionView } from '@heard/insight';
import { CustomerText } from '../words/CustomerText.js';
import { sourceName } from '../words/platforms.js';
import { Pill, type Tone } from '../words/Pills.js';
import { Moment } from '../words/Times.js';
import { useFormat } from '../words/use-format.js';
import { conversationOf, type Line, matterOf } from './conversation.js';
import style from './case.module.css';

const answerTones: Readonly<Record<AnswerView['state'], Tone>> = {
  queued: 'normal',
  sent: 'normal',
  visible: 'good',
  rejected: 'critical',
  lost: 'critical',
};

function Said({ line, isMatter }: { line: Line & { kind: 'said' }; isMatter: boolean }) {
  const { t } = useTranslation();
  const { moment } = useFormat();
  const { mention, voice, showsReply } = line;
  const author = mention.author?.name;
  const who = t(`case.${voice}`);
  const signals = voice === 'customer' ? mention.assessment?.signals : undefined;
  return (
    <li className={style.line} data-ours={voice === 'ours'} data-voice={voice}>
      <article className={style.bubble} aria-label={author ? `${who}: ${author}` : who}>
        <header className={style.byline}>
          <strong>
            <bdi>{author ?? who}</bdi>
          </strong>
          <span>
            {voice === 'other' && `${t('case.other')} · `}
            {t(`mentionKind.${mention.kind}`)} · <Moment at={mention.postedAt} />
            {mention.editedAt && ` · ${t('case.edited', { time: moment(mention.editedAt) })}`}
          </span>
          {mention.rating && (
            <Pill tone={mention.rating.value <= mention.rating.scale / 2 ? 'high' : 'good'}>
              {t('case.rating', { value: mention.rating.value, scale: mention.rating.scale })}
            </Pill>
          )}
          {mention.platformState !== 'visible' && (
            <Pill tone="low">{t(`platformState.${mention.platformState}`)}</Pill>
          )}
        </header>
        {mention.title && (
          <h3 className={style.mentionTitle}>
            <bdi>{mention.title}</bdi>
          </h3>
        )}
        <CustomerText text={mention.text} signals={signals} />
        {mention.brandReply && showsReply && (
          <div className={style.reply}>
            <strong>{t('case.brandReply')}</strong>
            <CustomerText text={mention.brandReply.text} />
          </div>
        )}
        {voice === 'customer' && <Read mention={mention} isMatter={isMatter} />}
        <Tail mention={mention} />
      </article>
    </li>
  );
}

/** What was read out of a text; of the one that the case is about, the page says the rest beside it. */
function Read({ mention: { assessment }, isMatter }: { mention: MentionView; isMatter: boolean }) {
  const { t } = useTranslation();
  if (!assessment) return null;
  const codes = [...new Set(assessment.signals.map((signal) => signal.code))];
  if (isMatter && codes.length === 0) return null;
  return (
    <p className={style.codes}>
      {!isMatter && (
        <span className={style.dim}>
          {t('case.readAs', {
            intent: t(`intent.${assessment.intent}`),
            sentiment: t(`sentiment.${assessment.sentiment}`),
          })}
        </span>
      )}
      {codes.map((code) => (
        <Pill key={code} tone="low">
          {t(`reason.${code}`)}
        </Pill>
      ))}
    </p>
  );
}

function Tail({ mention }: { mention: MentionView }) {
  const { t } = useTranslation();
  const href = mention.url && /^https?:\/\//i.test(mention.url) ? mention.url : undefined;
  return (
    <>
      {mention.earlier.length > 0 && (
        <details className={style.earlier}>
          <summary>{t('case.earlier', { count: mention.earlier.length })}</summary>
          {mention.earlier.map((each) => (
            <div key={each.revision}>
              <Moment at={each.seenAt} />
              <CustomerText text={each.text} />
            </div>
          ))}
        </details>
      )}
      {href && (
        <a className={style.outside} href={href} target="_blank" rel="noopener noreferrer nofollow">
          {t('case.onPlatform')}
        </a>
      )}
    </>
  );
}

function Answered({ answer }: { answer: AnswerView }) {
  const { t } = useTranslation();
  const name = answer.by?.name;
  return (
    <li className={style.line} data-ours="true">
      <article className={style.bubble} aria-label={name ? `${t('case.ours')}: ${name}` : t('case.ours')}>
        <header className={style.byline}>
          <strong>{name ? `${t('case.ours')} · ${name}` : t('case.ours')}</strong>
          <span>
            {t(`channel.${answer.channel}`)} · <Moment at={answer.queuedAt} />
          </span>
          <Pill tone={answerTones[answer.state]}>{t(`answerState.${answer.state}`)}</Pill>
          {!answer.human && <Pill tone="low">{t('case.auto')}</Pill>}
        </header>
        <CustomerText text={answer.text} />
        {answer.evidence && <p className={style.dim}>{t('case.evidence', { text: answer.evidence })}</p>}
        {answer.reason && <p className={style.dim}>{answer.reason}</p>}
      </article>
    </li>
  );
}

/** What was said, in order; ours stands apart at a glance. */
export function Thread({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const matter = matterOf(view);
  return (
    <section aria-labelledby="thread">
      <h2 id="thread" className={style.heading}>
        {t('case.thread')} <span className={style.dim}>{sourceName(view.source)}</span>
      </h2>
      <ol className={style.thread}>
        {conversationOf(view).map((line) =>
          line.kind === 'said' ? (
            <Said key={line.mention.id} line={line} isMatter={line.mention.id === matter?.id} />
          ) : (
            <Answered key={line.answer.id} answer={line.answer} />
          ),
        )}
      </ol>
    </section>
  );
}
