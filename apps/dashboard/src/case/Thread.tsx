import { useTranslation } from 'react-i18next';
import type { AnswerView, CaseView, MentionView } from '@heard/insight';
import { CustomerText } from '../words/CustomerText.js';
import { Pill, type Tone } from '../words/Pills.js';
import { Moment } from '../words/Times.js';
import { useFormat } from '../words/use-format.js';
import { conversationOf } from './conversation.js';
import style from './case.module.css';

const answerTones: Readonly<Record<AnswerView['state'], Tone>> = {
  queued: 'normal',
  sent: 'normal',
  visible: 'good',
  rejected: 'critical',
  lost: 'critical',
};

function Said({ mention, ours, customer }: { mention: MentionView; ours: boolean; customer?: string }) {
  const { t } = useTranslation();
  const { moment } = useFormat();
  const author = mention.author?.name;
  const isCustomer = !ours && (author === customer || mention.assessment !== undefined);
  const who = t(ours ? 'case.ours' : isCustomer ? 'case.customer' : 'case.other');
  return (
    <li className={style.line} data-ours={ours}>
      <article className={style.bubble} aria-label={author ? `${who}: ${author}` : who}>
        <header className={style.byline}>
          <strong>
            <bdi>{author ?? who}</bdi>
          </strong>
          <span>
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
        <CustomerText text={mention.text} signals={mention.assessment?.signals} />
        {mention.brandReply && (
          <div className={style.reply}>
            <strong>{t('case.brandReply')}</strong>
            <CustomerText text={mention.brandReply.text} />
          </div>
        )}
        <Tail mention={mention} />
      </article>
    </li>
  );
}

function Tail({ mention }: { mention: MentionView }) {
  const { t } = useTranslation();
  const href = mention.url && /^https?:\/\//i.test(mention.url) ? mention.url : undefined;
  const codes = [...new Set(mention.assessment?.signals.map((signal) => signal.code))];
  return (
    <>
      {codes.length > 0 && (
        <p className={style.codes}>
          {codes.map((code) => (
            <Pill key={code} tone="low">
              {t(`reason.${code}`)}
            </Pill>
          ))}
        </p>
      )}
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
  return (
    <section aria-labelledby="thread">
      <h2 id="thread" className={style.heading}>
        {t('case.thread')} <span className={style.dim}>{view.source.name}</span>
      </h2>
      <ol className={style.thread}>
        {conversationOf(view).map((line) =>
          line.kind === 'said' ? (
            <Said key={line.mention.id} mention={line.mention} ours={line.ours} customer={view.customer} />
          ) : (
            <Answered key={line.answer.id} answer={line.answer} />
          ),
        )}
      </ol>
    </section>
  );
}
