import { useTranslation } from 'react-i18next';
import type { IncidentListItem, SharedView } from '@heard/insight';
import { Pill, type Tone } from '../words/Pills.js';
import { useFormat } from '../words/use-format.js';

/** What the cases share, in words. */
export function useShared(): (shared: SharedView) => string {
  const { t } = useTranslation();
  const { moment } = useFormat();
  return ({ code, shown }) =>
    t(`incidents.shared.${code}`, { name: code === 'hour' ? moment(shown) : shown });
}

/** The same inside of a sentence. What is shared by its name keeps its capital: only the label before it changes. */
export function inSentence(shared: string): string {
  return shared.charAt(0).toLowerCase() + shared.slice(1);
}

/** What an incident is called: the strongest thing that its cases share. */
export function useIncidentTitle(): (incident: IncidentListItem) => string {
  const { t } = useTranslation();
  const say = useShared();
  return ({ shares }) => {
    const [first] = shares;
    return first ? say(first) : t('incidents.byHand');
  };
}

const tones: Readonly<Record<IncidentListItem['status'], Tone>> = {
  proposed: 'high',
  confirmed: 'critical',
  dismissed: 'none',
  resolved: 'good',
};

export function StatusPill({ incident }: { incident: IncidentListItem }) {
  const { t } = useTranslation();
  return (
    <>
      <Pill tone={tones[incident.status]} dot={incident.status === 'confirmed' ? 'still' : undefined}>
        {t(`incidents.status.${incident.status}`)}
      </Pill>
      {incident.coordinated && (
        <Pill tone="critical" title={t('incidents.coordinatedHint')}>
          {t('incidents.coordinated')}
        </Pill>
      )}
    </>
  );
}
