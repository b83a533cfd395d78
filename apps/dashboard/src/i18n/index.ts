import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en.js';
import { ru } from './ru.js';
import { uk } from './uk.js';

export const interfaceLanguages = ['ru', 'uk', 'en'] as const;

export type InterfaceLanguage = (typeof interfaceLanguages)[number];

/** Each language in its own name: somebody who reads only that one must find it. */
export const languageNames: Readonly<Record<InterfaceLanguage, string>> = {
  ru: 'Русский',
  uk: 'Українська',
  en: 'English',
};

const storageKey = 'heard.language';

function isInterfaceLanguage(value: string | null | undefined): value is InterfaceLanguage {
  return interfaceLanguages.some((language) => language === value);
}

function firstLanguage(): InterfaceLanguage {
  const stored = localStorage.getItem(storageKey);
  if (isInterfaceLanguage(stored)) return stored;
  const wanted = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase());
  return wanted.find(isInterfaceLanguage) ?? 'en';
}

export function currentLanguage(): InterfaceLanguage {
  return isInterfaceLanguage(i18next.language) ? i18next.language : 'en';
}

/** Switches the interface; remembered in this browser also for the pages without a session. */
export async function switchLanguage(language: InterfaceLanguage): Promise<void> {
  localStorage.setItem(storageKey, language);
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}

export async function startI18n(): Promise<void> {
  const language = firstLanguage();
  document.documentElement.lang = language;
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: { ru: { translation: ru }, uk: { translation: uk }, en: { translation: en } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
}
