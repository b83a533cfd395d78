import type { Language } from '@heard/core';
import type { ModelWeights, Three } from '../model/weights.js';
import { type Adaptation, priorFor, type PriorShift, unchanged } from './adaptation.js';
import { decisionOf, type Example, probabilitiesOf } from './example.js';
import { leanFor } from './lean.js';
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

/** A text of the stream: nobody judged it. */
export type StreamPost = Omit<Example, 'label' | 'weight' | 'isDrawn' | 'isGrave'>;

/** Labels are cut into so many parts; each part is judged by what was fitted to the others. */
const folds = 5;
/** A correction that somebody came upon says nothing of how often the model is right, so it weighs less. */
const foundWeight = 0.5;

/** Lets the process do something else between two pieces of work. */
export type Breathe = () => Promise<void>;

/**
 * All that can be proposed for a workspace, from the least to the most: a prior from its unlabelled stream; from
 * 30 checked labels a recalibration; from 50 labels, 30 of them checked, words of its own. Where the line lies best goes
 * by the stream again. Each is measured on labels that it was not fitted to.
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
      const decide = deciderOf(fit(others, kind, likeness, shifts, stream));
      for (const each of labels.filter(isHeld)) decisions.set(each, decide(each));
    }
    await breathe();
    proposals.push({
      kind,
      adaptation: { model: model.name, ...fit(labels, kind, likeness, shifts, stream) },
      heldBack: measure(labels, (example) => decisions.get(example) ?? 1),
    });
  }
  return proposals;
}

type Layers = Omit<Adaptation, 'model'>;
type Shifts = Pick<Layers, 'prior' | 'sources'>;

/**
 * Fits the layers of a kind: the recalibration learns what the prior leaves, and the residual what both leave; the lean
 * is found last, by what they make of the stream.
 */
function fit(
  labels: readonly Example[],
  kind: AdaptationKind,
  likeness: Likeness,
  shifts: Shifts,
  stream: readonly StreamPost[],
): Layers {
  const drawn = labels.filter(({ isDrawn }) => isDrawn);
  const byPrior = logitsBy(shifts);
  const recalibration = recalibrate(drawn.map((each) => ({ ...each, logits: byPrior(each) })));
  const recalibrated = { ...shifts, recalibration };
  const residual = kind === 'residual' && fitResidual(labels, labels.map(logitsBy(recalibrated)), likeness);
  const layers = { ...recalibrated, ...(residual && { residual }) };
  const logitsOf = logitsBy(layers);
  const lean = leanFor(stream.map((post) => ({ logits: logitsOf(post), bias: post.bias })));
  return { ...layers, ...(lean !== 0 && { lean }) };
}

/** Decides by the layers as they would be stored. */
export function deciderOf(layers: Layers): (example: Example) => number {
  const logitsOf = logitsBy(layers);
  const { lean = 0 } = layers;
  return (example) => {
    const [negative, neutral, positive] = logitsOf(example);
    return decisionOf(example, [negative + lean, neutral, positive]);
  };
}

/** The log-odds of a text by the layers, without how they lean when deciding. */
function logitsBy(layers: Layers): (post: StreamPost) => Three {
  const residual = layers.residual && residualFor(layers.residual);
  const { slope, shift } = layers.recalibration ?? unchanged;
  return (post) => {
    const { logits, language, sourceId } = post;
    const [a, b, c] = residual?.(post) ?? [0, 0, 0];
    const negative = logits[0] + priorFor(layers, language, sourceId);
    return [
      slope * negative + shift[0] + a,
      slope * logits[1] + shift[1] + b,
      slope * logits[2] + shift[2] + c,
    ];
  };
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
    const posts = stream
      .filter((post) => post.language === language)
      .map(({ logits }) => probabilitiesOf(logits)[0]);
    const estimate = estimatePrior(posts, usual[language]);
    if (estimate) found[language] = estimate;
  }
  return found;
}

function shiftsOf(found: Partial<Record<Language, PriorEstimate>>): PriorShift {
  return Object.fromEntries(Object.entries(found).map(([language, { shift }]) => [language, shift]));
}
