import type { TFunction } from 'i18next';
import type { InThreeLanguages, Policy } from '@heard/core';
import type { InterfaceLanguage } from '../i18n/index.js';
import { languageNames } from '../i18n/index.js';

/** `playbooks[3].steps[0].hint.uk` as its parts. */
export function partsOf(place: string): readonly (string | number)[] {
  return [...place.matchAll(/([A-Za-z_]+)|\[(\d+)\]/g)].map(([, name, index]) =>
    name === undefined ? Number(index) : name,
  );
}

/** What the numbers of a place stand for, so that nobody has to count from 0. */
interface Named {
  readonly policy: Policy;
  readonly language: InterfaceLanguage;
  readonly weekday: (iso: number) => string;
  readonly t: TFunction;
}

/** A place of a policy in the words of the page: `Playbooks › Not delivered › step 1 › advice › Українська`. */
export function placeInWords(place: string, named: Named): string {
  const parts = partsOf(place);
  const words = parts.flatMap((part, at) => {
    const before = parts[at - 1];
    if (typeof part === 'number') return [numberInWords(part, String(before), parts, named)];
    return [nameInWords(part, at, named)];
  });
  return words.filter((each) => each !== '').join(' › ');
}

function nameInWords(name: string, at: number, { t }: Named): string {
  if (at === 0) return t(`policy.section.${name}`, { defaultValue: name });
  if (Object.hasOwn(languageNames, name)) return languageNames[name as InterfaceLanguage];
  return t([`policy.field.${name}`, `urgency.${name}`], { defaultValue: name });
}

function numberInWords(
  index: number,
  list: string,
  parts: readonly (string | number)[],
  named: Named,
): string {
  const { policy, language, t } = named;
  const titled = (thing: { readonly title: InThreeLanguages } | undefined): string =>
    thing?.title[language] || t('policy.number', { number: index + 1 });
  switch (list) {
    case 'playbooks': {
      const playbook = policy.playbooks[index];
      return playbook ? t(`failure.${playbook.failure}`) : titled(playbook);
    }
    case 'fixes':
      return titled(policy.fixes[index]);
    case 'holidays':
      return policy.calendar.holidays[index] ?? '';
    case 'days':
      return named.weekday(policy.calendar.days[index] ?? 1);
    case 'approval': {
      const role = policy.fixes[Number(parts[1])]?.approval[index]?.role;
      return role ? t(`role.${role}`) : '';
    }
    default:
      return t('policy.number', { number: index + 1 });
  }
}

/** What is wrong, in the words of the page; undefined for a mistake that no form can make. */
export function mistakeInWords(
  place: string,
  about: Readonly<Record<string, string>>,
  { policy, language, t }: Named,
): string | undefined {
  const { mistake, fix, ...facts } = about;
  if (mistake === undefined || mistake === 'malformed' || mistake === 'missing') return undefined;
  const listed = policy.fixes.find(({ key }) => key === fix);
  const isAmount = mistake === 'number' && place.endsWith('Minor');
  const text = t(`policy.mistake.${isAmount ? 'amount' : mistake}`, {
    ...facts,
    fix: listed?.title[language] || fix,
    defaultValue: '',
  });
  return text === '' ? undefined : text;
}
