import { Button, CopyButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import style from './words.module.css';

/** A secret that is shown this once. */
export function SecretOnce({ title, hint, secret }: { title: string; hint: string; secret: string }) {
  const { t } = useTranslation();
  return (
    <div className={style.secret} role="status">
      <strong>{title}</strong>
      <code>{secret}</code>
      <small>{hint}</small>
      <CopyButton value={secret}>
        {({ copied, copy }) => (
          <Button size="sm" variant="default" onClick={copy}>
            {t(copied ? 'app.copied' : 'app.copy')}
          </Button>
        )}
      </CopyButton>
    </div>
  );
}
