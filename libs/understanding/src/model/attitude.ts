import type { Language, Sentiment, SignalCode } from '@heard/core';
import type { Evidence } from '../evidence.js';
import { plainlySaid } from '../post-kind.js';
import { attitudeByRules, troublesIn } from '../blame.js';
import type { ReadyAdaptation } from '../adapt/adaptation.js';
import { evidenceFeatures, evidenceSize } from './evidence-features.js';
import { scoreOfText } from './score.js';
import type { Calibration, ModelWeights, Three } from './weights.js';

/** The three sentiments in the order of all numbers of the model. */
export const sentiments: readonly Sentiment[] = ['negative', 'neutral', 'positive'];

/** A sentiment with how probable each of the three is. */
export interface Weighed {
  readonly sentiment: Sentiment;
  /** Calibrated: of the posts said to be negative with 0.8, four of five are. */
  readonly probabilities: Three;
  /** How far the two best lie apart, 0 to 1: the smaller, the less sure. */
  readonly margin: number;
  /** How far negative leads the best of the others, -1 to 1. */
  readonly lean: number;
}

/** Decides the attitude by the model and the readable rules together, and by what a workspace adds to them. */
export function attitudeOf(
  evidence: Evidence,
  language: Language,
  model: ModelWeights,
  adaptation?: ReadyAdaptation,
): Weighed {
  const scores = withRules(scoresOf(evidence, model), evidence);
  const calibration = model.calibration[language];
  if (adaptation?.adaptation.model !== model.name) return weigh(scores, calibration);
  const adapted = adaptation.adapt(scores, evidence.reading, language, calibration);
  return weigh(isGraveBlame(evidence) ? blamed(adapted) : adapted, adaptation.calibrationOf(calibration));
}

/** Grave harm is told so plainly that no workspace can learn to overlook it. */
export function isGraveBlame(evidence: Evidence): boolean {
  return tells(evidence, grave) && attitudeByRules(evidence).sentiment === 'negative';
}

/** Scores by which negative leads, whatever they were. */
export function blamed([negative, neutral, positive]: Three): Three {
  return [Math.max(negative, neutral + 0.2, positive + 0.2), neutral, positive];
}

/** Written anew for every text, and read before the next. */
const sheet = new Float32Array(evidenceSize);

/** The model's own scores of a text. */
export function scoresOf(evidence: Evidence, model: ModelWeights): Three {
  const scores: [number, number, number] = [...scoreOfText(evidence.reading, model)];
  for (let label = 0; label < 3; label += 1) scores[label as 0] += model.bias[label as 0];
  const found = evidenceFeatures(evidence, sheet);
  for (let at = 0; at < found.length; at += 1) {
    const value = found[at] ?? 0;
    const weight = value === 0 ? undefined : model.evidence[at];
    if (!weight) continue;
    scores[0] += value * weight[0];
    scores[1] += value * weight[1];
    scores[2] += value * weight[2];
  }
  return scores;
}

/**
 * How much the readable rules weigh beside the model. Learned labels are moods and stars; what a duty manager would act
 * on is told by the rules: a complaint below five stars, news without an attitude. Found by hill climbing on macro F1
 * over the corpora and on posts labelled by the rubric together; see docs/model-card.md.
 */
export const ruleWeights = {
  /** What the model's own scores count beside them. */
  model: 1.65,
  negative: 0.55,
  neutral: 0.11,
  positive: 1.05,
  /** For each unit of the rules' logit of negative, and more for those that speak for it. */
  logit: 0.27,
  logitAbove: 0.32,
  leaning: -0.14,
  /** For each signal that something went wrong, of at most three. */
  trouble: 0.15,
  breach: 0.1,
  question: 2.3,
  /** For full marks added to the praise and taken from the blame, and the other way about for the worst. */
  stars: 4,
  /** Taken from the praise where not a word praises, and from the blame where nothing blames. */
  unpraised: 0.54,
  unblamed: 0.5,
} as const;

/** Adds what the rules say to the scores, and the stars, unless the text plainly disagrees with them. */
export function withRules(scores: Three, evidence: Evidence): Three {
  if (Math.abs(evidence.stars) > 0.5 && evidence.wordCount > fewestAgainstStars) {
    const [negative, neutral, positive] = withStars(scores, { ...evidence, stars: 0 });
    const against = evidence.stars > 0 ? negative - positive : positive - negative;
    const rest = evidence.stars > 0 ? negative - neutral : positive - neutral;
    if (Math.min(against, rest) > plainDisagreement) return [negative, neutral, positive];
  }
  return withStars(scores, evidence);
}

/** From this lead on, and in more words than so many, the words stand above the stars. */
const plainDisagreement = 0.1;
const fewestAgainstStars = 3;

function withStars(scores: Three, evidence: Evidence): Three {
  const { marks, cues, positive } = evidence;
  const { sentiment, pNegative } = attitudeByRules(evidence);
  const told = troublesIn(evidence);
  const asks = cues.has('ask') && marks.questions > 0 && marks.links === 0;
  const bounded = Math.min(Math.max(pNegative, 1e-3), 1 - 1e-3);
  const logit = Math.log(bounded / (1 - bounded));
  const w = ruleWeights;
  const blames =
    w.leaning -
    w.stars * evidence.stars +
    w.logit * logit +
    w.logitAbove * Math.max(logit, 0) +
    w.trouble * Math.min(told, 3) +
    (cues.has('breach') ? w.breach : 0) +
    (sentiment === 'negative' ? w.negative : 0) -
    (isUnblamed(evidence, told) ? w.unblamed : 0);
  const states = (sentiment === 'neutral' ? w.neutral : 0) + (asks ? w.question : 0);
  const praises =
    w.stars * evidence.stars +
    (sentiment === 'positive' ? w.positive : 0) -
    (positive === 0 && marks.smiles === 0 ? w.unpraised : 0);
  const weighed: Three = [
    w.model * scores[0] + blames,
    w.model * scores[1] + states,
    w.model * scores[2] + praises,
  ];
  return plainly(
    evidence,
    guarded(weighed, {
      noPraise:
        positive === 0 &&
        told === 0 &&
        ((asks && evidence.wordCount <= longestPlainQuestion) || isAdvert(evidence, sentiment)),
      noNeutral: tellsOnlyByStars(evidence),
      isBlame: sentiment === 'negative' && isPlainBlame(evidence, pNegative, told),
    }),
  );
}

/** What the rules see plainly leads, by a little. */
function plainly(evidence: Evidence, scores: Three): Three {
  const said = plainlySaid(evidence);
  if (said === undefined) return scores;
  const lead = Math.max(...scores) + 0.2;
  const [negative, neutral, positive] = scores;
  if (said === 'negative') return [lead, neutral, positive];
  return said === 'neutral' ? [negative, lead, positive] : [negative, neutral, lead];
}

const longestPlainQuestion = 25;
/** From this probability on two signals are plain enough, and from the lower one a customer who leaves or wants money. */
const plain = 0.9;
const plainForLeaving = 0.65;

/** What the rules see so plainly that the model may not overrule it. */
interface Plain {
  /** A plain question or an advert is no praise. */
  readonly noPraise: boolean;
  /** A word or two above the best or worst of stars mean what the stars say. */
  readonly noNeutral: boolean;
  /** Grave harm, or a complaint with several troubles, is a complaint. */
  readonly isBlame: boolean;
}

function guarded([negative, neutral, positive]: Three, { noPraise, noNeutral, isBlame }: Plain): Three {
  const praise = noPraise ? Math.min(positive, neutral - 0.5) : positive;
  const statement = noNeutral ? Math.min(neutral, Math.max(negative, praise) - 0.5) : neutral;
  return [isBlame ? Math.max(negative, statement + 0.2, praise + 0.2) : negative, statement, praise];
}

function isUnblamed({ negative, cues, marks }: Evidence, told: number): boolean {
  return negative === 0 && told === 0 && !cues.has('breach') && marks.frowns === 0;
}

function isPlainBlame(evidence: Evidence, pNegative: number, told: number): boolean {
  if (tells(evidence, grave) || threatens(evidence) || blamesShortly(evidence)) return true;
  return (pNegative > plain && told > 1) || (pNegative > plainForLeaving && tells(evidence, leaving));
}

/** Staff who threaten or lay hands on somebody; talk of violence alone is often a book. */
function threatens({ codes, cues }: Evidence): boolean {
  return codes.has('rude_staff') && cues.has('violence');
}

function isAdvert({ marks }: Evidence, sentiment: Sentiment): boolean {
  return sentiment === 'neutral' && marks.links > 0 && marks.smiles > 1;
}

/** In a few words the model has little to go by; two of blame and none of praise are enough. */
function blamesShortly({ wordCount, negative, positive }: Evidence): boolean {
  return wordCount <= 6 && negative >= 2 && positive === 0;
}

function tellsOnlyByStars({ stars, wordCount }: Evidence): boolean {
  return Math.abs(stars) > 0.5 && wordCount <= fewestAgainstStars;
}

const grave: readonly SignalCode[] = [
  'safety',
  'privacy',
  'fraud',
  'discrimination',
  'unauthorized_charge',
  'paid_not_received',
  'undelivered',
  'legal',
  'sarcasm',
];

const leaving: readonly SignalCode[] = ['churn', 'refund_demand', 'rude_staff'];

function tells({ codes }: Evidence, any: readonly SignalCode[]): boolean {
  return any.some((code) => codes.has(code));
}

/** The sentiment goes by the scores, which hold what a missed complaint costs; the probabilities are calibrated. */
export function weigh(scores: Three, calibration: Calibration): Weighed {
  const { temperature, bias } = calibration;
  const a = scores[0] / temperature + bias[0];
  const b = scores[1] / temperature + bias[1];
  const c = scores[2] / temperature + bias[2];
  const most = Math.max(a, b, c);
  const [ea, eb, ec] = [Math.exp(a - most), Math.exp(b - most), Math.exp(c - most)];
  const sum = ea + eb + ec;
  const probabilities: Three = [ea / sum, eb / sum, ec / sum];
  const best = scores.indexOf(Math.max(scores[0], scores[1], scores[2]));
  const sentiment = sentiments[best] ?? 'neutral';
  return { sentiment, probabilities, margin: marginOf(scores), lean: leanOf(scores) };
}

/** How far the two best scores lie apart, from 0 (a toss-up) to 1. */
export function marginOf([negative, neutral, positive]: Three): number {
  const first = Math.max(negative, neutral, positive);
  const second = Math.max(Math.min(negative, neutral), Math.min(Math.max(negative, neutral), positive));
  return Math.tanh((first - second) / 2);
}

/** How far negative leads the best of the others, -1 to 1: where it is above 0, negative is decided. */
export function leanOf([negative, neutral, positive]: Three): number {
  return Math.tanh((negative - Math.max(neutral, positive)) / 2);
}
