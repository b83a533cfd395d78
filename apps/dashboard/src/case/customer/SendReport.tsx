import { Button, CopyButton, NativeSelect, Stack, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnswerChannel } from '@heard/core';
import type { CaseView, MadeReportView } from '@heard/insight';
import { api } from '../../api/client.js';
import { WrittenReport } from '../../customer/WrittenReport.js';
import { type InterfaceLanguage, interfaceLanguages, languageNames } from '../../i18n/index.js';
import { Loaded } from '../../words/Page.js';
import { Problem } from '../../words/Problem.js';
import { channels } from './QuestionCard.js';
import { caseReportQuery } from './queries.js';
import card from './card.module.css';

/** What to send by hand, and the link of its page. */
function Made({
  made,
  channel,
  onDone,
}: {
  made: MadeReportView;
  channel: AnswerChannel;
  onDone: () => void;
}) {
  const { t } = useTranslation();
  return (
    <Stack gap="md">
      <p role="status">{t(channel === 'public' ? 'reportPage.send.wentOut' : 'reportPage.send.made')}</p>
      {channel !== 'public' && (
        <Textarea
          readOnly
          autosize
          minRows={6}
          maxRows={16}
          label={t('reportPage.send.text')}
          value={made.text}
        />
      )}
      <div className={card.buttons}>
        {channel !== 'public' && (
          <CopyButton value={made.text}>
            {({ copied, copy }) => (
              <Button onClick={copy}>{t(copied ? 'app.copied' : 'reportPage.send.copyText')}</Button>
            )}
          </CopyButton>
        )}
        <CopyButton value={made.address}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {t(copied ? 'app.copied' : 'reportPage.card.copyLink')}
            </Button>
          )}
        </CopyButton>
        <Button variant="default" onClick={onDone}>
          {t('app.close')}
        </Button>
      </div>
    </Stack>
  );
}

/** Reads the report as it would go now, chooses language and channel, and sends it. */
export function SendReport({
  view,
  mayAct,
  onDone,
}: {
  view: CaseView;
  mayAct: boolean;
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [language, setLanguage] = useState<InterfaceLanguage>();
  const [channel, setChannel] = useState<AnswerChannel>('private');
  const [note, setNote] = useState('');
  const query = useQuery(caseReportQuery(view.id, language));
  const send = useMutation({
    mutationFn: () =>
      api.post<MadeReportView>(`/cases/${encodeURIComponent(view.id)}/report`, {
        channel,
        ...(language ? { language } : {}),
        ...(note.trim() === '' ? {} : { note: note.trim() }),
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['case', view.id] }),
  });
  if (send.data) return <Made made={send.data} channel={channel} onDone={onDone} />;
  const offered = channels.filter((each) => each !== 'public' || view.canAnswerInPublic);
  return (
    <Stack gap="md">
      <Loaded query={query}>
        {({ report, publicText }) => (
          <>
            <NativeSelect
              label={t('reportPage.send.language')}
              value={language ?? report.language}
              data={interfaceLanguages.map((value) => ({ value, label: languageNames[value] }))}
              onChange={(event) => {
                setLanguage(interfaceLanguages.find((each) => each === event.currentTarget.value));
              }}
            />
            <div className={card.preview}>
              <strong lang={report.language}>
                <bdi>{report.greeting}</bdi>
              </strong>
              <WrittenReport report={report} />
            </div>
            {mayAct && (
              <>
                <NativeSelect
                  label={t('reportPage.send.channel')}
                  value={channel}
                  data={offered.map((value) => ({ value, label: t(`channel.${value}`) }))}
                  onChange={(event) => {
                    const next = channels.find((each) => each === event.currentTarget.value);
                    if (next) setChannel(next);
                  }}
                />
                {channel === 'public' && (
                  <p role="note" className={card.warning}>
                    {t('reportPage.send.publicWarning')} <bdi>“{publicText.replace('{link}', '…')}”</bdi>
                  </p>
                )}
                <Textarea
                  label={`${t('reportPage.send.note')} (${t('app.optional')})`}
                  autosize
                  minRows={2}
                  maxLength={2_000}
                  value={note}
                  onChange={(event) => setNote(event.currentTarget.value)}
                />
                <Problem error={send.error} acting />
                <Button loading={send.isPending} onClick={() => send.mutate()}>
                  {t(channel === 'public' ? 'reportPage.send.sendPublic' : 'reportPage.send.make')}
                </Button>
              </>
            )}
          </>
        )}
      </Loaded>
    </Stack>
  );
}
