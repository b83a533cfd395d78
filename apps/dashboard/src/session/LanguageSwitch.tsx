import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  currentLanguage,
  type InterfaceLanguage,
  interfaceLanguages,
  languageNames,
  switchLanguage,
} from '../i18n/index.js';

/** Each language is written in itself, so that nobody is locked into one they cannot read. */
export function LanguageSwitch({ onSwitch }: { onSwitch?: (language: InterfaceLanguage) => void }) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      aria-label={t('app.language')}
      size="sm"
      w={148}
      value={currentLanguage()}
      data={interfaceLanguages.map((value) => ({ value, label: languageNames[value] }))}
      onChange={(event) => {
        const next = interfaceLanguages.find((each) => each === event.currentTarget.value);
        if (!next) return;
        void switchLanguage(next);
        onSwitch?.(next);
      }}
    />
  );
}
