import { unsureWidths } from '@heard/core';
import type { Transaction } from '@heard/database';
import type { AccuracyView, ChecksRead, UnsureBandView } from '@heard/insight';
import type { Heard } from '@heard/pipeline';
import { Audit } from '@heard/staff';
import { Accuracy, expectedUnsure, fewestForDraw, judgedLeans, ownLeans } from '@heard/understanding';
import type { UnderstandingPart } from '../../../api/src/ports/index.js';
import { adaptationsView } from './adaptations-view.js';

const dayMs = 86_400_000;
/** Checks from so long ago still say how the model errs. */
const judgedMs = 365 * dayMs;
const usualDays = 180;

/** What people are asked about, how right the model is, and its settings, for the api. */
export function understandingPart(heard: Heard, reads: ChecksRead): UnderstandingPart {
  const { database, clock, check, unsureBand, drawSample, adaptations } = heard;
  const audit = new Audit(clock);
  const accuracy = new Accuracy(clock);
  const accuracyView = async (tx: Transaction, days: number): Promise<AccuracyView> => ({
    days,
    languages: await accuracy.run(tx, days),
    newTexts: (await drawSample.waiting(tx)).reduce((sum, { texts }) => sum + texts, 0),
    neededTexts: fewestForDraw,
  });
  return {
    checks: (workspaceId, page) =>
      database.inWorkspace(workspaceId, async (tx) =>
        reads.list(tx, { ...page, width: await unsureBand.width(tx), now: clock.now() }),
      ),
    check: (workspaceId, mentionId, revision, said, by) =>
      check.run(workspaceId, mentionId, revision, said, by),
    unsureBand: (workspaceId) => database.inWorkspace(workspaceId, (tx) => bandView(heard, tx)),
    changeUnsureBand: (workspaceId, width, by) =>
      database.inWorkspace(workspaceId, async (tx) => {
        const changed = await unsureBand.change(tx, width, by);
        if (changed) await audit.write(tx, by, 'unsure_band.changed', `workspace:${workspaceId}`, { width });
        return bandView(heard, tx);
      }),
    accuracy: (workspaceId, days) => database.inWorkspace(workspaceId, (tx) => accuracyView(tx, days)),
    sample: (workspaceId, limit) => database.inWorkspace(workspaceId, (tx) => reads.sample(tx, limit)),
    drawSample: (workspaceId, size, by) =>
      database.inWorkspace(workspaceId, async (tx) => {
        await drawSample.run(tx, size, by);
        await audit.write(tx, by, 'sample.drawn', `workspace:${workspaceId}`, { size });
        return accuracyView(tx, usualDays);
      }),
    adaptations: (workspaceId) => database.inWorkspace(workspaceId, (tx) => adaptationsView(heard, tx)),
    learn: (workspaceId) =>
      database.inWorkspace(workspaceId, async (tx) => {
        await heard.learning.begin(tx);
        return adaptationsView(heard, tx);
      }),
    switchAdaptation: (workspaceId, version, by) =>
      database.inWorkspace(workspaceId, async (tx) => {
        if (version === undefined) await adaptations.switchOff(tx, by);
        else await adaptations.switchOn(tx, version, by);
        const action = version === undefined ? 'adaptation.switched_off' : 'adaptation.switched_on';
        await audit.write(tx, by, action, `adaptation:${version ?? 'none'}`);
        return adaptationsView(heard, tx);
      }),
  };
}

async function bandView({ clock, unsureBand, people }: Heard, tx: Transaction): Promise<UnsureBandView> {
  const [newest] = await unsureBand.newest(tx, 1);
  const by = newest?.by.kind === 'person' ? await people.person(tx, newest.by.staffId) : undefined;
  const judged = await judgedLeans(tx, new Date(clock.now().getTime() - judgedMs));
  return {
    width: await unsureBand.width(tx),
    ...expectedUnsure(await ownLeans(tx, unsureWidths), judged),
    ...(newest && { changed: { at: newest.at.toISOString(), ...(by && { by: by.name }) } }),
  };
}
