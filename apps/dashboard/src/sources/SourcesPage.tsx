import { Button, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { sourcesQuery } from '../api/queries.js';
import { Icon } from '../icons.js';
import { useMay } from '../session/session.js';
import { Empty, Loaded, PageHead } from '../words/Page.js';
import { ConnectForm } from './ConnectForm.js';
import { SourceCard } from './SourceCard.js';
import style from './sources.module.css';

/** Where we listen, and whether we still hear. */
export function SourcesPage() {
  const { t } = useTranslation();
  const query = useQuery(sourcesQuery);
  const mayConnect = useMay('administrator');
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <PageHead title={t('sources.title')} lead={t('sources.lead')}>
        {mayConnect && (
          <Button leftSection={<Icon name="plus" size={18} />} onClick={open}>
            {t('sources.connect')}
          </Button>
        )}
      </PageHead>
      <Modal
        opened={opened}
        onClose={close}
        title={t('sources.connect')}
        size="lg"
        closeButtonProps={{ 'aria-label': t('app.cancel') }}
      >
        {opened && <ConnectForm onDone={close} />}
      </Modal>
      <Loaded query={query}>
        {(page) =>
          page.items.length === 0 ? (
            <Empty icon="source" title={t('sources.empty')} hint={t('sources.emptyHint')} />
          ) : (
            <ul className={style.grid}>
              {page.items.map((source) => (
                <SourceCard key={source.id} source={source} mayChange={mayConnect} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  );
}
