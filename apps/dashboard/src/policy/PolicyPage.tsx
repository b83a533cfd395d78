import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useBlocker, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Policy } from '@heard/core';
import type { PolicyVersionView } from '@heard/insight';
import { api } from '../api/client.js';
import { hasStatus } from '../api/problem.js';
import { Icon } from '../icons.js';
import { useMay } from '../session/session.js';
import { Loaded, PageHead } from '../words/Page.js';
import { Moment } from '../words/Times.js';
import { useFormat } from '../words/use-format.js';
import { CalendarSection } from './CalendarSection.js';
import { changedIn, type Draft } from './draft.js';
import type { Editing } from './editing.js';
import { FixesSection } from './FixesSection.js';
import { LeaseSection, LimitSection } from './LimitSections.js';
import { MoneySection } from './MoneySection.js';
import { PlaybooksSection } from './PlaybooksSection.js';
import { usePolicyWords } from './policy-words.js';
import { policyNowQuery, policyVersionQuery } from './queries.js';
import { SaveBar } from './SaveBar.js';
import { OutcomeSection, PromiseSection } from './TextSections.js';
import { Versions } from './Versions.js';
import style from './policy.module.css';

const parts = [
  ['calendar', 'policy.section.calendar'],
  ['leaseMinutes', 'policy.section.leaseMinutes'],
  ['limits', 'policy.limits'],
  ['promises', 'policy.section.promises'],
  ['outcome', 'policy.section.outcome'],
  ['money', 'policy.section.money'],
  ['fixes', 'policy.section.fixes'],
  ['playbooks', 'policy.section.playbooks'],
  ['versions', 'policy.versions'],
] as const;

function Parts() {
  const { t } = useTranslation();
  return (
    <nav className={style.parts} aria-label={t('policy.parts')}>
      {parts.map(([id, text]) => (
        <a key={id} href={`#policy-${id}`}>
          {t(text)}
        </a>
      ))}
    </nav>
  );
}

function Sections(editing: Editing) {
  return (
    <>
      <CalendarSection {...editing} />
      <LeaseSection {...editing} />
      <LimitSection {...editing} />
      <PromiseSection {...editing} />
      <OutcomeSection {...editing} />
      <MoneySection {...editing} />
      <FixesSection {...editing} />
      <PlaybooksSection {...editing} />
    </>
  );
}

/** Saves a draft as the next version; what was typed stays until it is taken. */
function useSave(onSaved: () => void) {
  const { t } = useTranslation();
  const { list } = useFormat();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ base, policy }: Draft) =>
      api.put<PolicyVersionView>('/policy', { basedOn: base.version, policy }),
    onSuccess: (saved) => {
      client.setQueryData(policyNowQuery.queryKey, saved);
      void client.invalidateQueries({ queryKey: ['policy', 'versions'] });
      const sections = list(saved.sections.map((each) => t(`policy.section.${each}`)));
      notifications.show({
        message: t('policy.saved', { version: saved.version, sections }),
        color: 'pine',
      });
      onSaved();
    },
    onError: (error) => {
      if (hasStatus(error, 409)) void client.invalidateQueries({ queryKey: policyNowQuery.queryKey });
    },
  });
}

function Current({ current }: { current: PolicyVersionView }) {
  const { t } = useTranslation();
  const isLead = useMay('lead');
  const [draft, setDraft] = useState<Draft>();
  /** Fields hold what is typed: after discarding they are drawn anew. */
  const [round, setRound] = useState(0);
  const { base, policy } = draft ?? { base: current, policy: current.policy };
  const begin = () => {
    setDraft(undefined);
    setRound(round + 1);
  };
  const save = useSave(begin);
  const changed = changedIn(base.policy, policy);
  const isChanged = changed.length > 0;
  useBlocker({
    // The links within the page lead nowhere else.
    shouldBlockFn: ({ current: here, next }) =>
      isChanged &&
      (here.pathname !== next.pathname || JSON.stringify(here.search) !== JSON.stringify(next.search)) &&
      !window.confirm(t('policy.leaveAsk')),
    enableBeforeUnload: isChanged,
  });
  const change = (next: Partial<Policy>) => setDraft({ base, policy: { ...policy, ...next } });
  const words = usePolicyWords(policy);
  return (
    <>
      <Sections
        key={round}
        policy={policy}
        before={base.policy}
        words={words}
        mayEdit={isLead}
        changed={changed}
        change={change}
      />
      {draft && isChanged && (
        <SaveBar
          draft={draft}
          changed={changed}
          error={save.error}
          isSaving={save.isPending}
          onSave={() => save.mutate(draft)}
          onDiscard={() => {
            save.reset();
            begin();
          }}
          onCarry={(carried) => {
            save.reset();
            setDraft(carried);
          }}
        />
      )}
    </>
  );
}

/** A version that cases were opened under: to read, not to change. */
function Earlier({ version }: { version: number }) {
  const query = useQuery(policyVersionQuery(version));
  return <Loaded query={query}>{({ policy }) => <Unchangeable policy={policy} />}</Loaded>;
}

function Unchangeable({ policy }: { policy: Policy }) {
  const words = usePolicyWords(policy);
  return (
    <Sections
      policy={policy}
      before={policy}
      words={words}
      mayEdit={false}
      changed={[]}
      change={() => undefined}
    />
  );
}

function Note({ current, shown }: { current: PolicyVersionView; shown: number }) {
  const { t } = useTranslation();
  const isLead = useMay('lead');
  if (shown !== current.version) {
    return (
      <p className={style.note} role="status">
        {t('policy.old', { version: shown })}{' '}
        <Link to="/policy" search={{}}>
          {t('policy.toCurrent', { version: current.version })}
        </Link>
      </p>
    );
  }
  return (
    <p className={style.note}>
      <strong>{t('policy.version', { version: current.version })}</strong> ·{' '}
      {current.by.kind === 'heard' ? t('policy.byHeard') : current.by.name} · <Moment at={current.at} />
      <br />
      {t('policy.keeps')} {!isLead && t('policy.mayNot')}
    </p>
  );
}

/** What managers set about recovery: read by everybody, changed by those who may, in versions. */
export function PolicyPage() {
  const { t } = useTranslation();
  const { version } = useSearch({ from: '/signed-in/policy' });
  const query = useQuery(policyNowQuery);
  return (
    <>
      <Link to="/settings" className={style.back}>
        <Icon name="back" size={18} />
        {t('settings.title')}
      </Link>
      <PageHead title={t('policy.title')} lead={t('policy.lead')} />
      <Loaded query={query}>
        {(current) => {
          const shown = version ?? current.version;
          return (
            <div className={style.page}>
              <Note current={current} shown={shown} />
              <Parts />
              {shown === current.version ? (
                <Current current={current} />
              ) : (
                <Earlier version={shown} key={shown} />
              )}
              <Versions current={current.version} shown={shown} />
            </div>
          );
        }}
      </Loaded>
    </>
  );
}
