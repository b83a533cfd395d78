import { NativeSelect, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import {
  approverOf,
  type CatalogueFix,
  type FailureKind,
  fits,
  fixKinds,
  inLanguage,
  type Policy,
} from '@heard/core';
import type { CaseView, SuggestedFixView } from '@heard/insight';
import { ApiProblem } from '../../api/problem.js';
import { policyVersionQuery, suggestedFixesQuery } from '../../policy/queries.js';
import { useSession } from '../../session/session.js';
import { minorDigits } from '../../words/format.js';
import { Loaded } from '../../words/Page.js';
import { useFormat } from '../../words/use-format.js';
import notice from '../suggested.module.css';
import { ActForm } from './ActDialog.js';
import { AmountField, CurrencyField, instantText, minorOf, useUsualCurrency, WhenField } from './fields.js';
import type { FormProps } from './forms.js';
import { type Choice, chosenKey, kindOf, listed, offeredFor, own } from './offer-choices.js';

type OfferFixProps = FormProps & { readonly start?: SuggestedFixView };

/** The rules of this very case: the version of the policy that it keeps, and its kind of failure. */
function useTerms(view: CaseView) {
  const suggested = useQuery(suggestedFixesQuery(view.id));
  const version = suggested.data?.policyVersion;
  const policy = useQuery({ ...policyVersionQuery(version ?? 1), enabled: version !== undefined });
  const { data } = suggested;
  return {
    data: data && policy.data && { policy: policy.data.policy, failure: data.failure },
    error: suggested.error ?? policy.error,
    refetch: () => void (suggested.error ? suggested.refetch() : policy.refetch()),
  };
}

/** An offer from the catalogue of the case, or of one's own. What is missing the API refuses by name. */
export function OfferFixForm(props: OfferFixProps) {
  const terms = useTerms(props.view);
  return <Loaded query={terms}>{(known) => <Fields {...props} {...known} />}</Loaded>;
}

/** What the form holds for a fix: its name in the customer's language, and what it usually costs. */
function filled(fix: CatalogueFix | undefined, view: CaseView, usual: string) {
  const cost = fix?.cost;
  return {
    what: fix ? inLanguage(fix.title, view.language) : '',
    amount: cost ? String(cost.amountMinor / 10 ** minorDigits(cost.currency)) : '',
    currency: cost?.currency ?? usual,
  };
}

function useOffer({ view, policy, start }: OfferFixProps & { policy: Policy }) {
  const { user } = useSession();
  const usual = useUsualCurrency();
  const fixOf = (choice: Choice) => policy.fixes.find(({ key }) => key === chosenKey(choice));
  const first: Choice = start?.key === undefined ? own(start?.kind ?? 'personal_action') : listed(start.key);
  const form = useForm({
    initialValues: {
      choice: first,
      ...filled(fixOf(first), view, usual),
      who: user.name,
      where: '',
      when: '',
      although: '',
    },
  });
  /** Another choice brings its own name and cost; words that somebody typed stay. */
  const choose = (choice: Choice) => {
    const before = filled(fixOf(form.values.choice), view, usual);
    const next = filled(fixOf(choice), view, usual);
    const isTyped = form.values.what.trim() !== '' && form.values.what !== before.what;
    form.setValues({ ...next, ...(isTyped ? { what: form.values.what } : {}), choice });
  };
  return { form, choose };
}

type Offer = ReturnType<typeof useOffer>['form']['values'];

/** The offer as the rules see it. */
function termsOf({ choice, amount, currency }: Offer, policy: Policy) {
  const amountMinor = minorOf(amount, currency);
  return {
    kind: kindOf(choice, policy) ?? 'compensation',
    catalogueKey: chosenKey(choice),
    ...(amountMinor === undefined ? {} : { cost: { amountMinor, currency } }),
  };
}

function Choices({
  policy,
  failure,
  value,
  onChoose,
}: {
  policy: Policy;
  failure: FailureKind;
  value: Choice;
  onChoose: (choice: Choice) => void;
}) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const { ladder, fitting, others } = offeredFor(failure, policy);
  const items = (fixes: readonly CatalogueFix[]) =>
    fixes.map(({ key, title }) => ({ value: listed(key), label: title[language] }));
  const groups = [
    { group: t('policy.offer.ladder'), items: items(ladder) },
    { group: t('policy.offer.fitting'), items: items(fitting) },
    {
      group: t('policy.offer.own'),
      items: fixKinds.map((kind) => ({
        value: own(kind),
        label: t('policy.offer.ownOf', { kind: t(`fixKind.${kind}`) }),
      })),
    },
    { group: t('policy.offer.others'), items: items(others) },
  ].filter((each) => each.items.length > 0);
  return (
    <NativeSelect
      data-autofocus
      label={t('policy.offer.choose')}
      data={groups}
      value={value}
      onChange={(event) => onChoose(event.currentTarget.value as Choice)}
    />
  );
}

/** Who has to approve it, said before anything is sent. */
function Approval({ offer, policy }: { offer: Offer; policy: Policy }) {
  const { t } = useTranslation();
  const { user } = useSession();
  const approver = approverOf(termsOf(offer, policy), user.role, policy);
  if (approver === undefined) return null;
  return (
    <p className={notice.notice} role="status">
      {t('policy.offer.approver', { role: t(`role.${approver}`) })}
    </p>
  );
}

function Fields(props: OfferFixProps & { readonly policy: Policy; readonly failure: FailureKind }) {
  const { view, policy, failure, onDone } = props;
  const { t } = useTranslation();
  const { timeZone } = useFormat();
  const { form, choose } = useOffer(props);
  const { choice, what, who, where, when, although } = form.values;
  const terms = termsOf(form.values, policy);
  const isPersonal = terms.kind === 'personal_action';
  const isFit = fits({ failure }, terms, policy);
  const act = () => {
    const at = instantText(when, timeZone);
    const action = isPersonal && at ? { action: { who, where, when: at } } : {};
    return {
      path: 'fixes',
      body: { ...terms, what, ...action, ...(although.trim() === '' ? {} : { although }) },
    };
  };
  const asksWhy = (error: unknown) =>
    (!isFit || although !== '' || (error instanceof ApiProblem && error.code === 'fix_unfit')) && (
      <Textarea label={t('act.although')} autosize minRows={2} {...form.getInputProps('although')} />
    );
  return (
    <ActForm caseId={view.id} submit={t('act.submitOffer')} onDone={onDone} act={act} after={asksWhy}>
      <Choices policy={policy} failure={failure} value={choice} onChoose={choose} />
      <Textarea label={t('act.fixWhat')} autosize minRows={2} {...form.getInputProps('what')} />
      {isPersonal && (
        <>
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <TextInput label={t('act.who')} {...form.getInputProps('who')} />
            <TextInput label={t('act.where')} {...form.getInputProps('where')} />
          </SimpleGrid>
          <WhenField
            label={t('act.when')}
            value={when}
            onChange={(next) => form.setFieldValue('when', next)}
          />
        </>
      )}
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <AmountField
          label={t('act.cost')}
          value={form.values.amount}
          onChange={(next) => form.setFieldValue('amount', next)}
        />
        <CurrencyField
          value={form.values.currency}
          onChange={(next) => form.setFieldValue('currency', next)}
        />
      </SimpleGrid>
      <Approval offer={form.values} policy={policy} />
      {!isFit && (
        <p className={notice.notice} role="status">
          {t('policy.offer.unfit', { failure: t(`failure.${failure}`) })}
        </p>
      )}
    </ActForm>
  );
}
