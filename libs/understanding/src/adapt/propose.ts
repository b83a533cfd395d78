import type { Language } from '@heard/core';
import type { ModelWeights, Three } from '../model/weights.js';
import { type Adaptation, priorFor, type PriorShift } from './adaptation.js';
import { decisionOf, type Example, probabilitiesOf } from './example.js';
import { type HeldBack, measure } from './measure.js';
import { estimatePrior, type PriorEstimate, usualNegative } from './prior.js';
import { fewestForRecalibration, recalibrate } from './recalibrate.js';
import { fewestForResidual, fitResidual, Likeness, residualFor } from './residual.js';

/** How far an adaptation goes: each kind beside what comes before it. */
export type AdaptationKind = 'prior' | 'recalibration' | 'residual';

/** An adaptation with what it was measured to do; nobody has switched it on. */
export interface Proposal {
  readonly kind: AdaptationKind;
  readonly adaptation: Adaptation;
  /** What each language's stream said, for a prior. */
  readonly priors?: Partial<Record<Language, PriorEstimate>>;
  /** Absent for a prior while there are no labels to measure it by. */
  readonly heldBack?: HeldBack;
}

/** A text of the stream as far as a prior needs it. */
export interface StreamPost {
  readonly language: Language;
  readonly sourceId?: string;
  readonly pNegative: number;
}

/** Labels are cut into so many parts; each part is judged by what was fitted to the others. */
const folds = 5;
/** A correction that somebody came upon says nothing of how often the model is right, so it weighs less. */
const foundWeight = 0.5;

/** Lets the process do something else between two pieces of work. */
export type Breathe = () => Promise<void>;

/**
 * All that can be proposed for a workspace, from the least to the most: a prior from its unlabelled stream; from
 * 30 checked labels a recalibration; from 50 labels, 30 of them checked, words of its own. Each is measured on labels
 * that it was not fitted to.
 */
export async function proposeAdaptations(
  examples: readonly Example[],
  stream: readonly StreamPost[],
  model: Pick<ModelWeights, 'name'>,
  breathe: Breathe,
  usual: Readonly<Record<Language, number>> = usualNegative,
): Promise<Proposal[]> {
  const labels = weighed(examples);
  const drawn = labels.filter(({ isDrawn }) => isDrawn).length;
  const { priors, ...shifts } = priorsOf(stream, usual);
  const proposals: Proposal[] = [];
  if (Object.keys(priors).length > 0) {
    const heldBack = drawn < fewestForRecalibration ? undefined : measure(labels, deciderOf(shifts));
    const adaptation = { model: model.name, ...shifts };
    proposals.push({ kind: 'prior', adaptation, priors, ...(heldBack && { heldBack }) });
  }
  if (drawn < fewestForRecalibration) return proposals;
  const kinds: AdaptationKind[] =
    labels.length < fewestForResidual ? ['recalibration'] : ['recalibration', 'residual'];
  const likeness = new Likeness(kinds.includes('residual') ? labels : []);
  for (const kind of kinds) {
    const decisions = new Map<Example, number>();
    for (let fold = 0; fold < folds; fold += 1) {
      await breathe();
      const isHeld = (_: Example, at: number): boolean => at % folds === fold;
      const others = labels.filter((each, at) => !isHeld(each, at));
      const decide = deciderOf(fit(others, kind, likeness, shifts));
      for (const each of labels.filter(isHeld)) decisions.set(each, decide(each));
    }
    await breathe();
    proposals.push({
      kind,
      adaptation: { model: model.name, ...fit(labels, kind, likeness, shifts) },
      heldBack: measure(labels, (example) => decisions.get(example) ?? 1),
    });
  }
  return proposals;
}

type Layers = Omit<Adaptation, 'model'>;
type Shifts = Pick<Layers, 'prior' | 'sources'>;

/** Fits the layers of a kind: the recalibration learns what the prior leaves, and the residual what both leave. */
function fit(labels: readonly Example[], kind: AdaptationKind, likeness: Likeness, shifts: Shifts): Layers {
  const moved = (example: Example): Three => deciderLogits(shifts, example);
  const drawn = labels.filter(({ isDrawn }) => isDrawn);
  const recalibration = recalibrate(drawn.map((each) => ({ ...each, logits: moved(each) })));
  if (kind !== 'residual') return { ...shifts, recalibration };
  const offsets = labels.map((example) => deciderLogits({ ...shifts, recalibration }, example));
  const residual = fitResidual(labels, offsets, likeness);
  return { ...shifts, recalibration, ...(residual && { residual }) };
}

/** Decides by the layers as they would be stored. */
export function deciderOf(layers: Layers): (example: Example) => number {
  const residual = layers.residual && residualFor(layers.residual);
  return (example) => {
    const logits = deciderLogits(layers, example);
    const more = residual?.(example);
    return decisionOf(
      example,
      more ? [logits[0] + more[0], logits[1] + more[1], logits[2] + more[2]] : logits,
    );
  };
}

function deciderLogits(layers: Layers, { logits, language, sourceId }: Example): Three {
  const moved: Three = [logits[0] + priorFor(layers, language, sourceId), logits[1], logits[2]];
  if (!layers.recalibration) return moved;
  const { slope, shift } = layers.recalibration;
  return [slope * moved[0] + shift[0], slope * moved[1] + shift[1], slope * moved[2] + shift[2]];
}

/** Weights that are 1 on average among the drawn, so that the ridge means the same everywhere. */
function weighed(examples: readonly Example[]): Example[] {
  const drawn = examples.filter(({ isDrawn }) => isDrawn);
  const mean = drawn.reduce((sum, { weight }) => sum + weight, 0) / Math.max(drawn.length, 1) || 1;
  return examples.map((each) => ({
    ...each,
    // No single post may speak for a whole page.
    weight: each.isDrawn ? Math.min(each.weight / mean, 5) : foundWeight,
  }));
}

interface Priors extends Shifts {
  readonly priors: Partial<Record<Language, PriorEstimate>>;
}

/** For the workspace, and for each source that has texts enough; none is empty. */
function priorsOf(stream: readonly StreamPost[], usual: Readonly<Record<Language, number>>): Priors {
  const priors = estimates(stream, usual);
  const sources: Record<string, PriorShift> = {};
  for (const sourceId of new Set(stream.map((post) => post.sourceId))) {
    if (sourceId === undefined) continue;
    const posts = stream.filter((post) => post.sourceId === sourceId);
    const own = posts.length < stream.length ? estimates(posts, usual) : {};
    if (Object.keys(own).length > 0) sources[sourceId] = shiftsOf(own);
  }
  return {
    priors,
    ...(Object.keys(priors).length > 0 && { prior: shiftsOf(priors) }),
    ...(Object.keys(sources).length > 0 && { sources }),
  };
}

function estimates(
  stream: readonly StreamPost[],
  usual: Readonly<Record<Language, number>>,
): Partial<Record<Language, PriorEstimate>> {
  const found: Partial<Record<Language, PriorEstimate>> = {};
  for (const language of ['ru', 'uk', 'en', 'other'] as const) {
    const posts = stream.filter((post) => post.language === language).map(({ pNegative }) => pNegative);
    const estimate = estimatePrior(posts, usual[language]);
    if (estimate) found[language] = estimate;
  }
  return found;
}

function shiftsOf(found: Partial<Record<Language, PriorEstimate>>): PriorShift {
  return Object.fromEntries(Object.entries(found).map(([language, { shift }]) => [language, shift]));
}

/** A text of the stream from its numbers. */
export function streamPostOf({
  language,
  logits,
  sourceId,
}: Pick<Example, 'language' | 'logits' | 'sourceId'>): StreamPost {
  const pNegative = probabilitiesOf(logits)[0];
  return { language, pNegative, ...(sourceId !== undefined && { sourceId }) };
}
