import { type Actor, Fault } from '@heard/core';
import type { SourcesRead, SourceView } from '@heard/insight';
import { type Heard, tellScreens } from '@heard/pipeline';
import { catalog } from '@heard/sources';
import { Audit } from '@heard/staff';
import type { PlatformView, SourcesPart } from '../../../api/src/ports/index.js';

/** How long a person waits for a connection test. */
const checkMs = 20_000;

/** Sources for the api: read by insight, connected and checked by listening; every change is in the audit. */
export function sourcesPart({ database, connect, consent, clock }: Heard, reads: SourcesRead): SourcesPart {
  const audit = new Audit(clock);
  const changed = async (
    workspaceId: string,
    sourceId: string,
    by: Actor,
    action: string,
    work: Work,
  ): Promise<SourceView> =>
    database.inWorkspace(workspaceId, async (tx) => {
      const id = (await work(tx)) ?? sourceId;
      await audit.write(tx, by, action, `source:${id}`, {});
      await tellScreens(tx, 'source', [id]);
      const view = await reads.get(tx, id);
      if (!view) throw new Fault('missing', 'There is no such source.', { code: 'no_such_source' });
      return view;
    });
  return {
    platforms: () => platformViews.map((view) => ({ ...view, byConsent: consent.isOffered(view.platform) })),
    list: (workspaceId, page) => database.inWorkspace(workspaceId, (tx) => reads.list(tx, page)),
    get: (workspaceId, sourceId) => database.inWorkspace(workspaceId, (tx) => reads.get(tx, sourceId)),
    connect: (workspaceId, asked, by) =>
      changed(workspaceId, '', by, 'source.connected', (tx) => connect.connect(tx, asked)),
    change: (workspaceId, sourceId, asked, by) =>
      changed(workspaceId, sourceId, by, 'source.changed', (tx) => connect.change(tx, sourceId, asked)),
    async remove(workspaceId, sourceId, by) {
      await database.inWorkspace(workspaceId, async (tx) => {
        await connect.remove(tx, sourceId);
        await audit.write(tx, by, 'source.removed', `source:${sourceId}`, {});
        await tellScreens(tx, 'source', [sourceId]);
      });
    },
    async beginConsent(...asked) {
      return { url: await consent.begin(...asked) };
    },
    finishConsent: (...asked) => consent.finish(...asked),
    chooseAccounts: (workspaceId, consentId, accounts, by) =>
      database.inWorkspace(workspaceId, async (tx) => {
        const ids = await consent.choose(tx, consentId, accounts, by.staffId);
        const views: SourceView[] = [];
        for (const id of ids) {
          await audit.write(tx, by, 'source.connected', `source:${id}`, {});
          const view = await reads.get(tx, id);
          if (view) views.push(view);
        }
        await tellScreens(tx, 'source', ids);
        return views;
      }),
    check: (workspaceId, sourceId) => connect.check(workspaceId, sourceId, AbortSignal.timeout(checkMs)),
  };
}

type Work = (tx: Parameters<Heard['connect']['connect']>[0]) => Promise<string | void>;

const platformViews: readonly Omit<PlatformView, 'byConsent'>[] = Object.values(catalog).map((entry) => ({
  platform: entry.platform,
  title: entry.title,
  canReply: entry.supports.reply,
  settings: entry.settings.map((field) => ({
    key: field.key,
    label: field.label,
    secret: field.secret ?? false,
    required: field.required,
    pattern: field.pattern,
    choices: field.choices,
    defaultValue: field.defaultValue,
  })),
}));
