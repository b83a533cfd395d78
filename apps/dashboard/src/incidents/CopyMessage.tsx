import { Button, CopyButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Puts the message on the clipboard, as one person is to read it. */
export function CopyMessage({
  text,
  about,
  language,
}: {
  text: string;
  about: string;
  /** Where the same is offered in several languages. */
  language?: string;
}) {
  const { t } = useTranslation();
  const label = t('incidents.copyText');
  const isOneOfMany = language !== undefined;
  return (
    <CopyButton value={text}>
      {({ copied, copy }) => (
        <Button
          size={isOneOfMany ? 'xs' : 'sm'}
          variant="light"
          onClick={copy}
          aria-label={copied ? undefined : `${label}: ${isOneOfMany ? `${language}, ` : ''}${about}`}
        >
          {copied ? t('app.copied') : (language ?? label)}
        </Button>
      )}
    </CopyButton>
  );
}
