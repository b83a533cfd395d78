import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { MissedContact } from '@heard/core';
import type { AnswerView, CaseView, MentionView } from '@heard/insight';
import { CustomerText } from '../words/CustomerText.js';
import { sourceName } from '../words/platforms.js';
import { Pill, type Tone } from '../words/Pills.js';
import { Moment } from '../words/Times.js';
import { useFormat } from '../words/use-format.js';
import { TextAct } from './act/TextAct.js';
import { conversationOf, type Line } from './conversation.js';
import { ReadText } from './verdicts/ReadText.js';
import style from './case.module.css';

const answerTones: Readonly<Record<AnswerView['state'], Tone>> = {
  queued: 'normal',
  sent: 'normal',
  visible: 'good',
  rejected: 'critical',
  lost: 'critical',
};

function Said({
  line,
  caseId,
  mayCorrect,
}: {
  line: Line & { kind: 'said' };
  caseId: string;
  mayCorrect: boolean;
}) {
  const { t } = useTranslation();
  const { moment } = useFormat();
  const { mention, voice, showsReply } = line;
  const author = mention.author?.name;
  const who = t(`case.${voice}`);
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
        {mention.missed && <CalledInVain missed={mention.missed} />}
        {mention.wiped && <p className={style.dim}>{t('case.wiped')}</p>}
        {voice === 'customer' ? (
          <ReadText {...{ mention, caseId, mayCorrect }} />
        ) : (
          mention.text !== '' && <CustomerText text={mention.text} />
        )}
        {mention.brandReply && showsReply && (
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

/** A call that nobody answered, with the number to call back. */
function CalledInVain({ missed }: { missed: MissedContact }) {
  const { t } = useTranslation();
  return (
    <p>
      {t('case.calledInVain', { count: missed.tries })}
      {missed.called !== undefined && (
        <>
          {' → '}
          <bdi>{missed.called}</bdi>
        </>
      )}{' '}
      <a href={`tel:${missed.phone.replaceAll(/[^+\d]/gu, '')}`} aria-label={t('case.callBack')}>
        <bdi>{missed.phone}</bdi>
      </a>
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
      {mention.sameText.length > 0 && <SameText places={mention.sameText} />}
      {mention.reportedBy && (
        <p className={style.dim}>{t('pasted.reportedBy', { name: mention.reportedBy.name })}</p>
      )}
      {href && (
        <a className={style.outside} href={href} target="_blank" rel="noopener noreferrer nofollow">
          {t('case.onPlatform')}
        </a>
      )}
    </>
  );
}

/** Where else the same was posted: linked, never merged, since each place waits for its own answer. */
function SameText({ places }: { places: MentionView['sameText'] }) {
  const { t } = useTranslation();
  return (
    <details className={style.earlier}>
      <summary>{t('case.sameText', { count: places.length })}</summary>
      <ul>
        {places.map(({ id, source, author, postedAt, caseId, url }) => (
          <li key={id}>
            {sourceName(source)}
            {author !== undefined && (
              <>
                {' · '}
                <bdi>{author}</bdi>
              </>
            )}
            {' · '}
            <Moment at={postedAt} />{' '}
            {caseId !== undefined && (
              <Link to="/cases/$id" params={{ id: caseId }}>
                {t('case.itsCase')}
              </Link>
            )}
            {caseId === undefined && url !== undefined && /^https?:\/\//iu.test(url) && (
              <a href={url} target="_blank" rel="noopener noreferrer nofollow">
                {t('case.onPlatform')}
              </a>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Whether an answer stops the customer's clock, what was held against it, and which it follows. */
function Weight({ answer, view }: { answer: AnswerView; view: CaseView }) {
  const { t } = useTranslation();
  const { list, moment } = useFormat();
  const first = view.answers.find(({ id }) => id === answer.follows);
  return (
    <>
      <p className={style.codes}>
        {answer.counts ? (
          <Pill tone="good">{t('recovery.counts')}</Pill>
        ) : (
          answer.notCounted && <Pill tone="high">{t(`recovery.notCounted.${answer.notCounted}`)}</Pill>
        )}
        {first && (
          <span className={style.dim}>{t('recovery.followsOf', { time: moment(first.queuedAt) })}</span>
        )}
      </p>
      {answer.overruled && (
        <p className={style.dim}>
          {t('recovery.overruled', {
            reasons: list(answer.overruled.reasons.map((reason) => t(`held.${reason}`))),
            why: answer.overruled.why,
          })}
        </p>
      )}
    </>
  );
}

/** An answer that was sent elsewhere counts once it is known to have arrived. */
function Delivery({ answer, view }: { answer: AnswerView; view: CaseView }) {
  const { t } = useTranslation();
  const path = `answers/${encodeURIComponent(answer.id)}`;
  return (
    <div className={style.itemActions}>
      <TextAct
        caseId={view.id}
        path={`${path}/delivered`}
        field="evidence"
        label={t('recovery.confirmDelivery')}
        submit={t('recovery.submitDelivery')}
        size="sm"
        variant="light"
      />
      <TextAct
        caseId={view.id}
        path={`${path}/not-delivered`}
        field="reason"
        label={t('recovery.notDelivered')}
        submit={t('recovery.submitNotDelivered')}
        size="sm"
      />
    </div>
  );
}

function Answered({ answer, view, mayAct }: { answer: AnswerView; view: CaseView; mayAct: boolean }) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const awaits = answer.channel !== 'public' && answer.state === 'sent';
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
        </header>
        {answer.decision && (
          <p>{t('answering.decision.made', { choice: answer.decision.label[language] })}</p>
        )}
        <CustomerText text={answer.text.replace('{link}', t('outcomePage.card.personalLink'))} />
        {answer.evidence && <p className={style.dim}>{t('case.evidence', { text: answer.evidence })}</p>}
        {answer.reason && <p className={style.dim}>{answer.reason}</p>}
        <Weight answer={answer} view={view} />
        {mayAct && awaits && <Delivery answer={answer} view={view} />}
      </article>
    </li>
  );
}

/** What was said, in order; ours stands apart at a glance. */
export function Thread({
  view,
  mayAct,
  mayCorrect,
}: {
  view: CaseView;
  mayAct: boolean;
  mayCorrect: boolean;
}) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="thread">
      <h2 id="thread" className={style.heading}>
        {t('case.thread')} <span className={style.dim}>{sourceName(view.source)}</span>
      </h2>
      <ol className={style.thread}>
        {conversationOf(view).map((line) =>
          line.kind === 'said' ? (
            <Said key={line.mention.id} line={line} caseId={view.id} mayCorrect={mayCorrect} />
          ) : (
            <Answered key={line.answer.id} answer={line.answer} view={view} mayAct={mayAct} />
          ),
        )}
      </ol>
    </section>
  );
}
