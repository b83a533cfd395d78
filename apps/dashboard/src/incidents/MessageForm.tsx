import { Button, Checkbox, NativeSelect, SimpleGrid, Stack, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FixKind, HeldReason } from '@heard/core';
import type { IncidentView } from '@heard/insight';
import { api } from '../api/client.js';
import { ApiProblem } from '../api/problem.js';
import { AmountField, CurrencyField, minorOf, useUsualCurrency } from '../case/act/fields.js';
import { Findings, nothingSaid, type Said } from '../case/act/Findings.js';
import { languageNames } from '../i18n/index.js';
import { Problem } from '../words/Problem.js';
import { checkMessage, incidentPath, type MessageTexts } from './queries.js';
import style from './incidents.module.css';

const languages = ['ru', 'uk', 'en'] as const;
type MessageLanguage = (typeof languages)[number];

const fixKinds: readonly FixKind[] = [
  'redelivery',
  'refund',
  'compensation',
  'apology',
  'explanation',
  'correction',
  'prevention',
];

interface Offer {
  readonly kind: FixKind;
  readonly what: string;
  readonly amount: string;
  readonly currency: string;
}

type SaidIn = Readonly<Record<MessageLanguage, Said>>;
const nothingSaidIn: SaidIn = { ru: nothingSaid, uk: nothingSaid, en: nothingSaid };

/** In how many cases the message would be held back, and why. */
interface Held {
  readonly cases: number;
  readonly reasons: readonly HeldReason[];
}

function bodyOf(texts: MessageTexts, said: SaidIn, offer: Offer | undefined, overrule: string): object {
  const promises = languages.flatMap((language) =>
    said[language].promises.map((promise) => ({ ...promise, language })),
  );
  const amountMinor = offer && minorOf(offer.amount, offer.currency);
  const cost = amountMinor === undefined ? {} : { cost: { amountMinor, currency: offer?.currency } };
  return {
    texts,
    ...(promises.length > 0 ? { promises } : {}),
    ...(offer ? { offer: { kind: offer.kind, what: offer.what, ...cost } } : {}),
    ...(overrule.trim() === '' ? {} : { overrule }),
  };
}

/** Checks the message first: what would be held back is shown once, and sent when somebody says why. */
function useSend(id: string, onDone: () => void) {
  const client = useQueryClient();
  const [held, setHeld] = useState<Held>();
  const send = useMutation({
    mutationFn: async ({
      texts,
      body,
      overruled,
    }: {
      texts: MessageTexts;
      body: object;
      overruled: boolean;
    }) => {
      const isWritten = languages.every((language) => texts[language].trim() !== '');
      if (isWritten && !overruled) {
        const all = (await checkMessage(id, texts)).items.flatMap((each) => each.held);
        const reasons = [...new Set(all.flatMap((each) => each.reasons))];
        setHeld(all.length === 0 ? undefined : { cases: all.length, reasons });
        if (all.length > 0) return false;
      }
      await api.post(`${incidentPath(id)}/decision`, body);
      return true;
    },
    onSuccess: (isSent) => {
      if (isSent) onDone();
    },
    onSettled: () => void client.invalidateQueries({ queryKey: ['incidents'] }),
  });
  return { send, held, forget: () => setHeld(undefined) };
}

function OfferFields({ offer, onChange }: { offer: Offer; onChange: (offer: Offer) => void }) {
  const { t } = useTranslation();
  return (
    <>
      <NativeSelect
        label={t('act.fixKind')}
        data={fixKinds.map((value) => ({ value, label: t(`fixKind.${value}`) }))}
        value={offer.kind}
        onChange={(event) => {
          const kind = fixKinds.find((each) => each === event.currentTarget.value);
          if (kind) onChange({ ...offer, kind });
        }}
      />
      <Textarea
        label={t('act.fixWhat')}
        autosize
        minRows={2}
        value={offer.what}
        onChange={(event) => onChange({ ...offer, what: event.currentTarget.value })}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <AmountField
          label={t('act.cost')}
          value={offer.amount}
          onChange={(amount) => onChange({ ...offer, amount })}
        />
        <CurrencyField value={offer.currency} onChange={(currency) => onChange({ ...offer, currency })} />
      </SimpleGrid>
    </>
  );
}

function HeldNote({ held, overrule, onSay }: { held: Held; overrule: string; onSay: (why: string) => void }) {
  const { t } = useTranslation();
  return (
    <div className={style.note}>
      <p>{t('incidents.held', { count: held.cases })}</p>
      <ul>
        {held.reasons.map((reason) => (
          <li key={reason}>{t(`held.${reason}`)}</li>
        ))}
      </ul>
      <Textarea
        label={t('act.overrule')}
        autosize
        minRows={2}
        value={overrule}
        onChange={(event) => onSay(event.currentTarget.value)}
      />
    </div>
  );
}

/** The message in three languages, with one offer for all where there is one. */
export function MessageForm({ incident, onDone }: { incident: IncidentView; onDone: () => void }) {
  const { t } = useTranslation();
  const currency = useUsualCurrency();
  const [texts, setTexts] = useState<MessageTexts>(
    incident.decision?.texts ?? { ru: '{customer}, ', uk: '{customer}, ', en: '{customer}, ' },
  );
  const [said, setSaid] = useState(nothingSaidIn);
  const [offer, setOffer] = useState<Offer>();
  const [overrule, setOverrule] = useState('');
  const { send, held, forget } = useSend(incident.id, onDone);
  const { error } = send;
  const about = error instanceof ApiProblem ? error.about : {};
  const asked = languages.find((language) => language === about['language']);
  const write = (language: MessageLanguage, text: string): void => {
    setTexts({ ...texts, [language]: text });
    // What was said of promises belongs to the text as it was.
    setSaid({ ...said, [language]: nothingSaid });
    forget();
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const body = bodyOf(texts, said, offer, overrule);
        send.mutate({ texts, body, overruled: overrule.trim() !== '' });
      }}
    >
      <Stack gap="md" mt="sm">
        <p className={style.dim}>{t('incidents.messageHint', { placeholder: '{customer}' })}</p>
        {languages.map((language) => (
          <Textarea
            key={language}
            lang={language}
            label={`${languageNames[language]} · ${t('incidents.casesIn', { count: countIn(incident, language) })}`}
            autosize
            minRows={4}
            value={texts[language]}
            onChange={(event) => write(language, event.currentTarget.value)}
          />
        ))}
        <Checkbox
          label={t('incidents.withOffer')}
          checked={offer !== undefined}
          onChange={(event) =>
            setOffer(
              event.currentTarget.checked
                ? { kind: 'redelivery', what: '', amount: '', currency }
                : undefined,
            )
          }
        />
        {offer && <OfferFields offer={offer} onChange={setOffer} />}
        {held && <HeldNote held={held} overrule={overrule} onSay={setOverrule} />}
        <Problem error={error} acting />
        {asked && (
          <div key={`${asked} ${about['start'] ?? ''}`}>
            <p className={style.dim}>{languageNames[asked]}</p>
            <Findings
              error={error}
              said={said[asked]}
              onSay={(next) => {
                setSaid({ ...said, [asked]: next });
                send.reset();
              }}
            />
          </div>
        )}
        <Button type="submit" loading={send.isPending}>
          {t('incidents.send', { count: toTell(incident) })}
        </Button>
      </Stack>
    </form>
  );
}

function countIn({ caseLines }: IncidentView, language: MessageLanguage): number {
  return caseLines.filter((line) => (line.language === 'other' ? 'en' : line.language) === language).length;
}

function toTell({ caseLines }: IncidentView): number {
  return caseLines.filter(({ state }) => state === 'confirmed').length;
}
