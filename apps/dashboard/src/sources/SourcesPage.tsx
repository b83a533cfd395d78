import { Button, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { sourcesQuery, itemsOf } from '../api/queries.js';
import { Icon } from '../icons.js';
import { useMay } from '../session/session.js';
import { More } from '../words/More.js';
import { Empty, Loaded, PageHead } from '../words/Page.js';
import { ConnectForm } from './ConnectForm.js';
import { SourceCard } from './SourceCard.js';
import style from './sources.module.css';

/** Where we listen, and whether we still hear. */
export function SourcesPage() {
  const { t } = useTranslation();
  const query = useInfiniteQuery(sourcesQuery);
  const items = itemsOf(query.data);
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
        {() =>
          items.length === 0 ? (
            <Empty icon="source" title={t('sources.empty')} hint={t('sources.emptyHint')} />
          ) : (
            <ul className={style.grid}>
              {items.map((source) => (
                <SourceCard key={source.id} source={source} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <More query={query} />
    </>
  );
}
