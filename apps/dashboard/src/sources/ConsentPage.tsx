import { Button, Checkbox, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.js';
import { Empty, PageHead } from '../words/Page.js';
import { platformName } from '../words/platforms.js';
import { Problem } from '../words/Problem.js';
import style from './sources.module.css';

interface Choices {
  readonly id: string;
  readonly platform: string;
  readonly choices: readonly {
    readonly id: string;
    readonly name: string;
    readonly missing: readonly string[];
  }[];
}

/** Which of the accounts that the consent opens to connect. */
function Choose({ found }: { found: Choices }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const connect = useMutation({
    mutationFn: () => api.post(`/consents/${encodeURIComponent(found.id)}/choose`, { accounts: chosen }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['sources'] });
      await navigate({ to: '/sources', replace: true });
    },
  });
  if (found.choices.length === 0) {
    return <Empty icon="source" title={t('sources.consentEmpty')} hint={t('sources.consentEmptyHint')} />;
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        connect.mutate();
      }}
    >
      <Stack gap="md">
        <Checkbox.Group
          label={t('sources.consentChoose', { platform: platformName(found.platform) })}
          value={[...chosen]}
          onChange={setChosen}
        >
          <Stack gap="sm" mt="sm">
            {found.choices.map(({ id, name, missing }) => (
              <div key={id}>
                <Checkbox value={id} label={<bdi>{name}</bdi>} />
                {missing.map((each) => (
                  <p key={each} className={style.dim}>
                    {each}
                  </p>
                ))}
              </div>
            ))}
          </Stack>
        </Checkbox.Group>
        <Problem error={connect.error} acting />
        <div>
          <Button type="submit" disabled={chosen.length === 0} loading={connect.isPending}>
            {t('sources.submit')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

/** Where a platform sends the browser back to after a person gave their consent there, or did not. */
export function ConsentPage() {
  const { t } = useTranslation();
  const { state, code } = useSearch({ from: '/signed-in/sources/consent' });
  const navigate = useNavigate();
  const [given] = useState({ state, code });
  const finish = useMutation({ mutationFn: () => api.post<Choices>('/consents/finish', given) });
  const { mutate, isIdle } = finish;
  const isGiven = given.state !== undefined && given.code !== undefined;
  useEffect(() => {
    if (!isGiven || !isIdle) return;
    mutate();
    // The code works once: it has no place in the history of a browser.
    void navigate({ to: '/sources/consent', search: {}, replace: true });
  }, [isGiven, isIdle, mutate, navigate]);
  return (
    <>
      <PageHead title={t('sources.connect')} lead={t('sources.consentLead')} />
      {!isGiven && (
        <Empty icon="source" title={t('sources.consentRefused')} hint={t('sources.consentAgain')} />
      )}
      <Problem error={finish.error} />
      {finish.data && <Choose found={finish.data} />}
      {(!isGiven || finish.isError) && <Link to="/sources">{t('sources.consentBack')}</Link>}
    </>
  );
}
