import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CaseView, SuggestedFixesView, SuggestedFixView, TriedFixesView } from '@heard/insight';
import { Icon } from '../icons.js';
import { suggestedFixesQuery } from '../policy/queries.js';
import { Card } from '../words/Page.js';
import { useFormat } from '../words/use-format.js';
import { ActDialog } from './act/ActDialog.js';
import { OfferFixForm } from './act/OfferFixForm.js';
import { fixesInWords } from './fixes-in-words.js';
import style from './case.module.css';
import own from './suggested.module.css';

/** Kinds in one phrase: `apology and redelivery`. */
function useKinds(): (fixes: readonly SuggestedFixView[]) => string {
  const { t } = useTranslation();
  const { language } = useFormat();
  return (fixes) =>
    fixesInWords(
      fixes.map(({ kind }) => t(`fixKind.${kind}`)),
      language,
    );
}

/** The way into the form, filled in with this fix; a fix that was given is not asked for again. */
function Fill({ view, fix, name }: { view: CaseView; fix: SuggestedFixView; name: string }) {
  const { t } = useTranslation();
  const isGiven = view.fixes.some(
    (each) => each.kind === fix.kind && each.state !== 'declined' && each.state !== 'withdrawn',
  );
  if (isGiven) {
    return (
      <span className={style.dim}>
        {name}: {t('policy.suggested.given')}
      </span>
    );
  }
  return (
    <ActDialog
      label={name}
      about={t('policy.suggested.fill')}
      title={t('act.offer')}
      size="compact-sm"
      variant="light"
      leftSection={<Icon name="plus" size={14} />}
    >
      {(close) => <OfferFixForm view={view} onDone={close} start={fix} />}
    </ActDialog>
  );
}

function Tried({ tried, view, mayAct }: { tried: TriedFixesView; view: CaseView; mayAct: boolean }) {
  const { t } = useTranslation();
  const { number, percent, shortMoney } = useFormat();
  const kinds = useKinds();
  const { fixes, cases, helped, medianCost } = tried;
  const cost =
    medianCost === undefined
      ? t('policy.suggested.costUnknown')
      : medianCost.amountMinor === 0
        ? t('policy.suggested.noCost')
        : t('policy.suggested.median', { amount: shortMoney(medianCost.amountMinor, medianCost.currency) });
  return (
    <li>
      <p>
        {t('policy.suggested.line', {
          fixes: kinds(fixes),
          cost,
          percent: percent(helped.share ?? 0),
          from: number(Math.round(helped.from * 100)),
          to: percent(helped.to),
          cases,
        })}
      </p>
      {mayAct && (
        <div className={own.fills}>
          {fixes.map((fix) => (
            <Fill key={fix.kind} view={view} fix={fix} name={kinds([fix])} />
          ))}
        </div>
      )}
    </li>
  );
}

function Rung({ fix, view, mayAct }: { fix: SuggestedFixView; view: CaseView; mayAct: boolean }) {
  const { t } = useTranslation();
  const { language, shortMoney } = useFormat();
  const name = fix.title?.[language] ?? t(`fixKind.${fix.kind}`);
  return (
    <li>
      <p>
        {name}
        {fix.cost && ` · ${shortMoney(fix.cost.amountMinor, fix.cost.currency)}`}
      </p>
      {mayAct && (
        <div className={own.fills}>
          <Fill view={view} fix={fix} name={t(`fixKind.${fix.kind}`)} />
        </div>
      )}
    </li>
  );
}

function Body({ found, view, mayAct }: { found: SuggestedFixesView; view: CaseView; mayAct: boolean }) {
  const { t } = useTranslation();
  const facts = { count: found.cases, failure: t(`failure.${found.failure}`), needed: found.needed };
  const isKnown = found.basis === 'experience';
  return (
    <>
      {!isKnown && <p className={style.dim}>{t('policy.suggested.tooFew', facts)}</p>}
      {isKnown ? (
        <ol className={own.list}>
          {found.tried.map((tried) => (
            <Tried
              key={tried.fixes.map(({ kind }) => kind).join()}
              tried={tried}
              view={view}
              mayAct={mayAct}
            />
          ))}
        </ol>
      ) : (
        <ol className={own.list}>
          {found.ladder.map((fix) => (
            <Rung key={fix.key} fix={fix} view={view} mayAct={mayAct} />
          ))}
        </ol>
      )}
      {isKnown && <p className={style.dim}>{t('policy.suggested.basis', facts)}</p>}
      <p className={style.dim}>
        {t('policy.suggested.note')}{' '}
        <Link to="/policy" search={{ version: found.policyVersion }}>
          {t('policy.suggested.rules', { version: found.policyVersion })}
        </Link>
      </p>
    </>
  );
}

/** What worked before for this kind of failure, or what the playbook says; it only fills in a form. */
export function SuggestedFixes({ view, mayAct }: { view: CaseView; mayAct: boolean }) {
  const { t } = useTranslation();
  const { data } = useQuery(suggestedFixesQuery(view.id));
  if (!data) return null;
  return (
    <Card label={t('policy.suggested.title')}>
      <h2 className={style.heading}>{t('policy.suggested.title')}</h2>
      <Body found={data} view={view} mayAct={mayAct} />
    </Card>
  );
}
