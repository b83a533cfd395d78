import { NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnswerChannel } from '@heard/core';
import type { SuggestionView, VoiceView } from '@heard/insight';
import { bodyOf, Findings, nothingSaid, type Said } from '../case/act/Findings.js';
import { EntryForm } from '../registers/EntryForm.js';

const elsewhere: readonly AnswerChannel[] = ['private', 'phone', 'email', 'in_person'];

function channelOf(value: string, otherwise: AnswerChannel): AnswerChannel {
  return [...elsewhere, 'public' as const].find((each) => each === value) ?? otherwise;
}

/** Tells one person what became of what they suggested; the draft is theirs to finish who sends it. */
export function TellForm({
  suggestionId,
  voice,
  onDone,
}: {
  suggestionId: string;
  voice: VoiceView;
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const channels = voice.canAnswerPublicly ? (['public', ...elsewhere] as const) : elsewhere;
  const [channel, setChannel] = useState<AnswerChannel>(channels[0] ?? 'phone');
  const [text, setText] = useState(voice.draft ?? '');
  const [evidence, setEvidence] = useState('');
  const [said, setSaid] = useState<Said>(nothingSaid);
  return (
    <EntryForm<SuggestionView>
      register="suggestions"
      submit={t(channel === 'public' ? 'suggestions.send' : 'suggestions.record')}
      onDone={onDone}
      act={() => ({
        path: `/suggestions/${encodeURIComponent(suggestionId)}/voices/${encodeURIComponent(voice.id)}/tell`,
        body: { channel, text, ...(channel === 'public' ? {} : { evidence }), ...bodyOf(said) },
      })}
      after={(error) => <Findings error={error} said={said} onSay={setSaid} />}
    >
      <NativeSelect
        label={t('act.channel')}
        data={channels.map((value) => ({ value, label: t(`channel.${value}`) }))}
        value={channel}
        onChange={(event) => setChannel(channelOf(event.currentTarget.value, channel))}
      />
      <Textarea
        data-autofocus
        autosize
        minRows={4}
        label={t('suggestions.tellText')}
        description={t(voice.caseOpen ? 'suggestions.tellThroughCase' : 'suggestions.tellHint')}
        lang={voice.language === 'other' ? undefined : voice.language}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setSaid(nothingSaid);
        }}
      />
      {channel !== 'public' && (
        <Textarea
          autosize
          minRows={2}
          label={t('act.evidence')}
          description={t('suggestions.evidenceHint')}
          value={evidence}
          onChange={(event) => setEvidence(event.currentTarget.value)}
        />
      )}
    </EntryForm>
  );
}
