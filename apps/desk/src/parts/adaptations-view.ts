import type { Transaction } from '@heard/database';
import type { AdaptationsView, AdaptationView } from '@heard/insight';
import type { Heard } from '@heard/pipeline';
import {
  countLabels,
  fewestForPrior,
  fewestForRecalibration,
  fewestForResidual,
  type KeptProposal,
  modelName,
  whyNot,
} from '@heard/understanding';

/** What the model learned in a workspace, as the api shows it. */
export async function adaptationsView(
  { adaptations, people }: Heard,
  tx: Transaction,
): Promise<AdaptationsView> {
  const { proposals, inForce, switches } = await adaptations.state(tx);
  const byPerson = switches.flatMap(({ by }) => (by.kind === 'person' ? [by.staffId] : []));
  const names = await people.byIds(tx, [...new Set(byPerson)]);
  return {
    model: modelName(),
    ...(inForce && { inForce: adaptationView(inForce) }),
    proposals: proposals.map(adaptationView),
    switches: switches.map(({ version, at, by }) => {
      const name = by.kind === 'person' ? names.get(by.staffId) : undefined;
      return {
        at: at.toISOString(),
        ...(version !== undefined && { version }),
        ...(name !== undefined && { by: name }),
      };
    }),
    labels: await countLabels(tx),
    needed: {
      prior: fewestForPrior,
      recalibration: fewestForRecalibration,
      residual: fewestForResidual,
    },
  };
}

function adaptationView(proposal: KeptProposal): AdaptationView {
  const { version, kind, model, figures, sources, proposedAt } = proposal;
  const refused = whyNot(proposal, modelName());
  return {
    version,
    kind,
    model,
    proposedAt: proposedAt.toISOString(),
    labels: figures.labels,
    texts: figures.texts,
    sources,
    priors: (['ru', 'uk', 'en', 'other'] as const).flatMap((language) => {
      const prior = figures.priors?.[language];
      return prior ? [{ language, texts: prior.posts, usual: prior.usual, here: prior.here }] : [];
    }),
    ...(figures.heldBack && { heldBack: heldBackView(figures.heldBack) }),
    ...(refused && { refused }),
  };
}

function heldBackView({
  drawn,
  right,
  negativeF1,
  certainty,
  helps,
}: NonNullable<KeptProposal['figures']['heldBack']>): AdaptationView['heldBack'] {
  return { drawn, right, negativeF1, certainty, helps };
}
